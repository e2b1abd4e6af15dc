import { agreementMade } from "#agreements/events/agreement-made";
import { enquiryDeclined } from "#agreements/events/enquiry-declined";
import { enquiryReceived } from "#agreements/events/enquiry-received";
import { seatsUnusedWarningDue } from "#agreements/events/seats-unused-warning-due";
import { workplaceCourseDeclined } from "#agreements/events/workplace-course-declined";
import { workplaceCourseQuoted } from "#agreements/events/workplace-course-quoted";
import { workplaceCourseRequested } from "#agreements/events/workplace-course-requested";
import { certificateIssued } from "#certificates/events/certificate-issued";
import { certificateRevoked } from "#certificates/events/certificate-revoked";
import { documentRejected } from "#education/events/document-rejected";
import { handInApproved } from "#education/events/hand-in-approved";
import { handInReturned } from "#education/events/hand-in-returned";
import { participationStarted } from "#education/events/participation-started";
import { confirmationRequested } from "#ordering/events/confirmation-requested";
import { goodsCancelled } from "#ordering/events/goods-cancelled";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import { orderExpired } from "#ordering/events/order-expired";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { serviceCancelled } from "#ordering/events/service-cancelled";
import { shipmentSent } from "#ordering/events/shipment-sent";
import { refunded } from "#payment/events/refunded";
import { mailCodeRequested } from "#people/events/mail-code-requested";
import { offerLapsed } from "#registration/events/offer-lapsed";
import { offerMade } from "#registration/events/offer-made";
import { waitingListClosed } from "#registration/events/waiting-list-closed";
import { waitingListJoined } from "#registration/events/waiting-list-joined";

/**
 * The mail that each fact calls for, at least, by its template; some call for one to each participant besides. Facts that call for
 * mails to those who happen to have an address of their own, or to nobody, are not here.
 */
export const OWED_MAILS: ReadonlyMap<string, string> = new Map([
  [orderConfirmed.type, "order-confirmed"],
  [participationStarted.type, "participation-started"],
  [orderExpired.type, "order-expired"],
  [confirmationRequested.type, "order-confirmed"],
  [shipmentSent.type, "shipment-sent"],
  [placesCancelled.type, "places-cancelled"],
  [goodsCancelled.type, "goods-cancelled"],
  [serviceCancelled.type, "service-cancelled"],
  [refunded.type, "refunded"],
  [mailCodeRequested.type, "mail-code"],
  [waitingListJoined.type, "waiting-list-joined"],
  [offerMade.type, "offer-made"],
  [offerLapsed.type, "offer-lapsed"],
  [waitingListClosed.type, "waiting-list-closed"],
  [enquiryReceived.type, "enquiry-received"],
  [enquiryDeclined.type, "enquiry-declined"],
  [workplaceCourseRequested.type, "workplace-course-requested"],
  [workplaceCourseQuoted.type, "workplace-course-quoted"],
  [workplaceCourseDeclined.type, "workplace-course-declined"],
  [agreementMade.type, "agreement-started"],
  [seatsUnusedWarningDue.type, "seats-unused"],
  [certificateIssued.type, "certificate-issued"],
  [certificateRevoked.type, "certificate-revoked"],
  [documentRejected.type, "document-rejected"],
  [handInReturned.type, "hand-in-returned"],
  [handInApproved.type, "hand-in-approved"],
]);
