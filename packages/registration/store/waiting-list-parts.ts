import { refusal } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";
import { type Guard, part, type Write } from "#kernel/transaction-part";
import type { Entry, WaitingListParts } from "#registration/ports/waiting-list";
import { CANCELLED, FREE, freeOf, OPEN, openOf, WAITING } from "../domain/capacity.ts";
import { offerAccepted } from "../events/offer-accepted.ts";
import { offerLapsed } from "../events/offer-lapsed.ts";
import { offerMade } from "../events/offer-made.ts";
import { placesReleased } from "../events/places-released.ts";
import { waitingListClosed } from "../events/waiting-list-closed.ts";
import { waitingListJoined } from "../events/waiting-list-joined.ts";
import { waitingListLeft } from "../events/waiting-list-left.ts";
import { capacityKey, entryKey, lineKey, waitingListPartition } from "./keys.ts";

export function waitingListParts(): WaitingListParts {
  return {
    join(entry) {
      const { offeringId, entryId, ticketTypeId } = entry;
      const full: Guard = {
        is: "below-one-of",
        attributes: [OPEN, openOf(ticketTypeId)],
        value: 1,
        otherwise: () => refusal("offering-not-full", { offeringId, ticketTypeId }),
      };
      const goesAhead: Guard = {
        is: "equal",
        attribute: CANCELLED,
        value: 0,
        otherwise: () => refusal("offering-not-open", { offeringId, reason: "cancelled" }),
      };
      return part(
        [
          counted(offeringId, { [OPEN]: -1, [openOf(ticketTypeId)]: -1, [WAITING]: 1 }, [goesAhead, full]),
          { kind: "create", key: entryKey(entry), item: row(entry), guards: [{ is: "absent", otherwise: "reload" }] },
          {
            kind: "create",
            key: lineKey(entry),
            item: { entryId, ticketTypeId },
            guards: [{ is: "absent", otherwise: "reload" }],
          },
        ],
        [waitingListJoined.of({ offeringId, entryId, ticketTypeId })],
      );
    },
    offer: (made) =>
      part(
        made.flatMap(({ before, after }) => [reserved(before), outOfLine(before), replaced(before, after)]),
        made.map(({ after: { offeringId, entryId, until } }) => offerMade.of({ offeringId, entryId, until })),
      ),
    accept(before, after, placeId) {
      const { offeringId, entryId } = before;
      return part([replaced(before, after)], [offerAccepted.of({ offeringId, entryId, placeId })]);
    },
    giveBack(before, after) {
      const { offeringId, entryId } = before;
      const fact =
        after.status === "lapsed"
          ? offerLapsed.of({ offeringId, entryId })
          : waitingListLeft.of({ offeringId, entryId, declinedOffer: true });
      return part(ended(before, after), [fact, placesReleased.of({ offeringId, places: 1 })]);
    },
    leave(before, after) {
      const { offeringId, entryId } = before;
      return part(ended(before, after), [waitingListLeft.of({ offeringId, entryId, declinedOffer: false })]);
    },
    close(before, after) {
      const { offeringId, entryId } = before;
      return part(ended(before, after), [waitingListClosed.of({ offeringId, entryId })]);
    },
    erase: (before) => part([...uncounted(before), deleted(before)]),
  };
}

/** What the indexes find entries by: the list of those who joined, and the end of an offer. */
function row(entry: Entry) {
  return {
    ...entry,
    listPartition: waitingListPartition(entry.offeringId),
    listSort: `${entry.joinedAt}#${entry.entryId}`,
    ...(entry.status === "offered" && { duePartition: "registration", dueAt: entry.until }),
  };
}

/** One who waited waits no more, or an offered place is free again. */
function ended(before: Entry, after: Entry): Write[] {
  return [...uncounted(before), replaced(before, after)];
}

/** What the counters and the line have of an entry is taken out of them. */
function uncounted(entry: Entry): Write[] {
  const { offeringId, ticketTypeId, status } = entry;
  const open = { [OPEN]: 1, [openOf(ticketTypeId)]: 1 };
  switch (status) {
    case "waiting":
      return [counted(offeringId, { ...open, [WAITING]: -1 }, []), outOfLine(entry)];
    case "offered":
      return [counted(offeringId, { ...open, [FREE]: 1, [freeOf(ticketTypeId)]: 1 }, [])];
    default:
      return [];
  }
}

function counted(offeringId: OfferingId, add: Readonly<Record<string, number>>, guards: readonly Guard[]): Write {
  return { kind: "change", key: capacityKey(offeringId), add, guards };
}

/** A free place becomes an offered one: nobody else can have it. `open` stays, since one fewer waits for one fewer. */
function reserved({ offeringId, ticketTypeId }: Entry): Write {
  const take = [FREE, freeOf(ticketTypeId)].map((attribute) => ({
    attribute,
    amount: 1,
    otherwise: "reload" as const,
  }));
  const goesAhead: Guard = { is: "equal", attribute: CANCELLED, value: 0, otherwise: "reload" };
  return { kind: "change", key: capacityKey(offeringId), add: { [WAITING]: -1 }, take, guards: [goesAhead] };
}

/** Only who stands in line can be taken out of it. */
function outOfLine(entry: Entry): Write {
  return { kind: "delete", key: lineKey(entry), guards: [{ is: "present", otherwise: "reload" }] };
}

function replaced(before: Entry, after: Entry): Write {
  return { kind: "replace", key: entryKey(before), item: row(after), guards: [asRead(before)] };
}

function deleted(before: Entry): Write {
  return { kind: "delete", key: entryKey(before), guards: [asRead(before)] };
}

function asRead({ version }: Entry): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}
