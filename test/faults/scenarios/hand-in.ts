import assert from "node:assert/strict";
import * as z from "zod";
import { HandInsView } from "#education/http/hand-in-view";
import { daysOf } from "#local/demo/cohorts";
import { addTexts, approved } from "#local/demo/hand-ins";
import type { Walk } from "#local/demo/walk";
import type { Begin } from "../scenario.ts";
import { inCohort, soonACohort } from "./cohort.ts";

/** A portfolio is handed in, approved, and opened again, for one of the participants in turn. */
export async function handIn(walk: Walk, attempts: number): Promise<Begin> {
  const cohort = await soonACohort(walk);
  const people = await inCohort(walk, cohort, Math.min(4, Math.ceil(attempts / 4)));
  const datedOn = daysOf(cohort)[0]?.startsAt ?? "";
  await walk.passTo(datedOn);
  for (const who of people) await addTexts(walk, who, 3, datedOn.slice(0, 10));
  let turn = 0;
  return async (client) => {
    const who = people[turn % people.length];
    turn += 1;
    assert.ok(who);
    const path = `/cohorts/${who.cohortId}/participants/${who.placeId}/hand-ins`;
    const seen = async () => (await client.get(HandInsView, path, { as: "reviewer" })).portfolio;
    const toldOf = async (what: string, decide: () => Promise<unknown>) => {
      const mails = async () =>
        (await client.mailsTo(who.email)).filter(({ subject }) => subject.includes(what)).length;
      const before = await mails();
      await decide();
      await client.eventually("The mail", async () => ((await mails()) > before ? true : undefined));
    };
    return {
      async act() {
        // What is decided isn't told any more when the next has been decided.
        await toldOf("godkjent", () => approved(client, who, "portfolio"));
        const { submittedAt } = await seen();
        const body = { decision: "reopen", submittedAt, comments: "Navnet på et barn må ut." };
        await toldOf("sendt tilbake", () =>
          client.post(z.unknown(), `${path}/portfolio/review`, { as: "reviewer", body }),
        );
      },
      async afterwards() {
        assert.equal((await seen()).status, "returned");
      },
    };
  };
}
