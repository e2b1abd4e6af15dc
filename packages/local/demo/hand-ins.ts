import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import * as z from "zod";
import type { ReviewRequest } from "#education/domain/review";
import { DocumentId } from "#kernel/ids";
import type { Participant } from "./cohorts.ts";
import type { Walk } from "./walk.ts";

const Added = z.object({
  documentId: DocumentId,
  upload: z.object({ url: z.url(), headers: z.record(z.string(), z.string()) }).optional(),
});
const Changed = z.object({ status: z.string() });
const Submitted = z.object({ submittedAt: z.string().optional() });
const Seen = z.object({ portfolio: Submitted, essay: Submitted });

/** A participant with the key from their welcome. */
export interface WithKey extends Pick<Participant, "cohortId" | "placeId" | "name"> {
  readonly key: string;
}

const own = ({ cohortId, placeId }: WithKey) => `/cohorts/${cohortId}/participants/${placeId}`;

/** Adds so many texts to the portfolio, all dated on that day. */
export async function addTexts(walk: Walk, who: WithKey, count: number, datedOn: string): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await walk.post(Added, `${own(who)}/documents`, { key: who.key, body: practiceText(number, datedOn) });
  }
}

export function practiceText(number: number, datedOn: string) {
  const text = "Vi lette etter styrker i klassen, og alle fant en.";
  return { kind: "text", title: `Fra min praksis ${number}`, datedOn, text, noChildRecognisable: true };
}

/** Uploads an essay of two pages, as a browser would: announced first, then put where we are told. */
export async function addEssay(walk: Walk, who: WithKey): Promise<void> {
  const bytes = twoPages(who.name);
  const file = {
    fileName: "refleksjonsoppgave.pdf",
    contentType: "application/pdf",
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("base64"),
  };
  const body = { file, noChildRecognisable: true };
  const { upload } = await walk.post(Added, `${own(who)}/essay`, { key: who.key, body });
  assert.ok(upload, "an essay is a file to be uploaded");
  const response = await fetch(upload.url, { method: "PUT", headers: upload.headers, body: bytes });
  assert.ok(response.ok, `the upload was answered ${response.status}: ${await response.text()}`);
  await walk.settle();
}

export async function handIn(walk: Walk, who: WithKey, kind: "portfolio" | "essay"): Promise<void> {
  const { status } = await walk.post(Changed, `${own(who)}/hand-ins/${kind}/submission`, { key: who.key });
  assert.equal(status, "submitted");
}

export async function review(
  walk: Walk,
  who: WithKey,
  kind: "portfolio" | "essay",
  decision: Pick<ReviewRequest, "decision"> & { readonly comments?: string },
): Promise<void> {
  const { [kind]: read } = await walk.get(Seen, `${own(who)}/hand-ins`, { as: "reviewer" });
  const body = { ...decision, submittedAt: read.submittedAt };
  await walk.post(Changed, `${own(who)}/hand-ins/${kind}/review`, { as: "reviewer", body });
}

/** A portfolio or an essay that is handed in and approved. */
export async function approved(walk: Walk, who: WithKey, kind: "portfolio" | "essay"): Promise<void> {
  await handIn(walk, who, kind);
  await review(walk, who, kind, { decision: "approve" });
}

/** The smallest PDF of two empty pages, with a name in it so that each is its own. */
function twoPages(author: string): Uint8Array<ArrayBuffer> {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    `<< /Author <${Buffer.from(author).toString("hex")}> >>`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`);
}
