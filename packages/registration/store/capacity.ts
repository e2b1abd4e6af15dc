import * as z from "zod";
import type { OfferingId } from "#kernel/ids";
import { part } from "#kernel/transaction-part";
import { getItems, queryItems, type Table } from "#platform/dynamo/table";
import type { CapacityParts, CapacityReads } from "#registration/ports/capacity";
import {
  CANCELLED,
  counterChanges,
  countersOf,
  FREE,
  freeOf,
  freeOfAllotment,
  type Limits,
  TERMS,
} from "../domain/capacity.ts";
import { Place } from "../domain/place.ts";
import { placesReleased } from "../events/places-released.ts";
import { capacityKey } from "./keys.ts";

export function capacityParts(): CapacityParts {
  return {
    open: (offeringId, limits) =>
      part([{ kind: "create", key: capacityKey(offeringId), item: countersOf(limits), guards: [] }]),
    resize(offeringId, before, after) {
      const changes = Object.entries(counterChanges(before, after)).filter(([, change]) => change !== 0);
      if (changes.length === 0) return part([]);
      const free = freeCounters(before);
      const guards = changes
        .filter(([counter, change]) => change < 0 && free.has(counter))
        .map(([attribute, change]) => ({ is: "at-least", attribute, value: -change, otherwise: "reload" }) as const);
      return part(
        [{ kind: "change", key: capacityKey(offeringId), add: Object.fromEntries(changes), guards }],
        released(offeringId, changes, free),
      );
    },
    close: (offeringId) =>
      part([{ kind: "change", key: capacityKey(offeringId), set: { [CANCELLED]: 1 }, guards: [] }]),
    underTerms: (offeringId, terms) =>
      part([
        {
          kind: "check",
          key: capacityKey(offeringId),
          guards: [{ is: "equal", attribute: TERMS, value: terms, otherwise: "reload" }],
        },
      ]),
  };
}

/** The counters that say what may still be taken; how many wait in line, and for what, is beside them. */
function freeCounters(limits: Limits): ReadonlySet<string> {
  return new Set([
    FREE,
    ...limits.ticketTypes.map(({ ticketTypeId }) => freeOf(ticketTypeId)),
    ...limits.allotments.map(({ allotmentId }) => freeOfAllotment(allotmentId)),
  ]);
}

/** More of anything may let somebody in line have a place: whoever is first is looked for. */
function released(offeringId: OfferingId, changes: readonly (readonly [string, number])[], free: ReadonlySet<string>) {
  const places = Math.max(0, ...changes.filter(([counter]) => free.has(counter)).map(([, change]) => change));
  return places > 0 ? [placesReleased.of({ offeringId, places })] : [];
}

/** The row has its keys beside its counters. */
export const CapacityRow = z
  .object({ pk: z.string(), sk: z.string() })
  .catchall(z.int())
  .transform(({ pk: _pk, sk: _sk, ...counters }) => counters);

/** What an administrator is shown of who has the places. */
const MAX_HOLDERS = 100;

export function capacityReads(table: Table): CapacityReads {
  return {
    async left(offeringIds) {
      const found = await getItems(
        table,
        offeringIds.map((offeringId) => ({ key: capacityKey(offeringId), schema: CapacityRow })),
      );
      return new Map(
        offeringIds.flatMap((offeringId, index) => {
          const counters = found[index];
          return counters ? [[offeringId, counters] as const] : [];
        }),
      );
    },
    async holders(offeringId, of) {
      const holders: Place[] = [];
      let cursor: string | undefined;
      do {
        const page = await queryItems(table, { pk: `OFFERING#${offeringId}`, prefix: "PLACE#" }, Place, { cursor });
        holders.push(...page.items.filter((place) => place.status !== "cancelled" && of(place)));
        cursor = page.cursor;
      } while (cursor && holders.length < MAX_HOLDERS);
      return holders.slice(0, MAX_HOLDERS);
    },
  };
}
