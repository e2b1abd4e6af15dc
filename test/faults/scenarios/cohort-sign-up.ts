import assert from "node:assert/strict";
import { welcomed } from "#local/demo/cohorts";
import type { Begin } from "../scenario.ts";
import { signUp, soonACohort, trainee } from "./cohort.ts";

/** A place in a cohort on invoice: it becomes a participation, with its welcome by mail. */
export async function cohortSignUp(): Promise<Begin> {
  return async (client) => {
    const cohort = await soonACohort(client);
    const one = trainee(client);
    return {
      act: () => signUp(client, cohort, one),
      async afterwards() {
        assert.equal((await welcomed(client, one)).days, 1);
      },
    };
  };
}
