import type { DocumentId } from "#kernel/ids";
import type { HandIn } from "./hand-in.ts";
import type { Measure, RejectionReason, UploadedFile } from "./practice-document.ts";

/** What became of an upload once it was scanned and looked into. */
export type UploadVerdict =
  | { readonly verdict: "ready"; readonly measure?: Measure | undefined }
  | { readonly verdict: "rejected"; readonly reason: RejectionReason };

/** The file of a document that still waits for it; none: it was settled, removed or given up before. */
export function awaitedFile(
  handIn: HandIn | undefined,
  documentId: DocumentId,
): Extract<UploadedFile, { status: "awaiting-upload" }> | undefined {
  const file = handIn?.documents.find((document) => document.documentId === documentId)?.file;
  return file?.status === "awaiting-upload" ? file : undefined;
}

/** The hand-in with a waiting document settled. An essay that has come is the only one. */
export function settled(handIn: HandIn, documentId: DocumentId, verdict: UploadVerdict): HandIn {
  const documents = handIn.documents.map((document) => {
    const file = document.documentId === documentId ? document.file : undefined;
    if (file?.status !== "awaiting-upload") return document;
    const { uploadBy: _over, ...announced } = file;
    return verdict.verdict === "ready"
      ? { ...document, file: { ...announced, status: "ready" as const, measure: verdict.measure } }
      : { ...document, file: { ...announced, status: "rejected" as const, reason: verdict.reason } };
  });
  const only = handIn.kind === "essay" && verdict.verdict === "ready";
  return {
    ...handIn,
    documents: only ? documents.filter((document) => document.documentId === documentId) : documents,
  };
}
