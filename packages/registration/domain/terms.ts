import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { AccessKey } from "#kernel/id";
import type { AllotmentId, OfferingId, ProductId, TicketTypeId } from "#kernel/ids";

export interface TicketTypeTerms {
  readonly ticketTypeId: TicketTypeId;
  readonly who: "everyone" | "municipal-employees" | "certified-trainers";
}

/** What signing up depends on; a catalogue's offering has all of it. */
export interface SignUpTerms {
  readonly offeringId: OfferingId;
  readonly version: number;
  readonly status: "draft" | "published" | "cancelled";
  readonly signUpOpensAt: Instant;
  readonly signUpClosesAt: Instant;
  readonly namingDeadline: Instant;
  readonly ticketTypes: readonly TicketTypeTerms[];
  readonly allotments: readonly {
    readonly allotmentId: AllotmentId;
    readonly ticketTypeId: TicketTypeId;
    readonly key: AccessKey;
  }[];
  readonly includedGoods: readonly { readonly oneOf: readonly ProductId[] }[];
  readonly questions: readonly {
    readonly questionId: string;
    readonly required: boolean;
    readonly kind: "text" | "choice" | "health";
    readonly choices?: readonly string[] | undefined;
  }[];
}

/** @throws DomainError `offering-not-open` */
export function refuseUnlessOpen(terms: SignUpTerms, now: Instant): void {
  const refuse = (reason: "unpublished" | "not-yet" | "closed" | "cancelled") =>
    refusal("offering-not-open", { offeringId: terms.offeringId, reason });
  if (terms.status === "draft") throw refuse("unpublished");
  if (terms.status === "cancelled") throw refuse("cancelled");
  if (now < terms.signUpOpensAt) throw refuse("not-yet");
  if (now >= terms.signUpClosesAt) throw refuse("closed");
}

/** @throws DomainError `ticket-type-unknown` */
export function ticketTypeOf(terms: SignUpTerms, ticketTypeId: TicketTypeId): TicketTypeTerms {
  const found = terms.ticketTypes.find((type) => type.ticketTypeId === ticketTypeId);
  if (!found) throw refusal("ticket-type-unknown", { offeringId: terms.offeringId, ticketTypeId });
  return found;
}
