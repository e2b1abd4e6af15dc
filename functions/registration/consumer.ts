import * as z from "zod";
import { forSale } from "#catalogue/store/for-sale";
import { systemClock } from "#kernel/clock";
import { openTable } from "#platform/dynamo/open-table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { environment } from "#platform/environment";
import { consumer, on } from "#platform/events/consumer";
import { systemRandom } from "#platform/random";
import { makeOffersUseCase } from "#registration/app/make-offers";
import { offerRoundContinued } from "#registration/events/offer-round-continued";
import { placesReleased } from "#registration/events/places-released";
import { waitingListJoined } from "#registration/events/waiting-list-joined";
import { waitingListParts } from "#registration/store/waiting-list-parts";
import { waitingLists } from "#registration/store/waiting-lists";

const env = environment({ TABLE_NAME: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const makeOffers = makeOffersUseCase({
  unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
  forSale: forSale(table),
  waitingLists: waitingLists(table),
  waitingListParts: waitingListParts(),
});

export const handler = consumer("registration", [
  on(placesReleased, (origin, { offeringId }) => makeOffers(origin, offeringId)),
  // A place may be free that none of those before could take, their ticket type being full.
  on(waitingListJoined, (origin, { offeringId }) => makeOffers(origin, offeringId)),
  on(offerRoundContinued, (origin, { offeringId, cursor }) => makeOffers(origin, offeringId, cursor)),
]);
