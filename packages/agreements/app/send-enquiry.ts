import * as z from "zod";
import type { Enquiries } from "#agreements/ports/enquiries";
import type { CallerLimit } from "#kernel/caller-limit";
import { mint } from "#kernel/id";
import { EnquiryId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { EnquiryDetails } from "../domain/enquiry.ts";
import { enquiryReceived } from "../events/enquiry-received.ts";

/** Names no person: it is kept as the answer to a repeated request. */
export const EnquirySent = z.object({ enquiryId: EnquiryId });

export interface SendEnquiryPorts {
  readonly unitOfWork: UnitOfWork;
  readonly enquiries: Enquiries;
  readonly enquiryLimit: CallerLimit;
}

export type SendEnquiry = (
  origin: Origin,
  details: EnquiryDetails,
  asked: { readonly locale: Locale; readonly sourceIp: string },
) => Promise<z.infer<typeof EnquirySent>>;

/** Takes a wish for an agreement; a mail says that it came. @throws DomainError `too-many-enquiries` for the caller */
export function sendEnquiryUseCase({ unitOfWork, enquiries, enquiryLimit }: SendEnquiryPorts): SendEnquiry {
  return (origin, details, { locale, sourceIp }) =>
    unitOfWork.run(origin, EnquirySent, async () => {
      const now = unitOfWork.clock();
      const enquiryId = mint(EnquiryId, unitOfWork.random);
      return {
        parts: [
          enquiries.create({ enquiryId, ...details, locale, receivedAt: now, status: "received", version: 1 }),
          await enquiryLimit.count(sourceIp, now),
          record(enquiryReceived.of({ enquiryId })),
        ],
        answer: { enquiryId },
      };
    });
}
