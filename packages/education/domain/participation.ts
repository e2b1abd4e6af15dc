import * as z from "zod";
import { type Caller, hasRole } from "#kernel/caller";
import { Instant } from "#kernel/clock";
import { EmailAddress, TextLine } from "#kernel/contact";
import { AccessKey } from "#kernel/id";
import { DocumentId, OfferingId, PlaceId } from "#kernel/ids";
import { Locale } from "#kernel/locale";

/** How a day was: two halves are a day. */
export const Mark = z.enum(["present", "half", "absent"]);
export type Mark = z.infer<typeof Mark>;

/** What learning groups are mixed by. */
export const Background = z.strictObject({
  profession: TextLine.optional(),
  service: TextLine.optional(),
  municipality: TextLine.optional(),
  workplace: TextLine.optional(),
});
export type Background = z.infer<typeof Background>;

/** The states of what is handed in, a portfolio or an essay, and where each may go. */
export const HandInStatus = z.enum(["draft", "submitted", "returned", "approved"]);
export type HandInStatus = z.infer<typeof HandInStatus>;

/** A dated document of the portfolio that is ready to be read, as the portfolio's summary counts it. */
const CountedDocument = z.object({ documentId: DocumentId, datedOn: z.iso.date() });

/** One person's part in a cohort: who, in which group, and all that a certificate is decided on. */
export const Participation = z.object({
  cohortId: OfferingId,
  placeId: PlaceId,
  /** Opens the participant's own pages, from the link in their mail. */
  key: AccessKey,
  locale: Locale,
  name: TextLine,
  email: EmailAddress,
  background: Background,
  /** What the place's own answers last said of it: only what they say anew takes the place of an administrator's correction. */
  told: Background,
  status: z.enum(["active", "withdrawn"]),
  withdrawnAt: Instant.optional(),
  /** From 1. */
  group: z.int().min(1).optional(),
  processLeader: z.boolean(),
  /** By `dayId`. A day without a mark blocks the certificate (rule 5). */
  attendance: z.record(z.string(), z.object({ mark: Mark, markedAt: Instant })),
  portfolio: z.object({ status: HandInStatus, documents: z.array(CountedDocument) }),
  essay: z.object({ status: HandInStatus, documentId: DocumentId.optional() }),
  version: z.int().min(1),
});
export type Participation = z.infer<typeof Participation>;

/** A participation is its participant's, by key or by a login with the address, and the centre's people's. */
export function maySeeParticipation(participation: Pick<Participation, "key" | "email">, caller: Caller): boolean {
  if (caller.kind === "guest") return caller.key === participation.key;
  if (caller.email === participation.email) return true;
  return (["administrator", "course-leader", "reviewer"] as const).some((role) => hasRole(caller, role));
}
