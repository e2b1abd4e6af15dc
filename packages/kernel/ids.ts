import * as z from "zod";
import { defineId } from "./id.ts";
import { isOrderNumber } from "./order-number.ts";

/** Ids that travel between contexts, in events and in others' rows. */
export const ProductId = defineId("prd").brand<"ProductId">();
export type ProductId = z.infer<typeof ProductId>;

export const OfferingId = defineId("off").brand<"OfferingId">();
export type OfferingId = z.infer<typeof OfferingId>;

export const PlaceId = defineId("plc").brand<"PlaceId">();
export type PlaceId = z.infer<typeof PlaceId>;

/** An entry in an offering's waiting list. */
export const EntryId = defineId("ent").brand<"EntryId">();
export type EntryId = z.infer<typeof EntryId>;

const ShortName = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);

/** Short names within one offering, such as `ordinary`; they are part of the names of its counters. */
export const TicketTypeId = ShortName.brand<"TicketTypeId">();
export type TicketTypeId = z.infer<typeof TicketTypeId>;

export const AllotmentId = ShortName.brand<"AllotmentId">();
export type AllotmentId = z.infer<typeof AllotmentId>;

/** Random, short, easy to read out, with a check character: `K7M4-9QXY`. It is the order's id. */
export const OrderNumber = z.string().max(9).refine(isOrderNumber).brand<"OrderNumber">();
export type OrderNumber = z.infer<typeof OrderNumber>;

export const MailCodeId = defineId("cod").brand<"MailCodeId">();
export type MailCodeId = z.infer<typeof MailCodeId>;

/** A long-term agreement with an organisation. */
export const AgreementId = defineId("agr").brand<"AgreementId">();
export type AgreementId = z.infer<typeof AgreementId>;

/** An organisation's wish for a long-term agreement, before there is one. */
export const EnquiryId = defineId("enq").brand<"EnquiryId">();
export type EnquiryId = z.infer<typeof EnquiryId>;

/** One of the people at an organisation whom its agreement is looked after by. */
export const ContactId = defineId("con").brand<"ContactId">();
export type ContactId = z.infer<typeof ContactId>;

/** One trainer seat under an agreement, from when it is taken. */
export const SeatId = defineId("sea").brand<"SeatId">();
export type SeatId = z.infer<typeof SeatId>;

/** A document of a participant's portfolio, or their essay. */
export const DocumentId = defineId("doc").brand<"DocumentId">();
export type DocumentId = z.infer<typeof DocumentId>;

export const CertificateId = defineId("crt").brand<"CertificateId">();
export type CertificateId = z.infer<typeof CertificateId>;

export const WorkplaceCourseId = defineId("wpc").brand<"WorkplaceCourseId">();
export type WorkplaceCourseId = z.infer<typeof WorkplaceCourseId>;

/** Somebody's wish to see or to have erased what is held about them. */
export const PersonalDataRequestId = defineId("pdr").brand<"PersonalDataRequestId">();
export type PersonalDataRequestId = z.infer<typeof PersonalDataRequestId>;
