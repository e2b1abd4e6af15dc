import * as z from "zod";
import { PersonId } from "#kernel/caller";
import { Instant } from "#kernel/clock";
import { OfferingId, PlaceId } from "#kernel/ids";
import { HandInMove } from "./hand-in.ts";
import { HandInKind } from "./practice-document.ts";

const Comments = z.string().trim().min(1).max(4000);

/**
 * What a reviewer decides: to return it (or to open again what was approved) takes words on why. `submittedAt` is of what they
 * have read: its participant may have taken it back since, and handed in something else.
 */
export const ReviewRequest = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("approve"), submittedAt: Instant }),
  z.strictObject({ decision: z.literal("return"), submittedAt: Instant, comments: Comments }),
  z.strictObject({ decision: z.literal("reopen"), submittedAt: Instant, comments: Comments }),
]);
export type ReviewRequest = z.infer<typeof ReviewRequest>;

/** A move of a hand-in with who made it and when: never changed. The participant's own have no `by`. */
export const HandInEntry = z.object({
  cohortId: OfferingId,
  placeId: PlaceId,
  kind: HandInKind,
  /** The hand-in's version that it led to: entries are in its order. */
  version: z.int().min(1),
  move: HandInMove,
  at: Instant,
  by: PersonId.optional(),
  comments: z.string().optional(),
});
export type HandInEntry = z.infer<typeof HandInEntry>;
