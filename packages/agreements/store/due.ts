import { AgreementId, EnquiryId } from "#kernel/ids";
import type { ItemKey } from "#kernel/transaction-part";

/** What a due row of agreements is about: seats that nobody uses, or an enquiry that led to nothing. */
export type Due =
  | { readonly kind: "seats-warning"; readonly agreementId: AgreementId }
  | { readonly kind: "enquiry"; readonly enquiryId: EnquiryId };

export function dueOf({ pk }: ItemKey): Due {
  if (pk.startsWith("ENQUIRY#")) return { kind: "enquiry", enquiryId: EnquiryId.parse(pk.slice("ENQUIRY#".length)) };
  return { kind: "seats-warning", agreementId: AgreementId.parse(pk.slice("AGREEMENT#".length)) };
}
