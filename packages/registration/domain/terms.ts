import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { AccessKey } from "#kernel/id";
import type { AllotmentId, OfferingId, ProductId, TicketTypeId } from "#kernel/ids";

export interface TicketTypeTerms {
  readonly ticketTypeId: TicketTypeId;
  readonly who: "everyone" | "municipal-employees" | "certified-trainers" | "agreement-seats" | "own-workplace";
}

/** What signing up depends on; a catalogue's offering has all of it. */
export interface SignUpTerms {
  readonly offeringId: OfferingId;
  readonly kind: "course" | "festival" | "network-meeting" | "workplace-course" | "cohort";
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
  refuseUnlessHeld(terms);
  if (now < terms.signUpOpensAt) throw notOpen(terms, "not-yet");
  if (now >= terms.signUpClosesAt) throw notOpen(terms, "closed");
}

/** Published and not called off, whatever the time is. @throws DomainError `offering-not-open` */
export function refuseUnlessHeld(terms: SignUpTerms): void {
  if (terms.status === "draft") throw notOpen(terms, "unpublished");
  if (terms.status === "cancelled") throw notOpen(terms, "cancelled");
}

function notOpen({ offeringId }: SignUpTerms, reason: "unpublished" | "not-yet" | "closed" | "cancelled") {
  return refusal("offering-not-open", { offeringId, reason });
}

/** @throws DomainError `ticket-type-unknown` */
export function ticketTypeOf(terms: SignUpTerms, ticketTypeId: TicketTypeId): TicketTypeTerms {
  const found = terms.ticketTypes.find((type) => type.ticketTypeId === ticketTypeId);
  if (!found) throw refusal("ticket-type-unknown", { offeringId: terms.offeringId, ticketTypeId });
  return found;
}
