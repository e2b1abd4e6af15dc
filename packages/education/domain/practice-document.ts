import * as z from "zod";
import { type Instant, Instant as InstantText } from "#kernel/clock";
import { TextLine } from "#kernel/contact";
import { DocumentId } from "#kernel/ids";

export const HandInKind = z.enum(["portfolio", "essay"]);
export type HandInKind = z.infer<typeof HandInKind>;

/** The small things of one's own practice that a portfolio is made of; the essay is a document of its own kind. */
export const PracticeKind = z.enum(["photo-with-text", "minutes", "lesson-plan", "text", "link"]);
export type PracticeKind = z.infer<typeof PracticeKind>;

const IMAGES = ["image/jpeg", "image/png", "image/webp"] as const;
const WRITTEN = ["application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"] as const;
export const FileType = z.enum([...IMAGES, ...WRITTEN]);
export type FileType = z.infer<typeof FileType>;

/** The types of file that each may be. */
export const ALLOWED_TYPES: Readonly<Record<HandInKind, readonly FileType[]>> = {
  portfolio: [...IMAGES, ...WRITTEN],
  essay: WRITTEN,
};

/** 20 MB, as people count them. */
export const MOST_BYTES = 20_000_000;

/** A file as its owner announces it: what comes must be exactly that. */
export const AnnouncedFile = z.strictObject({
  fileName: TextLine.regex(/^[^/\\]*$/, "A file's name, without a folder."),
  contentType: z.string().max(200),
  bytes: z.int().min(1),
  /** SHA-256 of the bytes, base64: 44 characters. */
  sha256: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
});
export type AnnouncedFile = z.infer<typeof AnnouncedFile>;

/** Why a file was turned away, for its owner to do better. */
export const RejectionReason = z.enum([
  /** The scan found something harmful. */
  "malware",
  /** It can't be scanned or read, as one with a password can't. */
  "unreadable",
  /** Its content is of another type than announced, whatever its name says. */
  "other-type",
  /** Not the bytes that were announced. */
  "other-content",
  /** A document with macros: a program. */
  "macros",
]);
export type RejectionReason = z.infer<typeof RejectionReason>;

/** How long a written file is: pages of a PDF, words of a DOCX. */
export const Measure = z.discriminatedUnion("unit", [
  z.object({ unit: z.literal("pages"), count: z.int().min(0) }),
  z.object({ unit: z.literal("words"), count: z.int().min(0) }),
]);
export type Measure = z.infer<typeof Measure>;

const announced = { ...AnnouncedFile.shape, contentType: FileType };

/** A file on its way: announced, then scanned and checked, and then ready to be read or turned away. */
const UploadedFile = z.discriminatedUnion("status", [
  z.object({ status: z.literal("awaiting-upload"), ...announced, uploadBy: InstantText }),
  z.object({ status: z.literal("ready"), ...announced, measure: Measure.optional() }),
  z.object({ status: z.literal("rejected"), ...announced, reason: RejectionReason }),
]);
export type UploadedFile = z.infer<typeof UploadedFile>;

export const PracticeDocument = z.object({
  documentId: DocumentId,
  kind: z.enum([...PracticeKind.options, "essay"]),
  title: TextLine,
  /** The day it tells of, in Norway; an essay's is the day it was added. */
  datedOn: z.iso.date(),
  text: z.string().optional(),
  link: z.url().optional(),
  file: UploadedFile.optional(),
  addedAt: InstantText,
});
export type PracticeDocument = z.infer<typeof PracticeDocument>;

/** Ready to be read: there is no file, or the file has been checked. */
export function isReady({ file }: PracticeDocument): boolean {
  return file === undefined || file.status === "ready";
}

/** Takes one of the places: neither turned away nor given up as never uploaded. */
export function takesPlace({ file }: PracticeDocument, now: Instant): boolean {
  if (file?.status === "awaiting-upload") return file.uploadBy > now;
  return file?.status !== "rejected";
}
