import type { HandIn } from "./hand-in.ts";
import type { Participation } from "./participation.ts";
import { isReady } from "./practice-document.ts";

/** The participation with what a certificate is decided on of this hand-in: its status and its ready documents. */
export function withSummary(participation: Participation, handIn: HandIn): Participation {
  const ready = handIn.documents.filter(isReady).map(({ documentId, datedOn }) => ({ documentId, datedOn }));
  if (handIn.kind === "portfolio") {
    return { ...participation, portfolio: { status: handIn.status, documents: ready } };
  }
  const documentId = ready[0]?.documentId;
  return { ...participation, essay: { status: handIn.status, ...(documentId && { documentId }) } };
}
