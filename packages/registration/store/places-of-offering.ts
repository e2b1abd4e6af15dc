import { queryItems, type Table } from "#platform/dynamo/table";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import { Place } from "../domain/place.ts";
import { capacityKey, PLACE } from "./keys.ts";

export function placesOfOffering(table: Table): PlacesOfOffering {
  return {
    page: (offeringId, limit, cursor) =>
      queryItems(table, { pk: capacityKey(offeringId).pk, prefix: PLACE }, Place, { limit, cursor }),
  };
}
