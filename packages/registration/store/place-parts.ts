import { type DomainError, refusal } from "#kernel/domain-error";
import { type Guard, part, type Take, type Write } from "#kernel/transaction-part";
import { getItems, type Table } from "#platform/dynamo/table";
import type { Place, PlaceParts, PlaceReads } from "#registration/ports/places";
import { CANCELLED, countersTakenBy, TERMS } from "../domain/capacity.ts";
import { Place as PlaceSchema } from "../domain/place.ts";
import { participantNamed } from "../events/participant-named.ts";
import { placesReleased } from "../events/places-released.ts";
import { capacityKey, healthKey, placeKey, ticketKey } from "./keys.ts";

export function placeParts(): PlaceParts {
  return {
    hold: (place, terms) =>
      part([
        {
          kind: "change",
          key: capacityKey(place.offeringId),
          take: takes(place),
          guards: [goesAhead(() => calledOff(place)), asAgreed(terms)],
        },
        created(place),
        ...ticketOf(place),
      ]),
    holdOffered: (place, terms) =>
      part([
        {
          kind: "check",
          key: capacityKey(place.offeringId),
          guards: [goesAhead(() => calledOff(place)), asAgreed(terms)],
        },
        created(place),
        ...ticketOf(place),
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
        ...ticketOf(place),
      ]),
    cancel: (places) =>
      part(
        places.flatMap((place) => [
          moved(place, "cancelled"),
          givenBack(place),
          ...healthForgotten(place),
          ...ticketGivenBack(place),
        ]),
        [...new Set(places.map(({ offeringId }) => offeringId))].map((offeringId) =>
          placesReleased.of({ offeringId, places: places.filter((place) => place.offeringId === offeringId).length }),
        ),
      ),
    name(before, after) {
      const { participant, ticketAddress, answers, goods, healthAnswered, offeringId, placeId, orderNumber } = after;
      const sameAddress = ticketAddress === before.ticketAddress;
      return part(
        [
          changed(before, { participant, ticketAddress, answers, goods, healthAnswered }),
          ...(sameAddress ? [] : [...ticketGivenBack(before), ...ticketOf(after)]),
        ],
        [participantNamed.of({ offeringId, placeId, orderNumber })],
      );
    },
    handOut: (place) => part([changed(place, { handedOut: true })]),
    answerHealth: ({ offeringId, placeId }, { answers }, consentedAt) =>
      part([
        {
          kind: "replace",
          key: healthKey({ offeringId, placeId }),
          item: { offeringId, placeId, answers, consentedAt },
          guards: [],
        },
      ]),
    forgetHealth: (place) => part([{ kind: "delete", key: healthKey(place), guards: [] }]),
    unchanged: (place) => part([{ kind: "check", key: placeKey(place), guards: [asRead(place)] }]),
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

function takes(place: Place): Take[] {
  return countersTakenBy(place).map((attribute) => ({ attribute, amount: 1, otherwise: () => noPlace(place) }));
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

/** The terms that the order was decided on still stand; else the command loads them anew. */
function asAgreed(terms: number): Guard {
  return { is: "equal", attribute: TERMS, value: terms, otherwise: "reload" };
}

function created(place: Place): Write {
  return { kind: "create", key: placeKey(place), item: { ...place }, guards: [{ is: "absent", otherwise: "reload" }] };
}

function givenBack(place: Place): Write {
  const add = Object.fromEntries(countersTakenBy(place).map((attribute) => [attribute, 1]));
  return { kind: "change", key: capacityKey(place.offeringId), add, guards: [] };
}

/** What a cancelled place leaves behind of its participant's health: nothing. */
function healthForgotten(place: Place): Write[] {
  return place.healthAnswered ? [{ kind: "delete", key: healthKey(place), guards: [] }] : [];
}

/** One place for each address and offering, where places are tied to one. */
function ticketOf({ offeringId, placeId, ticketAddress }: Place): Write[] {
  if (!ticketAddress) return [];
  const otherwise = () => refusal("participant-has-place", {});
  const key = ticketKey(offeringId, ticketAddress);
  return [{ kind: "create", key, item: { placeId }, guards: [{ is: "absent", otherwise }] }];
}

function ticketGivenBack({ offeringId, ticketAddress }: Place): Write[] {
  return ticketAddress ? [{ kind: "delete", key: ticketKey(offeringId, ticketAddress), guards: [] }] : [];
}

function moved(place: Place, status: "confirmed" | "cancelled"): Write {
  return changed(place, { status, healthAnswered: status === "confirmed" && place.healthAnswered });
}

/** The place as it was read, changed; whoever changed it meanwhile makes the command load again. */
function changed(before: Place, set: Partial<Place>): Write {
  return {
    kind: "change",
    key: placeKey(before),
    set: { ...set, version: before.version + 1 },
    guards: [asRead(before)],
  };
}

function asRead({ version }: Place): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}
