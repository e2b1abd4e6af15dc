import * as z from "zod";
import type { Enquiries } from "#agreements/ports/enquiries";
import { refusal } from "#kernel/domain-error";
import { EnquiryId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { DeclineReason, declineEnquiry } from "../domain/enquiry.ts";
import { enquiryDeclined } from "../events/enquiry-declined.ts";

export const DeclineEnquiryCommand = z.strictObject({ reason: DeclineReason.optional() });
export const EnquiryDeclined = z.object({ enquiryId: EnquiryId });

export interface EnquiryPorts {
  readonly unitOfWork: UnitOfWork;
  readonly enquiries: Enquiries;
}

export type DeclineEnquiry = (
  origin: Origin,
  enquiryId: EnquiryId,
  command: z.infer<typeof DeclineEnquiryCommand>,
) => Promise<z.infer<typeof EnquiryDeclined>>;

/** There is no room for this one; whoever asked is told. @throws DomainError `not-found`, `enquiry-is-answered` */
export function declineEnquiryUseCase({ unitOfWork, enquiries }: EnquiryPorts): DeclineEnquiry {
  return (origin, enquiryId, { reason }) =>
    unitOfWork.run(origin, EnquiryDeclined, async () => {
      const before = await enquiries.get(enquiryId);
      if (!before) throw refusal("not-found", {});
      const after = declineEnquiry(before, reason, unitOfWork.clock());
      return {
        parts: [enquiries.replace(before, after), record(enquiryDeclined.of({ enquiryId }))],
        answer: { enquiryId },
      };
    });
}
