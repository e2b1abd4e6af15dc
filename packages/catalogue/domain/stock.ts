import * as z from "zod";
import { ProductId } from "#kernel/ids";

/**
 * Stock of one product, in pieces: `onHand` lies on the shelf, `available` of them nobody has ordered.
 * Never below zero (rule 4).
 */
export const Stock = z.object({
  productId: ProductId,
  onHand: z.int().min(0),
  available: z.int().min(0),
});
export type Stock = z.infer<typeof Stock>;

const MAX_PIECES = 100_000;

/** Why the shelf has more or fewer than the books said. `counted`: the difference that a count found. */
export const StockAdjustment = z.discriminatedUnion("reason", [
  z.strictObject({ reason: z.literal("received"), change: z.int().min(1).max(MAX_PIECES) }),
  z.strictObject({ reason: z.enum(["damaged", "lost", "given-away"]), change: z.int().min(-MAX_PIECES).max(-1) }),
  z.strictObject({
    reason: z.literal("counted"),
    change: z
      .int()
      .min(-MAX_PIECES)
      .max(MAX_PIECES)
      .refine((change) => change !== 0, "A count without a difference changes nothing."),
  }),
]);
export type StockAdjustment = z.infer<typeof StockAdjustment>;
