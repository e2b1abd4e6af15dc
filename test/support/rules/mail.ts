import { agreementMade } from "#agreements/events/agreement-made";
import { enquiryDeclined } from "#agreements/events/enquiry-declined";
import { enquiryReceived } from "#agreements/events/enquiry-received";
import { seatsUnusedWarningDue } from "#agreements/events/seats-unused-warning-due";
import { participationStarted } from "#education/events/participation-started";
import { confirmationRequested } from "#ordering/events/confirmation-requested";
import { goodsCancelled } from "#ordering/events/goods-cancelled";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import { orderExpired } from "#ordering/events/order-expired";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { shipmentSent } from "#ordering/events/shipment-sent";
import { refunded } from "#payment/events/refunded";
import { mailCodeRequested } from "#people/events/mail-code-requested";
import { offerLapsed } from "#registration/events/offer-lapsed";
import { offerMade } from "#registration/events/offer-made";
import { waitingListClosed } from "#registration/events/waiting-list-closed";
import { waitingListJoined } from "#registration/events/waiting-list-joined";
import type { Stored } from "./stored.ts";

/** The mail that each fact calls for, at least; some call for one to each participant besides. */
const OWED: Readonly<Record<string, string>> = {
  [orderConfirmed.type]: "order-confirmed",
  [participationStarted.type]: "participation-started",
  [orderExpired.type]: "order-expired",
  [confirmationRequested.type]: "order-confirmed",
  [shipmentSent.type]: "shipment-sent",
  [placesCancelled.type]: "places-cancelled",
  [goodsCancelled.type]: "goods-cancelled",
  [refunded.type]: "refunded",
  [mailCodeRequested.type]: "mail-code",
  [waitingListJoined.type]: "waiting-list-joined",
  [offerMade.type]: "offer-made",
  [offerLapsed.type]: "offer-lapsed",
  [waitingListClosed.type]: "waiting-list-closed",
  [enquiryReceived.type]: "enquiry-received",
  [enquiryDeclined.type]: "enquiry-declined",
  [agreementMade.type]: "agreement-started",
  [seatsUnusedWarningDue.type]: "seats-unused",
};

/** Every mail that a fact calls for is sent once, or recorded as undeliverable; none is sent without a fact (rule 6). */
export function brokenMail({ facts, mails }: Stored, inbox: readonly string[]): string[] {
  const ids = mails.map(({ mailId }) => String(mailId));
  const missing = facts.filter(({ id, type }) => {
    const template = OWED[type];
    return template !== undefined && !ids.some((mailId) => mailId.startsWith(`${id}.${template}.`));
  });
  const sent = mails.filter(({ status }) => status === "sent").map(({ mailId }) => String(mailId));
  const unsettled = mails.filter(({ status }) => status === "owed" || status === "sending");
  const known = new Set(facts.map(({ id }) => String(id)));
  const times = (mailId: string) => inbox.filter((each) => each === mailId).length;
  return [
    ...missing.map(({ id, type }) => `${type} ${id} has no mail`),
    ...unsettled.map(({ mailId, status }) => `${mailId} is still ${status}`),
    ...sent.filter((mailId) => times(mailId) !== 1).map((mailId) => `${mailId} was sent ${times(mailId)} times`),
    ...inbox.filter((mailId) => !sent.includes(mailId)).map((mailId) => `${mailId} was sent, and its row doesn't know`),
    ...ids
      .filter((mailId) => !known.has(mailId.slice(0, mailId.indexOf("."))))
      .map((mailId) => `${mailId} is about no fact`),
  ];
}
