import assert from "node:assert/strict";
import * as z from "zod";
import { HandInsView } from "#education/http/hand-in-view";
import { DocumentId } from "#kernel/ids";
import { daysOf } from "#local/demo/cohorts";
import { addTexts, practiceText } from "#local/demo/hand-ins";
import { announce, PDF, pdf } from "#local/demo/sample-files";
import type { Walk } from "#local/demo/walk";
import { testVirus } from "#local/guardduty/malware-scan";
import type { Begin } from "../scenario.ts";
import { inCohort, soonACohort } from "./cohort.ts";

/** At most, for each participant, besides a text. */
const DOCUMENTS = 4;

const Added = z.object({
  documentId: DocumentId,
  upload: z.object({ url: z.url(), headers: z.record(z.string(), z.string()) }),
});

/** A file for the portfolio: announced, uploaded into quarantine, scanned and kept. */
export async function practiceDocument(walk: Walk, attempts: number): Promise<Begin> {
  return uploaded(walk, attempts, new Uint8Array(await pdf(1)), "kept");
}

/** A file with a virus: it never leaves quarantine, and its owner is told what to do. */
export async function infectedDocument(walk: Walk, attempts: number): Promise<Begin> {
  return uploaded(walk, attempts, new TextEncoder().encode(`%PDF-1.7 ${testVirus}`), "turned away");
}

async function uploaded(
  walk: Walk,
  attempts: number,
  bytes: Uint8Array<ArrayBuffer>,
  outcome: "kept" | "turned away",
): Promise<Begin> {
  const file = announce("referat.pdf", PDF, bytes);
  const people: Awaited<ReturnType<typeof inCohort>> = [];
  let datedOn = "";
  while (people.length * DOCUMENTS < attempts) {
    const cohort = await soonACohort(walk);
    people.push(...(await inCohort(walk, cohort, Math.min(12, Math.ceil(attempts / DOCUMENTS)))));
    datedOn = daysOf(cohort)[0]?.startsAt ?? "";
  }
  await walk.passTo(datedOn);
  // From then on there is a portfolio, whichever attempt comes first.
  for (const who of people) await addTexts(walk, who, 1, datedOn.slice(0, 10));
  let turn = 0;
  return async (client) => {
    const who = people[turn % people.length];
    turn += 1;
    assert.ok(who);
    const path = `/cohorts/${who.cohortId}/participants/${who.placeId}`;
    let documentId: string | undefined;
    return {
      async act() {
        const mails = async () => (await client.mailsTo(who.email)).length;
        const before = await mails();
        const body = { ...practiceText(1, datedOn.slice(0, 10)), file };
        const added = await client.post(Added, `${path}/documents`, { key: who.key, body });
        documentId = added.documentId;
        const { url, headers } = added.upload;
        assert.equal((await fetch(url, { method: "PUT", headers, body: bytes })).status, 200);
        // It isn't told any more when the participant has added the next one.
        if (outcome === "turned away")
          await client.eventually("The mail", async () => ((await mails()) > before ? true : undefined));
      },
      async afterwards() {
        const { portfolio } = await client.get(HandInsView, `${path}/hand-ins`, { as: "reviewer" });
        const found = portfolio.documents.find((each) => each.documentId === documentId);
        assert.deepEqual(found?.file?.measure, outcome === "kept" ? { unit: "pages", count: 1 } : undefined);
      },
    };
  };
}
