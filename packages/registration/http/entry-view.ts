import * as z from "zod";
import { Instant } from "#kernel/clock";
import { EntryId, OfferingId, TicketTypeId } from "#kernel/ids";

const EntryStatus = z.enum(["waiting", "offered", "accepted", "declined", "lapsed", "left", "closed"]);

/** One's own entry in a waiting list. */
export const EntryView = z.object({
  entryId: EntryId,
  offeringId: OfferingId,
  ticketTypeId: TicketTypeId,
  joinedAt: Instant,
  status: EntryStatus,
  /** While waiting: 1 is the first in line. */
  position: z.int().min(1).optional(),
  /** While offered: take the place before then. */
  until: Instant.optional(),
});

/** An entry as administrators see it. */
export const ListedEntryView = EntryView.extend({
  name: z.string(),
  email: z.string(),
  /** While waiting: why this one has not been offered a place. */
  why: z.enum(["sign-up-closed", "offering-full", "ticket-type-full", "soon"]).optional(),
});
