import * as z from "zod";
import { Instant } from "#kernel/clock";
import {
  AgreementId,
  CertificateId,
  ContactId,
  DocumentId,
  EnquiryId,
  EntryId,
  MailCodeId,
  OfferingId,
  OrderNumber,
  PersonalDataRequestId,
  PlaceId,
  WorkplaceCourseId,
} from "#kernel/ids";
import { Money } from "#kernel/money";

const order = { orderNumber: OrderNumber };
const place = { ...order, offeringId: OfferingId, placeId: PlaceId };
const entry = { offeringId: OfferingId, entryId: EntryId };
const contact = { agreementId: AgreementId, contactId: ContactId };
/** A participant's portfolio or essay. */
const handIn = { cohortId: OfferingId, placeId: PlaceId, kind: z.enum(["portfolio", "essay"]) };
const to = z.enum(["participant", "buyer"]);
const why = z.enum(["by-buyer", "by-administrator", "offering-cancelled"]);

/**
 * What a mail tells, by its template and the ids it is written from. No address and no text: these stay where they are
 * kept, and the mail is written anew from there whenever it has to be sent.
 */
export const Notice = z.discriminatedUnion("template", [
  z.object({ template: z.literal("order-confirmed"), ...order }),
  /** To a participant who isn't the buyer. */
  z.object({ template: z.literal("place-confirmed"), ...place }),
  z.object({ template: z.literal("order-expired"), ...order }),
  z.object({
    template: z.literal("places-cancelled"),
    ...order,
    placeIds: z.array(PlaceId).min(1),
    why,
    owedBack: Money,
    orderCancelled: z.boolean(),
  }),
  /** To a participant who isn't the buyer. */
  z.object({ template: z.literal("place-cancelled"), ...place, why }),
  z.object({
    template: z.literal("goods-cancelled"),
    ...order,
    /** Numbers of the order's lines. */
    lines: z.array(z.int().min(1)).min(1),
    owedBack: Money,
    orderCancelled: z.boolean(),
  }),
  z.object({ template: z.literal("shipment-sent"), ...order, shipment: z.int().min(1), last: z.boolean() }),
  z.object({ template: z.literal("refunded"), ...order, amount: Money }),
  z.object({ template: z.literal("waiting-list-joined"), ...entry }),
  z.object({ template: z.literal("offer-made"), ...entry, until: Instant }),
  z.object({ template: z.literal("offer-lapsed"), ...entry }),
  z.object({ template: z.literal("waiting-list-closed"), ...entry }),
  z.object({ template: z.literal("naming-reminder"), ...order, offeringId: OfferingId }),
  z.object({ template: z.literal("offering-reminder"), ...place, to }),
  z.object({
    template: z.literal("offering-changed"),
    ...place,
    to,
    changed: z.array(z.enum(["dates", "venue"])).min(1),
  }),
  z.object({ template: z.literal("participation-started"), cohortId: OfferingId, placeId: PlaceId }),
  z.object({ template: z.literal("mail-code"), codeId: MailCodeId }),
  z.object({ template: z.literal("export-ready"), requestId: PersonalDataRequestId }),
  z.object({ template: z.literal("erasure-done"), requestId: PersonalDataRequestId }),
  z.object({ template: z.literal("workplace-course-requested"), courseId: WorkplaceCourseId }),
  z.object({ template: z.literal("workplace-course-quoted"), courseId: WorkplaceCourseId, quote: z.int().min(1) }),
  z.object({ template: z.literal("workplace-course-declined"), courseId: WorkplaceCourseId }),
  z.object({
    template: z.literal("service-cancelled"),
    ...order,
    offeringId: OfferingId,
    owedBack: Money,
    orderCancelled: z.boolean(),
  }),
  z.object({ template: z.literal("enquiry-received"), enquiryId: EnquiryId }),
  z.object({ template: z.literal("enquiry-declined"), enquiryId: EnquiryId }),
  z.object({ template: z.literal("agreement-started"), ...contact }),
  z.object({ template: z.literal("seats-unused"), ...contact, free: z.int().min(1) }),
  z.object({ template: z.literal("certificate-issued"), certificateId: CertificateId }),
  z.object({ template: z.literal("certificate-revoked"), certificateId: CertificateId }),
  z.object({ template: z.literal("document-rejected"), ...handIn, documentId: DocumentId }),
  z.object({ template: z.literal("hand-in-returned"), ...handIn }),
  z.object({ template: z.literal("hand-in-approved"), ...handIn }),
]);
export type Notice = z.infer<typeof Notice>;

/** The order a mail belongs to: there it shows when the mail can't be delivered. */
export function orderOf(notice: Notice): OrderNumber | undefined {
  return "orderNumber" in notice ? notice.orderNumber : undefined;
}
