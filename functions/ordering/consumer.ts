import * as z from "zod";
import { offeringCancelled } from "#catalogue/events/offering-cancelled";
import { cancelOfferingPlacesUseCase } from "#ordering/app/cancel-offering-places";
import { offeringCancellationContinued } from "#ordering/events/offering-cancellation-continued";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { consumer, on } from "#platform/events/consumer";
import { placesOfOffering } from "#registration/store/places-of-offering";
import { wireOrdering } from "./wire.ts";

const env = environment({ TABLE_NAME: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const cancelOfferingPlaces = cancelOfferingPlacesUseCase({
  ...wireOrdering(table),
  placesOfOffering: placesOfOffering(table),
});

export const handler = consumer("ordering", [
  on(offeringCancelled, (origin, { offeringId }) => cancelOfferingPlaces(origin, offeringId)),
  on(offeringCancellationContinued, (origin, { offeringId, cursor }) =>
    cancelOfferingPlaces(origin, offeringId, cursor),
  ),
]);
