import assert from "node:assert/strict";
import type { Mark } from "#education/domain/participation";
import {
  COHORT_OF_2023,
  type CohortMade,
  daysOf,
  makeCohort,
  participantsOf,
  reasonsWhyNot,
  registerDay,
  signUpOnInvoice,
  TEN_DAYS,
} from "../cohorts.ts";
import type { Walk } from "../walk.ts";

const UNTOLD = { profession: "Lærer", service: "Skole", municipality: "Eksempel", workplace: "Eksempel skole" };
const BELOW = "attendance-below-80-percent";

/** Two other calendars at once: 2023/24's four gatherings and the festival, and ten days, in which 8 of 10 pass exactly. */
export async function cohortCalendars(walk: Walk): Promise<void> {
  const nine = await makeCohort(walk, "Kull 6", COHORT_OF_2023);
  assert.deepEqual(
    nine.gatherings.map(({ days }) => days.length),
    [2, 2, 2, 2, 1],
  );
  const ten = await makeCohort(walk, "Kull på ti dager", TEN_DAYS);
  assert.equal(daysOf(ten).length, 10);
  const missed = {
    [nine.cohortId]: { Uvik: ["d1"], Dalvik: ["d1", "d4"], Halvik: ["d2", "d6", "d7"] },
    [ten.cohortId]: { Uvik: ["d3", "d9"], Dalvik: ["d1", "d2", "d3"] },
  };
  // Halves of a day add up: three halves are a day and a half, and 7.5 of 9 is enough.
  const how = (surname: string): Mark => (surname === "Halvik" ? "half" : "absent");

  for (const cohort of [nine, ten]) {
    const surnames = Object.keys(missed[cohort.cohortId] ?? {});
    const people = surnames.map((surname) => ({ ...walk.person(`Deltaker ${surname}`), answers: UNTOLD }));
    await signUpOnInvoice(walk, cohort, walk.person("Siri Samordner", "kommune.example.com"), people);
  }
  const there = new Map(
    await Promise.all(
      [nine, ten].map(async (cohort) => [cohort, [...(await participantsOf(walk, cohort.cohortId)).values()]] as const),
    ),
  );
  const days = [nine, ten]
    .flatMap((cohort) => daysOf(cohort).map((day) => ({ cohort, day })))
    .sort((one, other) => one.day.endsAt.localeCompare(other.day.endsAt));
  await walk.passTo(days.at(-1)?.day.endsAt ?? nine.offering.signUpClosesAt);
  for (const { cohort, day } of days) {
    const absent = Object.entries(missed[cohort.cohortId] ?? {}).filter(([, dayIds]) => dayIds.includes(day.dayId));
    const otherwise = Object.fromEntries(absent.map(([surname]) => [`Deltaker ${surname}`, how(surname)]));
    await registerDay(walk, cohort.cohortId, day, there.get(cohort) ?? [], otherwise);
  }
  const attendance = async ({ cohortId }: CohortMade) =>
    Object.fromEntries([...(await reasonsWhyNot(walk, cohortId))].map(([name, why]) => [name, !why.includes(BELOW)]));
  assert.deepEqual(await attendance(nine), {
    "Deltaker Uvik": true,
    "Deltaker Dalvik": false,
    "Deltaker Halvik": true,
  });
  assert.deepEqual(await attendance(ten), { "Deltaker Uvik": true, "Deltaker Dalvik": false });
  walk.say(
    "Of nine days in four gatherings and a festival, 8 and 7.5 are enough and 7 are not; of ten, 8 are and 7 are not.",
  );
}
