import type { MailCodeId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { AddressCodes, MailCode, MailProof } from "../domain/mail-code.ts";

export type { MailCode } from "../domain/mail-code.ts";

/** What the mail about a code reads: the code itself is in no event. */
export interface MailCodeReads {
  load(codeId: MailCodeId): Promise<MailCode | undefined>;
}

/** Codes and proofs as this context keeps them. */
export interface MailCodes extends MailCodeReads {
  address(email: string): Promise<AddressCodes | undefined>;
  /** Writes the address if it still is as it was read as `before`; else the command loads again. */
  writeAddress(email: string, before: AddressCodes | undefined, after: AddressCodes): TransactionPart;
  createCode(code: MailCode): TransactionPart;
  createProof(proof: MailProof): TransactionPart;
}
