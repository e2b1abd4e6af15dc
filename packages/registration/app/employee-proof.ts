import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { AccessKey } from "#kernel/id";
import { part, type TransactionPart } from "#kernel/transaction-part";
import type { MailProofParts } from "#people/ports/mail-proofs";

/**
 * Whoever gets an employees' ticket reads the mail of the address it is tied to, checked in the transaction that gives it.
 *
 * @throws DomainError `mail-proof-missing`
 */
export function employeeProof(
  mailProofs: MailProofParts,
  given: { readonly employeeAddress: string | undefined; readonly mailProof?: AccessKey | undefined },
  now: Instant,
): TransactionPart {
  const { employeeAddress, mailProof } = given;
  if (!employeeAddress) return part([]);
  if (!mailProof) throw refusal("mail-proof-missing", {});
  return mailProofs.check(mailProof, employeeAddress, now);
}
