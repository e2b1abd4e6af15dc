import type { EnquiryId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Enquiry } from "../domain/enquiry.ts";

export type { Enquiry } from "../domain/enquiry.ts";

/** What the mails about an enquiry read. */
export interface EnquiryReads {
  get(enquiryId: EnquiryId): Promise<Enquiry | undefined>;
}

/** Enquiries as this context keeps them. */
export interface Enquiries extends EnquiryReads {
  create(enquiry: Enquiry): TransactionPart;
  /** Writes `after` if the enquiry still is as it was read as `before`; else the command loads again. */
  replace(before: Enquiry, after: Enquiry): TransactionPart;
  /** Nothing is left of it. */
  forget(enquiry: Enquiry): TransactionPart;
  /** The newest first. For people to look at: an index is behind the table. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly items: readonly Enquiry[];
    readonly cursor?: string;
  }>;
}
