import * as z from "zod";
import type { Instant } from "#kernel/clock";
import { plusSeconds } from "#kernel/clock";
import { TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import type { DocumentId } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import { periodOf } from "./calendar.ts";
import type { Cohort } from "./cohort.ts";
import {
  ALLOWED_TYPES,
  AnnouncedFile,
  FileType,
  type HandInKind,
  MOST_BYTES,
  type PracticeDocument,
  PracticeKind,
  type UploadedFile,
} from "./practice-document.ts";
import { deletedAt } from "./retention.ts";

/** Whoever has announced a file has so long to upload it, and the scan to tell; then its place is free again. */
const WAIT_FOR_UPLOAD_SECONDS = 3600;

const Confirmed = { noChildRecognisable: z.boolean().default(false) };

/** A document of the portfolio: a text, a link, a file to be uploaded, or several of them. */
export const AddDocumentRequest = z
  .strictObject({
    kind: PracticeKind,
    title: TextLine,
    datedOn: z.iso.date(),
    text: z.string().trim().min(1).max(10_000).optional(),
    link: z
      .url({ protocol: /^https$/ })
      .max(2000)
      .optional(),
    file: AnnouncedFile.optional(),
    /** The box: no child can be recognised without consent. */
    ...Confirmed,
  })
  .superRefine(({ kind, text, link, file }, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (kind === "photo-with-text" && !file) missing("file", "A photo with text has a photo.");
    if (kind === "photo-with-text" && !text) missing("text", "A photo with text has a text.");
    if (kind === "link" && !link) missing("link", "A link has an address.");
    if (!text && !link && !file) missing("text", "A document has a text, a link or a file.");
  });
export type AddDocumentRequest = z.infer<typeof AddDocumentRequest>;

/** The essay: one file, on the two questions. */
export const AddEssayRequest = z.strictObject({ file: AnnouncedFile, ...Confirmed });
export type AddEssayRequest = z.infer<typeof AddEssayRequest>;

interface Making {
  readonly documentId: DocumentId;
  readonly now: Instant;
}

/**
 * A document as it begins. None once the cohort's portfolios are deleted: an approved one would begin anew, as a draft.
 *
 * @throws DomainError `child-consent-missing`; `hand-in-time-over`; `document-date-not-in-cohort` for one dated before the cohort's first day, after
 *   its last, or in the future; `file-too-large`; `file-type-not-allowed`
 */
export function newDocument(
  request: AddDocumentRequest,
  cohort: Pick<Cohort, "gatherings">,
  { documentId, now }: Making,
): PracticeDocument {
  const { noChildRecognisable, file, kind, title, datedOn, text, link } = request;
  refuseUnconfirmed(noChildRecognisable);
  refuseTooLate(cohort, now);
  const { first, last } = periodOf(cohort);
  const today = norwegianDay(now);
  const until = last < today ? last : today;
  if (datedOn < first || datedOn > until) throw refusal("document-date-not-in-cohort", { first, last: until });
  return {
    documentId,
    kind,
    title,
    datedOn,
    ...(text !== undefined && { text }),
    ...(link !== undefined && { link }),
    ...(file && { file: announcedFile(file, "portfolio", now) }),
    addedAt: now,
  };
}

/**
 * The essay's file as it begins. None before the first day: until then somebody else may still come instead, and would
 * find it.
 *
 * @throws DomainError `cohort-not-begun`, `hand-in-time-over`, `child-consent-missing`, `file-too-large`, `file-type-not-allowed`
 */
export function newEssay(
  { file, noChildRecognisable }: AddEssayRequest,
  cohort: Pick<Cohort, "gatherings">,
  { documentId, now }: Making,
): PracticeDocument {
  refuseUnconfirmed(noChildRecognisable);
  refuseTooLate(cohort, now);
  const { first } = periodOf(cohort);
  if (norwegianDay(now) < first) throw refusal("cohort-not-begun", { first });
  return {
    documentId,
    kind: "essay",
    title: file.fileName,
    datedOn: norwegianDay(now),
    file: announcedFile(file, "essay", now),
    addedAt: now,
  };
}

function refuseUnconfirmed(noChildRecognisable: boolean): void {
  if (!noChildRecognisable) throw refusal("child-consent-missing", {});
}

function refuseTooLate(cohort: Pick<Cohort, "gatherings">, now: Instant): void {
  const deleted = deletedAt(cohort);
  if (deleted <= now) throw refusal("hand-in-time-over", { since: norwegianDay(deleted) });
}

function announcedFile(file: AnnouncedFile, kind: HandInKind, now: Instant): UploadedFile {
  if (file.bytes > MOST_BYTES) throw refusal("file-too-large", { most: MOST_BYTES });
  const contentType = FileType.safeParse(file.contentType).data;
  const allowed = ALLOWED_TYPES[kind];
  if (!contentType || !allowed.includes(contentType)) throw refusal("file-type-not-allowed", { allowed });
  return { ...file, contentType, status: "awaiting-upload", uploadBy: plusSeconds(now, WAIT_FOR_UPLOAD_SECONDS) };
}
