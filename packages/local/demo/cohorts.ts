import assert from "node:assert/strict";
import * as z from "zod";
import { CohortAnswer } from "#education/app/change-cohort";
import type { CohortRequest } from "#education/app/cohort-request";
import { AttendanceAnswer } from "#education/app/register-attendance";
import type { Mark } from "#education/domain/participation";
import { ParticipationView } from "#education/http/cohort-routes";
import { EligibilityView } from "#education/http/eligibility-view";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import type { OfferingId } from "#kernel/ids";
import { ADDRESS, place } from "./buying.ts";
import { linkIn } from "./page.ts";
import { prove } from "./proving.ts";
import type { Trainee } from "./trainees.ts";
import type { Person, Walk } from "./walk.ts";

const DAY = 86_400;
const FEE = 18_000_00;

/** A gathering of a calendar: its title, and its dates in a school year, as month and day. */
export interface Dates {
  readonly title: string;
  readonly on: readonly (readonly [month: number, day: number])[];
  readonly overnightStay?: boolean;
}

/** Cohort 5's own calendar: nine days, the first two with an overnight stay, the festival among them. */
export const COHORT_5: readonly Dates[] = [
  {
    title: "Oppstart",
    on: [
      [9, 14],
      [9, 15],
    ],
    overnightStay: true,
  },
  { title: "Styrker", on: [[10, 20]] },
  { title: "Medvirkning", on: [[11, 24]] },
  { title: "Anerkjennelse", on: [[1, 12]] },
  { title: "Relasjon", on: [[2, 16]] },
  { title: "Trening", on: [[3, 16]] },
  { title: "SMART festivalen", on: [[4, 19]] },
  { title: "Avslutning", on: [[6, 1]] },
];

/** The calendar of 2023/24: four gatherings of two days, and the festival. */
export const COHORT_OF_2023: readonly Dates[] = [
  {
    title: "Oppstart",
    on: [
      [9, 6],
      [9, 7],
    ],
    overnightStay: true,
  },
  {
    title: "Høst",
    on: [
      [11, 22],
      [11, 23],
    ],
    overnightStay: true,
  },
  {
    title: "Vinter",
    on: [
      [1, 10],
      [1, 11],
    ],
    overnightStay: true,
  },
  {
    title: "Vår",
    on: [
      [3, 13],
      [3, 14],
    ],
    overnightStay: true,
  },
  { title: "SMART festivalen", on: [[4, 17]] },
];

/** Ten days, once a month. */
export const TEN_DAYS: readonly Dates[] = [
  ...[8, 9, 10, 11, 12].map((month) => ({ title: `Samling ${month - 7}`, on: [[month, 28] as const] })),
  ...[1, 2, 3, 4, 5].map((month) => ({ title: `Samling ${month + 5}`, on: [[month, 28] as const] })),
];

export type CohortMade = z.infer<typeof CohortAnswer>;

/** An administrator makes a cohort with this calendar in the next school year, open for sign-up from now. */
export async function makeCohort(
  walk: Walk,
  title: string,
  calendar: readonly Dates[],
  values: Partial<z.input<typeof CohortRequest>> = {},
): Promise<CohortMade> {
  const now = toInstant((await walk.now()).getTime());
  const gatherings = gatheringsOf(calendar, now);
  const first = gatherings[0]?.days[0]?.startsAt ?? now;
  const body: z.input<typeof CohortRequest> = {
    title: { nb: title },
    gatherings,
    ticketTypes: [
      {
        ticketTypeId: "ordinary",
        name: { nb: "Ordinær plass" },
        price: FEE,
        vatAllocation: { version: "2026-1", shares: [{ what: "teaching", category: "E", weight: 1 }] },
        who: "everyone",
      },
    ],
    signUpOpensAt: now,
    signUpClosesAt: plusSeconds(first, -7 * DAY),
    namingDeadline: plusSeconds(first, -DAY),
    cancellationDeadline: plusSeconds(first, -14 * DAY),
    ...values,
  };
  return walk.post(CohortAnswer, "/cohorts", { as: "administrator", body });
}

/** The calendar in the first school year that begins in a month or later, from 9 to 15.30 in winter. */
function gatheringsOf(calendar: readonly Dates[], now: Instant) {
  const begins = (year: number) =>
    new Date(Date.UTC(year, (calendar[0]?.on[0]?.[0] ?? 9) - 1, calendar[0]?.on[0]?.[1], 8));
  const soonest = Date.parse(plusSeconds(now, 30 * DAY));
  const thisYear = new Date(now).getUTCFullYear();
  const year = begins(thisYear).getTime() > soonest ? thisYear : thisYear + 1;
  let dayNumber = 0;
  return calendar.map(({ title, on, overnightStay = false }) => ({
    title: { nb: title },
    venue: { name: "Eksempel hotell", address: "Eksempelveien 9, 5003 Bergen" },
    overnightStay,
    days: on.map(([month, day]) => {
      const startsAt = toInstant(Date.UTC(month >= 8 ? year : year + 1, month - 1, day, 8));
      dayNumber += 1;
      return { dayId: `d${dayNumber}`, startsAt, endsAt: plusSeconds(startsAt, 6.5 * 3600) };
    }),
  }));
}

/** A municipality signs up its people on invoice, in one order. */
export async function signUpOnInvoice(
  walk: Walk,
  { offering }: CohortMade,
  buyer: Person,
  people: readonly Trainee[],
): Promise<void> {
  const mailProof = await prove(walk, buyer);
  await place(walk, {
    buyer: {
      ...buyer,
      organisation: {
        name: "Eksempel kommune",
        organisationNumber: "200000005",
        invoiceReference: { kind: "buyer-reference", value: "Trenerutdanning" },
        address: { name: "Eksempel kommune", ...ADDRESS },
      },
    },
    places: people.map(({ name, email, answers }) => ({
      offeringId: offering.offeringId,
      ticketTypeId: "ordinary",
      participant: { name, email },
      answers: Object.entries(answers).map(([questionId, answer]) => ({ questionId, answer })),
    })),
    payment: "invoice",
    expectedTotal: people.length * FEE,
    mailProof,
  });
  await walk.settle();
}

export type Participant = z.infer<typeof ParticipationView>;

/** Everybody in a cohort, by name. */
export async function participantsOf(walk: Walk, cohortId: OfferingId): Promise<ReadonlyMap<string, Participant>> {
  const schema = z.object({ participants: z.array(ParticipationView) });
  const { participants } = await walk.get(schema, `/cohorts/${cohortId}/participants`, { as: "administrator" });
  return new Map(participants.map((each) => [each.name, each]));
}

/** A course leader registers a day, everybody present but those who are named. */
export async function registerDay(
  walk: Walk,
  cohortId: OfferingId,
  { dayId, endsAt }: { readonly dayId: string; readonly endsAt: Instant },
  there: readonly Participant[],
  otherwise: Readonly<Record<string, Mark | "unmarked">> = {},
): Promise<void> {
  const marks = there.flatMap(({ placeId, name }) => {
    const mark = otherwise[name] ?? "present";
    return mark === "unmarked" ? [] : [{ placeId, mark, markedAt: endsAt }];
  });
  const path = `/cohorts/${cohortId}/days/${dayId}/attendance`;
  const { recorded } = await walk.post(AttendanceAnswer, path, { as: "course-leader", body: { marks } });
  assert.equal(recorded.length, marks.length);
}

/** Of each who ever took part: nothing when they qualify, else every reason why not. */
export async function reasonsWhyNot(walk: Walk, cohortId: OfferingId): Promise<ReadonlyMap<string, readonly string[]>> {
  const schema = z.object({ participants: z.array(EligibilityView) });
  const { participants } = await walk.get(schema, `/cohorts/${cohortId}/eligibility`, { as: "administrator" });
  return new Map(participants.map(({ name, because }) => [name, because.map(({ reason }) => reason)]));
}

/** The days of a cohort, in order. */
export function daysOf({ gatherings }: Pick<CohortMade, "gatherings">) {
  return gatherings.flatMap(({ days }) => days);
}

/** Where a participant's page is, from the welcome they got. */
export async function welcomed(
  walk: Walk,
  { email }: Person,
): Promise<{ readonly page: string; readonly days: number }> {
  const mail = await walk.newestMailTo(email, /^Velkommen til trenerutdanningen/);
  const page = linkIn(mail, /\/participants\//);
  const calendar = await walk.attachment(mail, ".ics");
  return { page, days: calendar.split("BEGIN:VEVENT").length - 1 };
}
