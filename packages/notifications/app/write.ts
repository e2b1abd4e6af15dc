import type { Notice } from "../domain/notice.ts";
import { writeDocumentRejected, writeHandInApproved, writeHandInReturned } from "./write-about-hand-in.ts";
import { writeNamingReminder, writeOfferingChanged, writeOfferingReminder } from "./write-about-meeting.ts";
import { writeErasureDone, writeExportReady } from "./write-about-personal-data.ts";
import { writeCertificateIssued, writeCertificateRevoked } from "./write-certificate.ts";
import { writeGoodsCancelled } from "./write-goods-cancelled.ts";
import { writeMailCode } from "./write-mail-code.ts";
import { writeOrderConfirmed } from "./write-order-confirmed.ts";
import { writeOrderExpired } from "./write-order-expired.ts";
import { writeParticipationStarted } from "./write-participation-started.ts";
import { writePlaceCancelled } from "./write-place-cancelled.ts";
import { writePlaceConfirmed } from "./write-place-confirmed.ts";
import { writePlacesCancelled } from "./write-places-cancelled.ts";
import { writeRefunded } from "./write-refunded.ts";
import { writeServiceCancelled } from "./write-service-cancelled.ts";
import { writeShipmentSent } from "./write-shipment-sent.ts";
import {
  writeAgreementStarted,
  writeEnquiryDeclined,
  writeEnquiryReceived,
  writeSeatsUnused,
} from "./write-to-contact.ts";
import { writeOfferLapsed, writeOfferMade, writeWaitingListClosed, writeWaitingListJoined } from "./write-to-entry.ts";
import {
  writeWorkplaceCourseDeclined,
  writeWorkplaceCourseQuoted,
  writeWorkplaceCourseRequested,
} from "./write-workplace-course.ts";
import type { Desk, NothingToWrite, Written } from "./writer.ts";

/** Writes the mail that a notice is about, as things are now. */
export function write(notice: Notice, desk: Desk): Promise<Written | NothingToWrite> {
  switch (notice.template) {
    case "order-confirmed":
      return writeOrderConfirmed(notice, desk);
    case "place-confirmed":
      return writePlaceConfirmed(notice, desk);
    case "order-expired":
      return writeOrderExpired(notice, desk);
    case "places-cancelled":
      return writePlacesCancelled(notice, desk);
    case "place-cancelled":
      return writePlaceCancelled(notice, desk);
    case "goods-cancelled":
      return writeGoodsCancelled(notice, desk);
    case "shipment-sent":
      return writeShipmentSent(notice, desk);
    case "refunded":
      return writeRefunded(notice, desk);
    case "waiting-list-joined":
      return writeWaitingListJoined(notice, desk);
    case "offer-made":
      return writeOfferMade(notice, desk);
    case "offer-lapsed":
      return writeOfferLapsed(notice, desk);
    case "waiting-list-closed":
      return writeWaitingListClosed(notice, desk);
    case "naming-reminder":
      return writeNamingReminder(notice, desk);
    case "offering-reminder":
      return writeOfferingReminder(notice, desk);
    case "offering-changed":
      return writeOfferingChanged(notice, desk);
    case "document-rejected":
      return writeDocumentRejected(notice, desk);
    case "hand-in-returned":
      return writeHandInReturned(notice, desk);
    case "hand-in-approved":
      return writeHandInApproved(notice, desk);
    case "participation-started":
      return writeParticipationStarted(notice, desk);
    case "mail-code":
      return writeMailCode(notice, desk);
    case "export-ready":
      return writeExportReady(notice, desk);
    case "erasure-done":
      return writeErasureDone(notice, desk);
    case "workplace-course-requested":
      return writeWorkplaceCourseRequested(notice, desk);
    case "workplace-course-quoted":
      return writeWorkplaceCourseQuoted(notice, desk);
    case "workplace-course-declined":
      return writeWorkplaceCourseDeclined(notice, desk);
    case "service-cancelled":
      return writeServiceCancelled(notice, desk);
    case "enquiry-received":
      return writeEnquiryReceived(notice, desk);
    case "enquiry-declined":
      return writeEnquiryDeclined(notice, desk);
    case "agreement-started":
      return writeAgreementStarted(notice, desk);
    case "seats-unused":
      return writeSeatsUnused(notice, desk);
    case "certificate-issued":
      return writeCertificateIssued(notice, desk);
    case "certificate-revoked":
      return writeCertificateRevoked(notice, desk);
  }
}
