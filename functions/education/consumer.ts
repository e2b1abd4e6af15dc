import * as z from "zod";
import { settleParticipationsUseCase } from "#education/app/settle-participations";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { consumer, on } from "#platform/events/consumer";
import { participantNamed } from "#registration/events/participant-named";
import { wireEducation } from "./wire.ts";

const env = environment({ TABLE_NAME: z.string() }, process.env);
const settleParticipations = settleParticipationsUseCase(wireEducation(openTable(env.TABLE_NAME)));

export const handler = consumer("education", [
  on(orderConfirmed, (origin, { orderNumber }) => settleParticipations(origin, { orderNumber })),
  on(participantNamed, (origin, { orderNumber, placeId }) =>
    settleParticipations(origin, { orderNumber, placeIds: [placeId] }),
  ),
  on(placesCancelled, (origin, { orderNumber, placeIds }) => settleParticipations(origin, { orderNumber, placeIds })),
]);
