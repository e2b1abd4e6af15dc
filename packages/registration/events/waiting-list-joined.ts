import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { EntryId, OfferingId, TicketTypeId } from "#kernel/ids";

/** Somebody waits for a place of a ticket type that was full. */
export const waitingListJoined = defineEvent(
  "registration.waiting-list-joined.v1",
  z.object({ offeringId: OfferingId, entryId: EntryId, ticketTypeId: TicketTypeId }),
  [{ offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", entryId: "ent_7c3kq1m9w2n8p4r6t5v0xa", ticketTypeId: "ordinary" }],
);
