import * as z from "zod";
import { Instant, plusSeconds } from "#kernel/clock";
import { EmailAddress, TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { AgreementId, EnquiryId } from "#kernel/ids";
import { Locale } from "#kernel/locale";
import { Organisation } from "#kernel/organisation";

/** Who writes: an organisation, and somebody there to write back to. */
export const EnquiryDetails = z.strictObject({
  organisation: Organisation.pick({ name: true, organisationNumber: true }),
  name: TextLine,
  email: EmailAddress,
  /** In their own words: what they want to work with, how many they are, when they would like to begin. */
  wish: z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u, "Text, please: no control characters."),
});
export type EnquiryDetails = z.infer<typeof EnquiryDetails>;

const common = {
  enquiryId: EnquiryId,
  ...EnquiryDetails.shape,
  locale: Locale,
  receivedAt: Instant,
  version: z.int().min(1),
};

/** A wish for a long-term agreement: the centre picks its partners, so each is answered by somebody. */
export const Enquiry = z.discriminatedUnion("status", [
  z.object({ ...common, status: z.literal("received") }),
  z.object({ ...common, status: z.literal("declined"), declinedAt: Instant, reason: z.string().optional() }),
  z.object({ ...common, status: z.literal("accepted"), agreementId: AgreementId }),
]);
export type Enquiry = z.infer<typeof Enquiry>;

/** What the centre writes to whom it declines, in their own language, beside the mail's fixed words. */
export const DeclineReason = z.string().trim().min(1).max(1000);

const KEPT_SECONDS = 365 * 86_400;

/** What led to no agreement is forgotten a year later (GDPR art. 5 (1) e); none for what did. */
export function forgottenAt(enquiry: Enquiry): Instant | undefined {
  return enquiry.status === "accepted" ? undefined : plusSeconds(enquiry.receivedAt, KEPT_SECONDS);
}

/** @throws DomainError `enquiry-is-answered` */
export function declineEnquiry(before: Enquiry, reason: string | undefined, now: Instant): Enquiry {
  return {
    ...refuseUnlessOpen(before),
    status: "declined",
    declinedAt: now,
    ...(reason !== undefined && { reason }),
    version: before.version + 1,
  };
}

/** @throws DomainError `enquiry-is-answered` */
export function acceptEnquiry(before: Enquiry, agreementId: AgreementId): Enquiry {
  return { ...refuseUnlessOpen(before), status: "accepted", agreementId, version: before.version + 1 };
}

function refuseUnlessOpen(enquiry: Enquiry): Extract<Enquiry, { status: "received" }> {
  if (enquiry.status !== "received") throw refusal("enquiry-is-answered", { status: enquiry.status });
  return enquiry;
}
