import * as z from "zod";
import { PersonId } from "#kernel/caller";
import { Instant } from "#kernel/clock";
import { TextLine } from "#kernel/contact";
import { OfferingId, PlaceId } from "#kernel/ids";
import { Mark } from "./participation.ts";

const common = {
  cohortId: OfferingId,
  placeId: PlaceId,
  /** The participation's version that it led to: entries are in its order. */
  version: z.int().min(1),
  by: PersonId,
  at: Instant,
};

/** Something that the centre's people did to a participation: never changed, and kept as long as it is. */
export const HistoryEntry = z.discriminatedUnion("what", [
  z.object({
    ...common,
    what: z.literal("marked"),
    dayId: z.string(),
    mark: Mark,
    /** What stood until then. */
    instead: Mark.optional(),
    markedAt: Instant,
    reason: TextLine.optional(),
  }),
  z.object({ ...common, what: z.enum(["withdrawn", "resumed"]) }),
]);
export type HistoryEntry = z.infer<typeof HistoryEntry>;
