import { agreements } from "#agreements/store/agreements";
import { enquiries } from "#agreements/store/enquiries";
import { workplaceCourses } from "#agreements/store/workplace-courses";
import { forSale } from "#catalogue/store/for-sale";
import { certificates } from "#certificates/store/certificates";
import { drawLazily } from "#certificates/store/draw-lazily";
import { handIns } from "#education/store/hand-ins";
import { participationReads } from "#education/store/participations";
import type { Clock } from "#kernel/clock";
import type { Seller } from "#kernel/seller";
import { notifyUseCase } from "#notifications/app/notify";
import { recordMailEventUseCase } from "#notifications/app/record-mail-event";
import { sendMailUseCase } from "#notifications/app/send-mail";
import { settleDueMailUseCase } from "#notifications/app/settle-due-mail";
import { linksTo } from "#notifications/domain/links";
import { mailStatuses } from "#notifications/store/mail-statuses";
import { mails } from "#notifications/store/mails";
import { post } from "#notifications/store/post";
import { suppressions } from "#notifications/store/suppressions";
import { orders } from "#ordering/store/orders";
import { mailCodes } from "#people/store/mail-codes";
import { personalDataRequests } from "#people/store/personal-data";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { type SesClient, sendMessageBySes } from "#platform/ses/send-message";
import { placeReads } from "#registration/store/place-parts";
import { placesOfOffering } from "#registration/store/places-of-offering";
import { waitingLists } from "#registration/store/waiting-lists";

export interface NotificationsEnvironment {
  readonly PUBLIC_URL: string;
  readonly MAIL_SENDER: string;
  readonly MAIL_CONFIGURATION_SET: string;
  readonly SELLER: Seller;
}

/** What both of notifications' functions are made of. */
export function wireNotifications(
  env: NotificationsEnvironment,
  { table, clock, ses }: { readonly table: Table; readonly clock: Clock; readonly ses: SesClient },
) {
  const from = { address: env.MAIL_SENDER, configurationSet: env.MAIL_CONFIGURATION_SET };
  const ports = {
    unitOfWork: unitOfWork(table, { clock, random: systemRandom }),
    orders: orders(table),
    forSale: forSale(table),
    placeReads: placeReads(table),
    placesOfOffering: placesOfOffering(table),
    waitingLists: waitingLists(table),
    mailCodes: mailCodes(table),
    personalDataRequests: personalDataRequests(table),
    agreements: agreements(table),
    enquiries: enquiries(table),
    certificates: certificates(table),
    participations: participationReads(table),
    handIns: handIns(table),
    workplaceCourses: workplaceCourses(table),
    mails: mails(table),
    mailStatuses: mailStatuses(table),
    suppressions: suppressions(table),
  };
  const sendMail = sendMailUseCase({
    ...ports,
    post: post(sendMessageBySes(ses, from)),
    links: linksTo(env.PUBLIC_URL),
    seller: env.SELLER,
    drawCertificate: drawLazily,
    host: new URL(env.PUBLIC_URL).hostname,
  });
  return {
    notify: notifyUseCase({ ...ports, sendMail }),
    settleDueMail: settleDueMailUseCase({ ...ports, sendMail }),
    recordMailEvent: recordMailEventUseCase(ports),
  };
}
