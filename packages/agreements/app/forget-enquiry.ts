import type { EnquiryId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { forgottenAt } from "../domain/enquiry.ts";
import type { EnquiryPorts } from "./decline-enquiry.ts";

export type ForgetEnquiry = (origin: Origin, enquiryId: EnquiryId) => Promise<void>;

/** What led to no agreement is deleted once its time is up. */
export function forgetEnquiryUseCase({ unitOfWork, enquiries }: EnquiryPorts): ForgetEnquiry {
  return (origin, enquiryId) =>
    unitOfWork.handle(origin, async () => {
      const enquiry = await enquiries.get(enquiryId);
      const at = enquiry && forgottenAt(enquiry);
      return enquiry && at && at <= unitOfWork.clock() ? [enquiries.forget(enquiry)] : [];
    });
}
