import { AgreementId, EnquiryId, WorkplaceCourseId } from "#kernel/ids";
import type { ItemKey } from "#kernel/transaction-part";
import { WORKPLACE_COURSE } from "./workplace-courses.ts";

/** What a due row of agreements is about: seats that nobody uses, or what was asked for and led to nothing. */
export type Due =
  | { readonly kind: "seats-warning"; readonly agreementId: AgreementId }
  | { readonly kind: "enquiry"; readonly enquiryId: EnquiryId }
  | { readonly kind: "workplace-course"; readonly courseId: WorkplaceCourseId };

export function dueOf({ pk }: ItemKey): Due {
  if (pk.startsWith("ENQUIRY#")) return { kind: "enquiry", enquiryId: EnquiryId.parse(pk.slice("ENQUIRY#".length)) };
  if (pk.startsWith(WORKPLACE_COURSE))
    return { kind: "workplace-course", courseId: WorkplaceCourseId.parse(pk.slice(WORKPLACE_COURSE.length)) };
  return { kind: "seats-warning", agreementId: AgreementId.parse(pk.slice("AGREEMENT#".length)) };
}
