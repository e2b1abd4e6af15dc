import assert from "node:assert/strict";
import { AttendanceAnswer } from "#education/app/register-attendance";
import { plusSeconds } from "#kernel/clock";
import { daysOf, participantsOf, registerDay } from "#local/demo/cohorts";
import type { Walk } from "#local/demo/walk";
import type { Begin } from "../scenario.ts";
import { inCohort, soonACohort } from "./cohort.ts";

const leader = { as: "course-leader" } as const;

/** A day's attendance, put right for one of the participants in turn. */
export async function attendance(walk: Walk, attempts: number): Promise<Begin> {
  const cohort = await soonACohort(walk);
  const { cohortId } = cohort;
  const people = await inCohort(walk, cohort, Math.min(4, Math.ceil(attempts / 4)));
  const [day] = daysOf(cohort);
  assert.ok(day);
  await walk.passTo(day.endsAt);
  await registerDay(walk, cohortId, day, [...(await participantsOf(walk, cohortId)).values()]);
  let turn = 0;
  return async (client) => {
    turn += 1;
    const placeId = people[turn % people.length]?.placeId;
    const mark = Math.ceil(turn / people.length) % 2 === 1 ? "half" : "present";
    const marks = [{ placeId, mark, markedAt: plusSeconds(day.endsAt, turn), reason: "Så feil." }];
    return {
      async act() {
        const path = `/cohorts/${cohortId}/days/${day.dayId}/attendance`;
        const { recorded } = await client.post(AttendanceAnswer, path, { ...leader, body: { marks } });
        assert.deepEqual(recorded, [placeId]);
      },
      async afterwards() {
        assert.equal((await participantsOf(client, cohortId)).size, people.length);
      },
    };
  };
}
