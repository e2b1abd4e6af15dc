import assert from "node:assert/strict";
import { plusSeconds, toInstant } from "#kernel/clock";
import { PlaceId } from "#kernel/ids";
import { ADDRESS } from "#local/demo/buying";
import { type CohortMade, makeCohort, participantsOf, welcomed } from "#local/demo/cohorts";
import type { WithKey } from "#local/demo/hand-ins";
import type { Trainee } from "#local/demo/trainees";
import type { Walk } from "#local/demo/walk";
import { peopleSeeds } from "#local/seed/people";
import { OrderPlacedAnswer } from "#ordering/app/place-order";

const DAY = 86_400;
const FEE = 18_000_00;

/** A cohort of one day, in a month or in so many days. */
export async function soonACohort(
  walk: Walk,
  inDays = 30,
  values: Partial<Parameters<typeof makeCohort>[3]> = {},
): Promise<CohortMade> {
  const now = toInstant((await walk.now()).getTime());
  const startsAt = plusSeconds(now, inDays * DAY);
  const venue = { name: "Eksempel hotell", address: "Eksempelveien 9, 5003 Bergen" };
  const days = [{ dayId: "d1", startsAt, endsAt: plusSeconds(startsAt, 6 * 3600) }];
  return makeCohort(walk, "Kull med feil", [], {
    gatherings: [{ title: { nb: "Oppstart" }, venue, days }],
    signUpClosesAt: plusSeconds(startsAt, -10 * DAY),
    namingDeadline: plusSeconds(startsAt, -DAY),
    cancellationDeadline: plusSeconds(startsAt, -10 * DAY),
    ...values,
  });
}

export function trainee(walk: Walk, name = "Tora Trener"): Trainee {
  const answers = { profession: "Lærer", service: "Skole", municipality: "Eksempel", workplace: "Eksempel skole" };
  return { ...walk.person(name), answers };
}

/** Signs somebody up on invoice. Its buyer is logged in, so that no address has to be proved. */
export async function signUp(walk: Walk, { offering }: CohortMade, { name, email, answers }: Trainee): Promise<void> {
  const body = {
    buyer: {
      name: peopleSeeds.participant.name,
      email: peopleSeeds.participant.email,
      organisation: {
        name: "Eksempel kommune",
        organisationNumber: "200000005",
        invoiceReference: { kind: "buyer-reference", value: "Trenerutdanning" },
        address: { name: "Eksempel kommune", ...ADDRESS },
      },
    },
    places: [
      {
        offeringId: offering.offeringId,
        ticketTypeId: "ordinary",
        participant: { name, email },
        answers: Object.entries(answers).map(([questionId, answer]) => ({ questionId, answer })),
      },
    ],
    payment: "invoice",
    expectedTotal: FEE,
  };
  await walk.post(OrderPlacedAnswer, "/orders", { as: "participant", body });
}

/** So many participants of a cohort, with the keys of their welcomes. */
export async function inCohort(walk: Walk, cohort: CohortMade, count: number): Promise<(WithKey & Trainee)[]> {
  const people = Array.from({ length: count }, (_none, index) => trainee(walk, `Tora Trener${"abcdefghijkl"[index]}`));
  for (const one of people) await signUp(walk, cohort, one);
  await walk.settle();
  const there = await participantsOf(walk, cohort.cohortId);
  const withKeys: (WithKey & Trainee)[] = [];
  for (const one of people) {
    const key = new URL((await welcomed(walk, one)).page).searchParams.get("key");
    const placeId = there.get(one.name)?.placeId;
    assert.ok(key && placeId);
    withKeys.push({ ...one, cohortId: cohort.cohortId, placeId: PlaceId.parse(placeId), key });
  }
  return withKeys;
}
