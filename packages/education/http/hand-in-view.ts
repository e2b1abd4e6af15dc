import * as z from "zod";
import type { SeenHandIns } from "../app/read-hand-ins.ts";
import { essayLength } from "../domain/essay-length.ts";
import { HandIn } from "../domain/hand-in.ts";
import { Measure, PracticeDocument, RejectionReason, type UploadedFile } from "../domain/practice-document.ts";

const FileView = z.object({
  fileName: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  status: z.enum(["awaiting-upload", "ready", "rejected"]),
  /** Until when an announced file is waited for. */
  uploadBy: z.string().optional(),
  reason: RejectionReason.optional(),
  /** Pages of a PDF, words of a DOCX. */
  measure: Measure.optional(),
  /** Of an essay, which is asked to be 2 to 3 pages. */
  length: z.enum(["shorter", "as-asked", "longer"]).optional(),
});

const DocumentView = PracticeDocument.omit({ file: true }).extend({ file: FileView.optional() });

const HandInView = HandIn.pick({ kind: true, status: true, submittedAt: true, comments: true }).extend({
  documents: z.array(DocumentView),
});

export const HandInsView = z.object({ name: z.string(), portfolio: HandInView, essay: HandInView });

export function handInsView({ participation, portfolio, essay }: SeenHandIns): z.input<typeof HandInsView> {
  return { name: participation.name, portfolio: handInView(portfolio), essay: handInView(essay) };
}

function handInView(handIn: HandIn): z.input<typeof HandInView> {
  const documents = handIn.documents.map(({ file, ...document }) => ({
    ...document,
    ...(file && { file: fileView(file, document.kind) }),
  }));
  return { ...handIn, documents };
}

function fileView(file: UploadedFile, kind: PracticeDocument["kind"]): z.input<typeof FileView> {
  const measure = file.status === "ready" ? file.measure : undefined;
  return { ...file, ...(measure && kind === "essay" && { length: essayLength(measure) }) };
}
