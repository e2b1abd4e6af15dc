import * as z from "zod";
import { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { OfferingId, PlaceId } from "#kernel/ids";
import { PORTFOLIO_LEAST, PORTFOLIO_MOST } from "./eligibility.ts";
import { HandInStatus } from "./participation.ts";
import { HandInKind, isReady, PracticeDocument, takesPlace } from "./practice-document.ts";

/** What a participant hands in: the portfolio, or the essay. Begun by its first document. */
export const HandIn = z.object({
  cohortId: OfferingId,
  placeId: PlaceId,
  kind: HandInKind,
  status: HandInStatus,
  documents: z.array(PracticeDocument),
  submittedAt: Instant.optional(),
  /** What the reviewer wrote when it was returned last. */
  comments: z.string().optional(),
  version: z.int().min(0),
});
export type HandIn = z.infer<typeof HandIn>;

/** What can be done to a hand-in, and where it goes; what isn't here can't be done. */
const MOVES: Readonly<Record<HandInStatus, Partial<Record<HandInMove, HandInStatus>>>> = {
  draft: { submit: "submitted" },
  submitted: { withdraw: "draft", return: "returned", approve: "approved" },
  returned: { submit: "submitted" },
  // Final, unless a reviewer reopens it before there is a certificate.
  approved: { reopen: "returned" },
};
export const HandInMove = z.enum(["submit", "withdraw", "return", "approve", "reopen"]);
export type HandInMove = z.infer<typeof HandInMove>;

/** While a reviewer has it, or has approved it, it stays as it is. */
const OPEN: readonly HandInStatus[] = ["draft", "returned"];

/** Before anything was added. Not kept yet. */
export function blank(ref: Pick<HandIn, "cohortId" | "placeId" | "kind">): HandIn {
  return { ...ref, status: "draft", documents: [], version: 0 };
}

/**
 * The hand-in after a move.
 *
 * @throws DomainError `hand-in-moved-on` for a move that its status doesn't have
 */
export function moved(handIn: HandIn, move: HandInMove): HandIn {
  const status = MOVES[handIn.status][move];
  if (!status) throw refusal("hand-in-moved-on", { status: handIn.status });
  return { ...handIn, status };
}

/**
 * Hands it in.
 *
 * @throws DomainError `hand-in-moved-on`; `hand-in-incomplete` for a portfolio without 3 to 5 documents that are ready, an
 *   essay without its file, or one with a file that is still on its way
 */
export function submitted(handIn: HandIn, now: Instant): HandIn {
  // What has not come in time would else become a part of it later, unseen by whoever reviews it.
  const after = moved(withoutExpired(handIn, now), "submit");
  const [least, most] = handIn.kind === "portfolio" ? [PORTFOLIO_LEAST, PORTFOLIO_MOST] : [1, 1];
  const ready = handIn.documents.filter(isReady).length;
  const waiting = handIn.documents.filter((document) => !isReady(document) && takesPlace(document, now)).length;
  if (ready < least || ready > most || waiting > 0) {
    throw refusal("hand-in-incomplete", { kind: handIn.kind, ready, waiting, least, most });
  }
  const { comments: _answered, ...rest } = after;
  return { ...rest, submittedAt: now };
}

/**
 * Adds a document and forgets those that were turned away or never came. An essay takes the place of the one before once
 * it has come: until then that one is all there is.
 *
 * @throws DomainError `hand-in-moved-on`, `too-many-documents`
 */
export function withDocument(handIn: HandIn, document: PracticeDocument, now: Instant): HandIn {
  refuseUnlessOpen(handIn);
  const stays = handIn.kind === "essay" ? isReady : (each: PracticeDocument) => takesPlace(each, now);
  const standing = handIn.documents.filter(stays);
  if (standing.length >= PORTFOLIO_MOST) throw refusal("too-many-documents", { most: PORTFOLIO_MOST });
  return { ...handIn, documents: [...standing, document] };
}

/** @throws DomainError `hand-in-moved-on` */
export function withoutDocument(handIn: HandIn, documentId: PracticeDocument["documentId"]): HandIn {
  refuseUnlessOpen(handIn);
  return { ...handIn, documents: handIn.documents.filter((document) => document.documentId !== documentId) };
}

/** The hand-in without what was announced and never came. */
export function withoutExpired(handIn: HandIn, now: Instant): HandIn {
  const documents = handIn.documents.filter(({ file }) => file?.status !== "awaiting-upload" || file.uploadBy > now);
  return documents.length === handIn.documents.length ? handIn : { ...handIn, documents };
}

function refuseUnlessOpen({ status }: HandIn): void {
  if (!OPEN.includes(status)) throw refusal("hand-in-moved-on", { status });
}
