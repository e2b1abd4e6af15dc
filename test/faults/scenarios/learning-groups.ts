import assert from "node:assert/strict";
import * as z from "zod";
import { PlacedAnswer } from "#education/app/arrange-groups";
import { GroupsView } from "#education/http/group-routes";
import { participantsOf } from "#local/demo/cohorts";
import type { Walk } from "#local/demo/walk";
import type { Begin } from "../scenario.ts";
import { inCohort, soonACohort } from "./cohort.ts";

const GROUPS = 6;
const administrator = { as: "administrator" } as const;

/** Somebody is put into another learning group, leaves the cohort, and is in again. */
export async function learningGroups(walk: Walk): Promise<Begin> {
  const cohort = await soonACohort(walk, 300);
  const { cohortId } = cohort;
  const people = await inCohort(walk, cohort, 4);
  const path = `/cohorts/${cohortId}`;
  let turn = 0;
  return async (client) => {
    const placeId = people[turn % people.length]?.placeId;
    const group = (Math.floor(turn / people.length) % GROUPS) + 1;
    turn += 1;
    const become = (status: string) =>
      client.put(z.unknown(), `${path}/participants/${placeId}/status`, { ...administrator, body: { status } });
    return {
      async act() {
        await place(client);
        await become("withdrawn");
        await become("active");
      },
      async afterwards() {
        const there = [...(await participantsOf(client, cohortId)).values()];
        assert.deepEqual(
          there.map(({ status }) => status),
          people.map(() => "active"),
        );
      },
    };

    /** Whoever moved somebody meanwhile is looked at again. */
    async function place(client: Walk): Promise<void> {
      const { version } = await client.get(GroupsView, `${path}/groups`, administrator);
      const body = { version, placings: [{ placeId, group }] };
      const { status, text, body: told } = await client.ask("PUT", `${path}/groups`, { ...administrator, body });
      if (status === 409 && text.includes("changed-meanwhile")) return place(client);
      assert.equal(status, 200, text);
      PlacedAnswer.parse(told);
    }
  };
}
