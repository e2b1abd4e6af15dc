import { agreementChanged } from "#agreements/events/agreement-changed";
import { agreementMade } from "#agreements/events/agreement-made";
import { enquiryDeclined } from "#agreements/events/enquiry-declined";
import { enquiryReceived } from "#agreements/events/enquiry-received";
import { seatsUnusedWarningDue } from "#agreements/events/seats-unused-warning-due";
import { workplaceCourseDeclined } from "#agreements/events/workplace-course-declined";
import { workplaceCourseQuoted } from "#agreements/events/workplace-course-quoted";
import { workplaceCourseRequested } from "#agreements/events/workplace-course-requested";
import { workplaceParticipantRemoved } from "#agreements/events/workplace-participant-removed";
import { offeringChanged } from "#catalogue/events/offering-changed";
import { certificateIssued } from "#certificates/events/certificate-issued";
import { certificateRevoked } from "#certificates/events/certificate-revoked";
import { documentRejected } from "#education/events/document-rejected";
import { handInApproved } from "#education/events/hand-in-approved";
import { handInReturned } from "#education/events/hand-in-returned";
import { participationStarted } from "#education/events/participation-started";
import { ore } from "#kernel/money";
import type { Notify } from "#notifications/app/notify";
import { goOnAfter, planOfferingChanged } from "#notifications/app/plan-offering-changed";
import { planOrderConfirmed } from "#notifications/app/plan-order-confirmed";
import { planParticipantNamed } from "#notifications/app/plan-participant-named";
import { planPlacesCancelled, planServicePlacesCancelled } from "#notifications/app/plan-places-cancelled";
import { planNamingReminder, planOfferingReminder } from "#notifications/app/plan-reminder";
import type { RecordMailEvent } from "#notifications/app/record-mail-event";
import { changeRoundContinued } from "#notifications/events/change-round-continued";
import { onMailEvents } from "#notifications/store/ses-events";
import { confirmationRequested } from "#ordering/events/confirmation-requested";
import { goodsCancelled } from "#ordering/events/goods-cancelled";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import { orderExpired } from "#ordering/events/order-expired";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { serviceCancelled } from "#ordering/events/service-cancelled";
import { servicePlacesCancelled } from "#ordering/events/service-places-cancelled";
import { shipmentSent } from "#ordering/events/shipment-sent";
import { refunded } from "#payment/events/refunded";
import { erasureFinished } from "#people/events/erasure-finished";
import { exportFinished } from "#people/events/export-finished";
import { mailCodeRequested } from "#people/events/mail-code-requested";
import { type Consumption, on } from "#platform/events/consumer";
import { namingReminderDue } from "#registration/events/naming-reminder-due";
import { offerLapsed } from "#registration/events/offer-lapsed";
import { offerMade } from "#registration/events/offer-made";
import { participantNamed } from "#registration/events/participant-named";
import { reminderDue } from "#registration/events/reminder-due";
import { waitingListClosed } from "#registration/events/waiting-list-closed";
import { waitingListJoined } from "#registration/events/waiting-list-joined";

/** Which mails each fact owes. A new one is also named in infra/contexts.ts, so that it comes to our queue. */
export function eventTable(app: { readonly notify: Notify; readonly recordMailEvent: RecordMailEvent }): Consumption[] {
  const { notify, recordMailEvent } = app;
  return [
    on(orderConfirmed, (origin, data) => notify(origin, planOrderConfirmed(data))),
    on(orderExpired, (origin, { orderNumber }) =>
      notify(origin, async () => [{ template: "order-expired", orderNumber }]),
    ),
    on(placesCancelled, (origin, data) => notify(origin, planPlacesCancelled(data))),
    on(confirmationRequested, (origin, { orderNumber }) =>
      notify(origin, async () => [{ template: "order-confirmed", orderNumber }]),
    ),
    on(shipmentSent, (origin, data) => notify(origin, async () => [{ template: "shipment-sent", ...data }])),
    on(goodsCancelled, (origin, { orderNumber, lines, owedBackOre, orderCancelled }) =>
      notify(origin, async () => [
        { template: "goods-cancelled", orderNumber, lines, owedBack: ore(owedBackOre), orderCancelled },
      ]),
    ),
    on(refunded, (origin, { orderNumber, amountOre }) =>
      notify(origin, async () => [{ template: "refunded", orderNumber, amount: ore(amountOre) }]),
    ),
    on(waitingListJoined, (origin, { offeringId, entryId }) =>
      notify(origin, async () => [{ template: "waiting-list-joined", offeringId, entryId }]),
    ),
    on(offerMade, (origin, data) => notify(origin, async () => [{ template: "offer-made", ...data }])),
    on(waitingListClosed, (origin, data) => notify(origin, async () => [{ template: "waiting-list-closed", ...data }])),
    on(offerLapsed, (origin, data) => notify(origin, async () => [{ template: "offer-lapsed", ...data }])),
    on(participantNamed, (origin, data) => notify(origin, planParticipantNamed(data))),
    on(namingReminderDue, (origin, data) => notify(origin, planNamingReminder(data))),
    on(reminderDue, (origin, data) => notify(origin, planOfferingReminder(data))),
    on(offeringChanged, (origin, data) => notify(origin, planOfferingChanged(data), goOnAfter(data))),
    on(changeRoundContinued, (origin, data) => notify(origin, planOfferingChanged(data), goOnAfter(data))),
    on(participationStarted, (origin, data) =>
      notify(origin, async () => [{ template: "participation-started", ...data }]),
    ),
    on(mailCodeRequested, (origin, { codeId }) => notify(origin, async () => [{ template: "mail-code", codeId }])),
    on(exportFinished, (origin, data) => notify(origin, async () => [{ template: "export-ready", ...data }])),
    on(erasureFinished, (origin, data) => notify(origin, async () => [{ template: "erasure-done", ...data }])),
    on(workplaceCourseRequested, (origin, data) =>
      notify(origin, async () => [{ template: "workplace-course-requested", ...data }]),
    ),
    on(workplaceCourseQuoted, (origin, data) =>
      notify(origin, async () => [{ template: "workplace-course-quoted", ...data }]),
    ),
    on(workplaceCourseDeclined, (origin, data) =>
      notify(origin, async () => [{ template: "workplace-course-declined", ...data }]),
    ),
    on(serviceCancelled, (origin, { orderNumber, offeringId, owedBackOre, orderCancelled }) =>
      notify(origin, async () => [
        { template: "service-cancelled", orderNumber, offeringId, owedBack: ore(owedBackOre), orderCancelled },
      ]),
    ),
    on(servicePlacesCancelled, (origin, data) =>
      notify(origin, planServicePlacesCancelled({ ...data, why: "offering-cancelled" })),
    ),
    on(workplaceParticipantRemoved, (origin, { placeId, by, ...data }) =>
      notify(
        origin,
        planServicePlacesCancelled({
          ...data,
          placeIds: [placeId],
          why: by === "contact" ? "by-buyer" : "by-administrator",
        }),
      ),
    ),
    on(enquiryReceived, (origin, data) => notify(origin, async () => [{ template: "enquiry-received", ...data }])),
    on(enquiryDeclined, (origin, data) => notify(origin, async () => [{ template: "enquiry-declined", ...data }])),
    on(agreementMade, (origin, { agreementId, contactIds }) =>
      notify(origin, async () =>
        contactIds.map((contactId) => ({ template: "agreement-started", agreementId, contactId })),
      ),
    ),
    on(agreementChanged, (origin, { agreementId, newContactIds }) =>
      notify(origin, async () =>
        newContactIds.map((contactId) => ({ template: "agreement-started", agreementId, contactId })),
      ),
    ),
    on(seatsUnusedWarningDue, (origin, { agreementId, free, contactIds }) =>
      notify(origin, async () =>
        contactIds.map((contactId) => ({ template: "seats-unused", agreementId, contactId, free })),
      ),
    ),
    on(certificateIssued, (origin, { certificateId }) =>
      notify(origin, async () => [{ template: "certificate-issued", certificateId }]),
    ),
    on(certificateRevoked, (origin, { certificateId }) =>
      notify(origin, async () => [{ template: "certificate-revoked", certificateId }]),
    ),
    on(documentRejected, (origin, data) => notify(origin, async () => [{ template: "document-rejected", ...data }])),
    on(handInReturned, (origin, data) => notify(origin, async () => [{ template: "hand-in-returned", ...data }])),
    on(handInApproved, (origin, data) => notify(origin, async () => [{ template: "hand-in-approved", ...data }])),
    ...onMailEvents(recordMailEvent),
  ];
}
