import type { Table } from "#platform/dynamo/table";
import { systemRandom } from "#platform/random";
import { takePlacesUseCase } from "#registration/app/take-places";
import { placeParts } from "#registration/store/place-parts";
import { waitingListParts } from "#registration/store/waiting-list-parts";
import { waitingLists } from "#registration/store/waiting-lists";

/** How orders get their places. */
export function wireTakePlaces(table: Table) {
  return takePlacesUseCase({
    random: systemRandom,
    placeParts: placeParts(),
    waitingLists: waitingLists(table),
    waitingListParts: waitingListParts(),
  });
}
