import { type DomainError, refusal } from "#kernel/domain-error";
import { type Guard, part, type Take, type Write } from "#kernel/transaction-part";
import { getItems, type Table } from "#platform/dynamo/table";
import type { Place, PlaceParts, PlaceReads } from "#registration/ports/places";
import { CANCELLED, FREE, freeOf, freeOfAllotment, OPEN, openOf } from "../domain/capacity.ts";
import { Place as PlaceSchema } from "../domain/place.ts";
import { placesReleased } from "../events/places-released.ts";
import { capacityKey, placeKey } from "./keys.ts";

export function placeParts(): PlaceParts {
  return {
    hold: (place) =>
      part([
        {
          kind: "change",
          key: capacityKey(place.offeringId),
          take: takes(place),
          guards: [goesAhead(() => calledOff(place))],
        },
        created(place),
      ]),
    holdOffered: (place) =>
      part([
        { kind: "check", key: capacityKey(place.offeringId), guards: [goesAhead(() => calledOff(place))] },
        created(place),
      ]),
    confirm: (place) =>
      part([
        {
          kind: "change",
          key: placeKey(place),
          set: { status: "confirmed" },
          add: { version: 1 },
          guards: [{ is: "equal", attribute: "status", value: "held", otherwise: "reload" }],
        },
      ]),
    retake: (place) =>
      part([
        {
          kind: "change",
          key: capacityKey(place.offeringId),
          take: takes(place),
          guards: [goesAhead(() => noPlace(place))],
        },
        moved(place, "confirmed"),
      ]),
    cancel: (place) =>
      part(
        [
          moved(place, "cancelled"),
          {
            kind: "change",
            key: capacityKey(place.offeringId),
            add: Object.fromEntries(counters(place).map((attribute) => [attribute, 1])),
            guards: [],
          },
        ],
        [placesReleased.of({ offeringId: place.offeringId, places: 1 })],
      ),
  };
}

export function placeReads(table: Table): PlaceReads {
  return {
    async load(asked) {
      const found = await getItems(
        table,
        asked.map((place) => ({ key: placeKey(place), schema: PlaceSchema })),
      );
      return found.filter((place) => place !== undefined);
    },
  };
}

/** The counters a place is taken from and given back to: never more places than capacity, in total and per type (rule 1). */
function counters(place: Place): string[] {
  if (place.allotmentId) return [freeOfAllotment(place.allotmentId)];
  return [FREE, OPEN, freeOf(place.ticketTypeId), openOf(place.ticketTypeId)];
}

function takes(place: Place): Take[] {
  return counters(place).map((attribute) => ({ attribute, amount: 1, otherwise: () => noPlace(place) }));
}

function noPlace({ offeringId, ticketTypeId }: Place) {
  return refusal("offering-full", { offeringId, ticketTypeId });
}

function calledOff({ offeringId }: Place) {
  return refusal("offering-not-open", { offeringId, reason: "cancelled" });
}

/** Nobody gets a place in what is cancelled, also who loaded the offering before it was. */
function goesAhead(otherwise: () => DomainError): Guard {
  return { is: "equal", attribute: CANCELLED, value: 0, otherwise };
}

function created(place: Place): Write {
  return { kind: "create", key: placeKey(place), item: { ...place }, guards: [{ is: "absent", otherwise: "reload" }] };
}

/** The place as it was read, with another status; whoever changed it meanwhile makes the command load again. */
function moved(place: Place, status: Place["status"]): Write {
  return {
    kind: "change",
    key: placeKey(place),
    set: { status, version: place.version + 1 },
    guards: [{ is: "equal", attribute: "version", value: place.version, otherwise: "reload" }],
  };
}
