import type { Agreements } from "#agreements/ports/agreements";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { AgreementId } from "#kernel/ids";
import { type Acting, type Agreement, actingOn } from "../domain/agreement.ts";

export interface Found {
  readonly agreement: Agreement;
  readonly acting: Acting;
}

/** The agreement, and who acts on it. @throws DomainError `not-found`, also when it isn't the caller's to know of */
export async function findAgreement(agreements: Agreements, agreementId: AgreementId, caller: Caller): Promise<Found> {
  const agreement = await agreements.get(agreementId);
  const acting = agreement && actingOn(agreement, caller);
  if (!agreement || !acting) throw refusal("not-found", {});
  return { agreement, acting };
}

/** Whom an order that comes of the agreement is sent to: whoever ordered, or the first of its contacts. */
export function orderContact({ agreement, acting }: Found): { readonly name: string; readonly email: string } {
  const contact = acting.as === "contact" ? acting.contact : agreement.contacts[0];
  if (!contact) throw refusal("not-found", {});
  return { name: contact.name, email: contact.email };
}
