import type { CertifiedTrainers } from "#certificates/ports/certified-trainers";
import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { AccessKey } from "#kernel/id";
import type { TransactionPart } from "#kernel/transaction-part";
import type { MailProofParts } from "#people/ports/mail-proofs";
import type { TicketTypeTerms } from "../domain/terms.ts";
import { toBeShown } from "../domain/who-may.ts";

export interface ShownByHolderPorts {
  readonly mailProofs: MailProofParts;
  readonly certifiedTrainers: CertifiedTrainers;
}

/**
 * What whoever gets an employees' or trainers' ticket must show, checked in the transaction that gives it: that they read
 * the mail of the address it is tied to, and that it is a certified trainer's.
 *
 * @throws DomainError `mail-proof-missing`
 */
export function shownByHolder(
  { mailProofs, certifiedTrainers }: ShownByHolderPorts,
  ticketType: TicketTypeTerms,
  given: { readonly ticketAddress?: string | undefined; readonly mailProof?: AccessKey | undefined },
  now: Instant,
): TransactionPart[] {
  const shown = toBeShown(ticketType);
  const { ticketAddress, mailProof } = given;
  if (!ticketAddress || !shown.address) return [];
  if (!mailProof) throw refusal("mail-proof-missing", {});
  return [
    mailProofs.check(mailProof, ticketAddress, now),
    ...(shown.certificate ? [certifiedTrainers.check(ticketAddress)] : []),
  ];
}
