import { Duration } from "aws-cdk-lib";
import { agreementChanged } from "#agreements/events/agreement-changed";
import { agreementMade } from "#agreements/events/agreement-made";
import { enquiryDeclined } from "#agreements/events/enquiry-declined";
import { enquiryReceived } from "#agreements/events/enquiry-received";
import { seatsUnusedWarningDue } from "#agreements/events/seats-unused-warning-due";
import { workplaceCourseDeclined } from "#agreements/events/workplace-course-declined";
import { workplaceCourseQuoted } from "#agreements/events/workplace-course-quoted";
import { workplaceCourseRequested } from "#agreements/events/workplace-course-requested";
import { workplaceParticipantRemoved } from "#agreements/events/workplace-participant-removed";
import { routes as agreementsRoutes } from "#agreements/http/routes";
import { offeringCancelled } from "#catalogue/events/offering-cancelled";
import { offeringChanged } from "#catalogue/events/offering-changed";
import { routes as catalogueRoutes } from "#catalogue/http/routes";
import { certificateIssued } from "#certificates/events/certificate-issued";
import { certificateRevoked } from "#certificates/events/certificate-revoked";
import { cohortCertificatesContinued } from "#certificates/events/cohort-certificates-continued";
import { cohortCertificatesRequested } from "#certificates/events/cohort-certificates-requested";
import { routes as certificatesRoutes } from "#certificates/http/routes";
import { documentRejected } from "#education/events/document-rejected";
import { documentsRemoved } from "#education/events/documents-removed";
import { handInApproved } from "#education/events/hand-in-approved";
import { handInReturned } from "#education/events/hand-in-returned";
import { participationStarted } from "#education/events/participation-started";
import { routes as educationRoutes } from "#education/http/routes";
import { changeRoundContinued } from "#notifications/events/change-round-continued";
import { confirmationRequested } from "#ordering/events/confirmation-requested";
import { goodsCancelled } from "#ordering/events/goods-cancelled";
import { offeringCancellationContinued } from "#ordering/events/offering-cancellation-continued";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import { orderExpired } from "#ordering/events/order-expired";
import { placesCancelled } from "#ordering/events/places-cancelled";
import { serviceCancelled } from "#ordering/events/service-cancelled";
import { servicePlacesCancelled } from "#ordering/events/service-places-cancelled";
import { shipmentSent } from "#ordering/events/shipment-sent";
import { routes as orderingRoutes } from "#ordering/http/routes";
import { paymentDisputed } from "#payment/events/payment-disputed";
import { paymentQuarantined } from "#payment/events/payment-quarantined";
import { refundFailed } from "#payment/events/refund-failed";
import { refundOwed } from "#payment/events/refund-owed";
import { refunded } from "#payment/events/refunded";
import { routes as paymentRoutes } from "#payment/http/routes";
import { erasureFinished } from "#people/events/erasure-finished";
import { erasureRequested } from "#people/events/erasure-requested";
import { exportFinished } from "#people/events/export-finished";
import { exportRequested } from "#people/events/export-requested";
import { mailCodeRequested } from "#people/events/mail-code-requested";
import { personalDataWalkContinued } from "#people/events/personal-data-walk-continued";
import { routes as peopleRoutes } from "#people/http/routes";
import { routes as reconciliationRoutes } from "#reconciliation/http/routes";
import { closingRoundContinued } from "#registration/events/closing-round-continued";
import { handOutContinued } from "#registration/events/hand-out-continued";
import { namingReminderDue } from "#registration/events/naming-reminder-due";
import { offerLapsed } from "#registration/events/offer-lapsed";
import { offerMade } from "#registration/events/offer-made";
import { offerRoundContinued } from "#registration/events/offer-round-continued";
import { participantNamed } from "#registration/events/participant-named";
import { placesReleased } from "#registration/events/places-released";
import { reminderDue } from "#registration/events/reminder-due";
import { reminderRoundContinued } from "#registration/events/reminder-round-continued";
import { waitingListClosed } from "#registration/events/waiting-list-closed";
import { waitingListJoined } from "#registration/events/waiting-list-joined";
import { routes as registrationRoutes } from "#registration/http/routes";
import { routes as surveyParticipantRoutes } from "#survey/http/pages/routes";
import { routes as surveyRoutes } from "#survey/http/routes";
import { routes as siteRoutes } from "../functions/site/routes.ts";
import type { Context } from "./context.ts";

/** Every context there is in AWS. How to add one: infra/README.md. */
export const contexts: readonly Context[] = [
  {
    name: "catalogue",
    api: {
      routes: catalogueRoutes,
      uses: ["table", "sign-in"],
      usersLose: "Nobody sees what is for sale, and administrators can't change it.",
    },
  },
  {
    name: "ordering",
    api: {
      routes: orderingRoutes,
      uses: ["table", "sign-in", "seller", "municipality"],
      usersLose: "Nobody can place an order or see one.",
    },
    consumer: {
      consumedEvents: [offeringCancelled.type, offeringCancellationContinued.type],
      uses: ["table"],
      usersLose: "Those who signed up for what is called off keep their places, and are neither told nor paid back.",
    },
  },
  {
    name: "agreements",
    api: {
      routes: agreementsRoutes,
      uses: ["table", "sign-in", "seller", "municipality"],
      usersLose: "Nobody can ask for an agreement, and schools can't use their seats at trainer education.",
    },
    sweep: {
      uses: ["table"],
      usersLose: "Schools are not told that seats they have paid for run out, and old enquiries stay too long.",
    },
  },
  {
    name: "payment",
    api: {
      routes: paymentRoutes,
      uses: ["table", "sign-in", "stripe", "links"],
      usersLose: "Nobody can pay by card, and paid orders stay unconfirmed until Stripe delivers again.",
    },
    consumer: {
      consumedEvents: [refundOwed.type, placesCancelled.type, goodsCancelled.type],
      uses: ["table", "stripe"],
      // A cancelled festival owes 1,500 refunds, each two requests; Stripe takes 100 a second.
      maxConcurrency: 5,
      usersLose: "Nobody gets money back for what they cancelled or paid twice.",
    },
    sweep: {
      uses: ["table", "stripe"],
      usersLose: "Places and stock of unpaid orders stay taken, so buyers see sold out what is not.",
    },
    attention: {
      events: [paymentQuarantined.type, refundFailed.type, paymentDisputed.type],
      usersLose:
        "Somebody paid another amount than the order's, or does not get money back, or disputes a payment whose answer is due.",
    },
  },
  {
    name: "people",
    api: {
      routes: peopleRoutes,
      uses: ["table", "sign-in", "first-administrator"],
      usersLose:
        "Nobody can prove a mail address, so schools can't order on invoice and employees get no free ticket; and nobody new can sign in.",
    },
    consumer: {
      consumedEvents: [exportRequested.type, erasureRequested.type, personalDataWalkContinued.type],
      uses: ["table", "whole-table", "erase-files", "erase-uploads"],
      // Each walk reads the whole table: people can wait a few minutes more.
      maxConcurrency: 2,
      usersLose: "Those who want to see what we hold about them, or to be erased, get no answer.",
    },
    sweep: {
      uses: ["table", "whole-table", "erase-files", "erase-uploads"],
      usersLose: "Personal data is kept longer than its rules say.",
    },
  },
  {
    name: "registration",
    api: {
      routes: registrationRoutes,
      uses: ["table", "sign-in", "municipality", "seller"],
      usersLose: "Nobody can join a waiting list, or see and leave their place in one.",
    },
    consumer: {
      consumedEvents: [
        placesReleased.type,
        offerRoundContinued.type,
        handOutContinued.type,
        reminderRoundContinued.type,
        offeringCancelled.type,
        closingRoundContinued.type,
        waitingListJoined.type,
      ],
      uses: ["table"],
      usersLose:
        "Places that come free are not offered to those who wait, and nobody is reminded of what they signed up for.",
    },
    sweep: {
      uses: ["table"],
      usersLose:
        "Offered places that nobody answers don't go on, reminders don't begin, and health answers stay too long.",
    },
  },
  {
    name: "education",
    api: {
      routes: educationRoutes,
      uses: ["table", "sign-in", "upload", "show-files"],
      usersLose: "Nobody can register attendance or hand in a portfolio, and participants don't see their year.",
    },
    consumer: {
      consumedEvents: [orderConfirmed.type, participantNamed.type, placesCancelled.type, documentsRemoved.type],
      serviceEvents: ["GuardDuty Malware Protection Object Scan Result"],
      uses: ["table", "quarantine", "keep-files", "erase-files"],
      usersLose: "Those who sign up for a cohort stand in none of its lists, and uploaded files are never ready.",
    },
    sweep: {
      uses: ["table", "erase-files"],
      usersLose: "Portfolios are kept longer than the rule says, and uploads that never came keep their places.",
    },
  },
  {
    name: "certificates",
    api: {
      routes: certificatesRoutes,
      uses: ["table", "sign-in", "links", "seller", "certificate-key"],
      usersLose: "Nobody can see or check a certificate, and administrators can't revoke one.",
    },
    consumer: {
      consumedEvents: [cohortCertificatesRequested.type, cohortCertificatesContinued.type],
      uses: ["table", "links", "seller", "certificate-key"],
      usersLose: "Those who have earned a certificate don't get it.",
    },
  },
  {
    name: "notifications",
    consumer: {
      consumedEvents: [
        orderConfirmed.type,
        workplaceCourseRequested.type,
        workplaceCourseQuoted.type,
        workplaceCourseDeclined.type,
        workplaceParticipantRemoved.type,
        serviceCancelled.type,
        servicePlacesCancelled.type,
        enquiryReceived.type,
        enquiryDeclined.type,
        agreementMade.type,
        agreementChanged.type,
        seatsUnusedWarningDue.type,
        confirmationRequested.type,
        shipmentSent.type,
        goodsCancelled.type,
        orderExpired.type,
        placesCancelled.type,
        refunded.type,
        waitingListJoined.type,
        offerMade.type,
        offerLapsed.type,
        waitingListClosed.type,
        participantNamed.type,
        namingReminderDue.type,
        reminderDue.type,
        offeringChanged.type,
        changeRoundContinued.type,
        mailCodeRequested.type,
        exportFinished.type,
        erasureFinished.type,
        certificateIssued.type,
        certificateRevoked.type,
        documentRejected.type,
        handInReturned.type,
        handInApproved.type,
        participationStarted.type,
      ],
      serviceEvents: ["Email Sent", "Email Bounced", "Email Complaint Received", "Email Rejected"],
      uses: ["table", "send-mail", "links", "seller"],
      usersLose: "Nobody gets a confirmation, a receipt or any other mail.",
      maxConcurrency: 2,
    },
    sweep: {
      uses: ["table", "send-mail", "links", "seller"],
      usersLose: "Mails that could not be sent at once are not sent at all.",
    },
  },
  {
    name: "reconciliation",
    api: {
      routes: reconciliationRoutes,
      uses: ["table", "sign-in"],
      usersLose: "Administrators can't ask for a recount, or see what one has found.",
    },
    sweep: {
      uses: ["table", "whole-table"],
      // A walk keeps what it compares: see packages/reconciliation/README.md for how many rows these take.
      timeout: Duration.minutes(15),
      memorySize: 1769,
      usersLose: "Nobody notices when places, money, stock or certificates no longer add up.",
    },
    differences: {
      usersLose: {
        rows: "Something that is stored can't be read, so whoever needs it gets an error.",
        capacity: "People are told that it is sold out when it isn't, or get a place that there isn't.",
        "waiting-list": "Somebody waits for a place and is never offered one.",
        places: "Somebody who has paid has no place, or a place is kept that nobody pays for.",
        totals: "Somebody is asked to pay another amount than their order's lines.",
        money: "Somebody has paid and it doesn't show, or doesn't get money back that is theirs.",
        stock: "Books are sold that aren't there, or lie on the shelf and can't be bought.",
        "trainer-seats": "A school is refused a seat that it has, or uses more than it has paid for.",
        participations: "Somebody with a place in a cohort stands in none of its lists.",
        "hand-ins": "A portfolio or an essay counts as something else than was handed in.",
        certificates: "Somebody holds a certificate that isn't earned by what is registered.",
        holders: "A trainer can't buy a trainer's ticket, or somebody can who isn't one.",
        "status-lists": "A revoked certificate counts as valid, or a valid one as revoked.",
        mails: "Somebody waits for a mail that was never sent.",
        "personal-data":
          "Somebody who asked for their data, or to be erased, waits; or what should be gone is still kept.",
      },
    },
  },
  {
    name: "survey",
    api: {
      routes: surveyRoutes,
      uses: ["table", "sign-in"],
      usersLose: "Nobody sees the survey's results, and administrators can't open or close a study.",
    },
    sweep: {
      uses: ["table", "links", "survey-answers", "survey-mail"],
      usersLose: "Nobody is asked to answer the survey, and its results are not published.",
    },
  },
  {
    // A function of its own: it may use the answers and their key, which what shows results must not.
    name: "survey-answers",
    api: {
      routes: surveyParticipantRoutes,
      uses: ["table", "links", "survey-answers", "survey-mail"],
      usersLose: "Nobody can answer the survey, or withdraw from it.",
    },
  },
  {
    name: "site",
    api: {
      routes: siteRoutes,
      catchesAll: true,
      uses: ["links"],
      usersLose: "Pages lose their looks, and a wrong address is answered by a bare error.",
    },
  },
];
