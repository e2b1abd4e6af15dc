import * as z from "zod";
import { PersonId } from "#kernel/caller";
import { Instant } from "#kernel/clock";
import { TextLine } from "#kernel/contact";
import { invariant } from "#kernel/domain-error";
import { CertificateId, OfferingId, PlaceId } from "#kernel/ids";
import { Locale, StaffText } from "#kernel/locale";

const EachLocale = z.object({ nb: z.string(), nn: z.string(), en: z.string() });

/** What was certified, of whom, when and on what grounds: all a reader ever sees, and never changed. */
export const Snapshot = z.object({
  name: TextLine,
  /** The language of the document. */
  locale: Locale,
  /** What its holder is called. */
  title: EachLocale,
  /** The cohort, as it was called. */
  education: StaffText,
  goals: z.array(EachLocale).min(1),
  /** First and last course day, in Norway. */
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  /** Halves of days attended, and days held. */
  attendance: z.object({ halves: z.int().min(0), held: z.int().min(1) }),
  /** Documents of the approved portfolio. */
  documents: z.int().min(1),
  essay: z.literal("approved"),
  issuer: TextLine,
  issuedAt: Instant,
  /** Valid for good without. */
  validUntil: Instant.optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** Where a certificate's bit is: in which list, at which index. */
export const StatusEntry = z.object({ list: z.int().min(1), index: z.int().min(0) });
export type StatusEntry = z.infer<typeof StatusEntry>;

/** What happened to a certificate, and who did it; the reason stays with us. */
const Entry = z.object({
  what: z.enum(["issued", "replaced", "revoked"]),
  at: Instant,
  by: PersonId,
  reason: z.string().optional(),
});

const common = {
  certificateId: CertificateId,
  cohortId: OfferingId,
  placeId: PlaceId,
  snapshot: Snapshot,
  /** The signed credential, as it was signed: JSON. */
  credential: z.string(),
  statusEntry: StatusEntry,
  /** The holder's mail address, as a hash: it tells who is a certified trainer. */
  holder: z.string(),
  /** The one it was issued in place of. */
  replaces: CertificateId.optional(),
  history: z.array(Entry).min(1),
  version: z.int().min(1),
};

/** A certificate. Once it is revoked or replaced, that is final. */
export const Certificate = z.discriminatedUnion("status", [
  z.object({ ...common, status: z.literal("valid") }),
  z.object({ ...common, status: z.literal("revoked") }),
  z.object({ ...common, status: z.literal("replaced"), replacedBy: CertificateId }),
]);
export type Certificate = z.infer<typeof Certificate>;
export type ValidCertificate = Extract<Certificate, { status: "valid" }>;
export type EndedCertificate = Exclude<Certificate, { status: "valid" }>;

/** The certificate a participant was given in a cohort last: at most one of theirs is valid (rule 5). */
export const Held = z.object({
  cohortId: OfferingId,
  placeId: PlaceId,
  certificateId: CertificateId,
  valid: z.boolean(),
});
export type Held = z.infer<typeof Held>;

/** `9W3K-7M4Q`: what a person reads out; a part of the id, which is the certificate's address. */
export function certificateNumber(certificateId: CertificateId): string {
  const [, letters = ""] = certificateId.split("_");
  invariant(letters.length >= 8, "an id has letters");
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}`.toUpperCase();
}

/** The share of days attended, in whole per cent, rounded down: 8 of 9 is 88. */
export function attendedPerCent({ halves, held }: Snapshot["attendance"]): number {
  return Math.floor((halves * 100) / (held * 2));
}

/** Days attended as people write them: 8, or 8,5 (8.5 in English). */
export function attendedDays({ halves }: Pick<Snapshot["attendance"], "halves">, locale: Locale): string {
  const whole = Math.floor(halves / 2);
  if (halves % 2 === 0) return `${whole}`;
  return locale === "en" ? `${whole}.5` : `${whole},5`;
}
