import type { HandIn, HandInRef } from "#education/ports/hand-ins";
import type { Participation } from "#education/ports/participations";
import type { Letter } from "#kernel/letter";
import { documentRejected } from "../domain/templates/document-rejected.ts";
import { handInApproved } from "../domain/templates/hand-in-approved.ts";
import { handInReturned } from "../domain/templates/hand-in-returned.ts";
import type { Desk, NothingToWrite, Writer, Written } from "./writer.ts";

/** To a participant about their portfolio or essay, if what the mail says is still so. */
async function toParticipant(
  { cohortId, placeId, kind }: HandInRef,
  { readings }: Desk,
  write: (participation: Participation, handIn: HandIn) => Letter | undefined,
): Promise<Written | NothingToWrite> {
  const [participation, handIn] = await Promise.all([
    readings.participation({ cohortId, placeId }),
    readings.handIn({ cohortId, placeId, kind }),
  ]);
  if (!participation) return "nobody-to-write-to";
  const letter = handIn && write(participation, handIn);
  return letter ? { to: participation.email, locale: participation.locale, letter } : "out-of-date";
}

export const writeDocumentRejected: Writer<"document-rejected"> = (notice, desk) =>
  toParticipant(notice, desk, (participation, { documents }) => {
    const document = documents.find(({ documentId }) => documentId === notice.documentId);
    if (document?.file?.status !== "rejected") return undefined;
    const { name, locale } = participation;
    const { fileName, reason } = document.file;
    return documentRejected({ name, fileName, reason, link: desk.links.portfolio(participation) }, locale);
  });

export const writeHandInReturned: Writer<"hand-in-returned"> = (notice, desk) =>
  toParticipant(notice, desk, (participation, { kind, status }) => {
    if (status !== "returned") return undefined;
    const { name, locale } = participation;
    return handInReturned({ name, kind, link: desk.links.portfolio(participation) }, locale);
  });

export const writeHandInApproved: Writer<"hand-in-approved"> = (notice, desk) =>
  toParticipant(notice, desk, (participation, { kind, status }) => {
    if (status !== "approved") return undefined;
    const { name, locale } = participation;
    return handInApproved({ name, kind, link: desk.links.portfolio(participation) }, locale);
  });
