import * as z from "zod";
import { offeringCancelled } from "#catalogue/events/offering-cancelled";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { consumer, on } from "#platform/events/consumer";
import { closeWaitingListUseCase } from "#registration/app/close-waiting-list";
import { handOutUseCase } from "#registration/app/hand-out";
import { makeOffersUseCase } from "#registration/app/make-offers";
import { remindUseCase } from "#registration/app/remind";
import { closingRoundContinued } from "#registration/events/closing-round-continued";
import { handOutContinued } from "#registration/events/hand-out-continued";
import { offerRoundContinued } from "#registration/events/offer-round-continued";
import { placesReleased } from "#registration/events/places-released";
import { reminderRoundContinued } from "#registration/events/reminder-round-continued";
import { waitingListJoined } from "#registration/events/waiting-list-joined";
import { wireRegistration } from "./wire.ts";

const env = environment({ TABLE_NAME: z.string() }, process.env);
const ports = wireRegistration(openTable(env.TABLE_NAME));
const remind = remindUseCase(ports);
const closeWaitingList = closeWaitingListUseCase(ports);
const handOut = handOutUseCase(ports);
const makeOffers = makeOffersUseCase(ports);

export const handler = consumer("registration", [
  on(placesReleased, (origin, { offeringId }) => makeOffers(origin, offeringId)),
  // A place may be free that none of those before could take, their ticket type being full.
  on(waitingListJoined, (origin, { offeringId }) => makeOffers(origin, offeringId)),
  on(offerRoundContinued, (origin, { offeringId, cursor }) => makeOffers(origin, offeringId, cursor)),
  on(offeringCancelled, (origin, { offeringId }) => closeWaitingList(origin, offeringId)),
  on(closingRoundContinued, (origin, { offeringId, cursor }) => closeWaitingList(origin, offeringId, cursor)),
  on(handOutContinued, (origin, { offeringId, cursor }) => handOut.goOn(origin, offeringId, cursor)),
  on(reminderRoundContinued, (origin, { offeringId, about, cursor }) => remind(origin, offeringId, about, cursor)),
]);
