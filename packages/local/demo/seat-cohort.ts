import type * as z from "zod";
import { CohortAnswer } from "#education/app/change-cohort";
import type { CohortRequest } from "#education/app/cohort-request";
import { type Instant, plusSeconds } from "#kernel/clock";
import type { CohortMade } from "./cohorts.ts";
import type { Walk } from "./walk.ts";

const DAY = 86_400;

/** A cohort of one gathering that starts then, with places for agreements only, open for sign-up from long before. */
export function makeSeatCohort(walk: Walk, title: string, startsAt: Instant): Promise<CohortMade> {
  const body: z.input<typeof CohortRequest> = {
    title: { nb: title },
    gatherings: [
      {
        title: { nb: "Oppstart" },
        venue: { name: "Eksempel hotell", address: "Eksempelveien 9, 5003 Bergen" },
        days: [{ dayId: "d1", startsAt, endsAt: plusSeconds(startsAt, 6 * 3600) }],
      },
    ],
    ticketTypes: [
      {
        ticketTypeId: "seats",
        name: { nb: "Treneplass i avtale" },
        price: 0,
        vatAllocation: { version: "2026-1", shares: [{ what: "book", category: "Z", weight: 1 }] },
        who: "agreement-seats",
      },
    ],
    signUpOpensAt: plusSeconds(startsAt, -1300 * DAY),
    signUpClosesAt: plusSeconds(startsAt, -7 * DAY),
    namingDeadline: plusSeconds(startsAt, -DAY),
    cancellationDeadline: plusSeconds(startsAt, -14 * DAY),
  };
  return walk.post(CohortAnswer, "/cohorts", { as: "administrator", body });
}
