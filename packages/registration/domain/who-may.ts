import { invariant, refusal } from "#kernel/domain-error";
import type { SeatOfPlace } from "#kernel/seat-of-place";
import type { Participant } from "./place.ts";
import type { SignUpTerms, TicketTypeTerms } from "./terms.ts";

/**
 * What lets a place be taken of a ticket type that nobody orders by themselves: a trainer seat of an agreement, or the
 * order of a whole course at one's own workplace.
 */
export type Entitlement =
  | { readonly kind: "agreement-seats"; readonly seat: SeatOfPlace }
  | { readonly kind: "own-workplace" };

interface Asked {
  readonly participant: Participant | undefined;
  readonly entitled?: Entitlement["kind"] | undefined;
  /** Such as `kommune.example.no`: what follows the `@`, not a part of it. */
  readonly municipalityDomain: string;
}

/**
 * The address that a place is tied to, of which an offering has one place; undefined for places that are anybody's. Tied
 * are employees' and trainers' tickets, and everybody in a cohort, where one person has one place (rule 2).
 *
 * @throws DomainError `employee-address-missing`, `participant-address-missing`, `trainer-seat-missing`,
 *   `organisers-list-only`
 */
export function ticketAddressOf(
  { kind }: Pick<SignUpTerms, "kind">,
  { who }: TicketTypeTerms,
  asked: Asked,
): string | undefined {
  switch (who) {
    case "everyone":
      return kind === "cohort" && asked.participant ? addressOf(asked.participant) : undefined;
    case "certified-trainers":
      return addressOf(asked.participant);
    case "agreement-seats":
      if (asked.entitled !== who) throw refusal("trainer-seat-missing", {});
      return addressOf(asked.participant);
    case "own-workplace":
      if (asked.entitled !== who) throw refusal("organisers-list-only", {});
      return undefined;
    case "municipal-employees":
      return workAddressOf(asked);
  }
}

/** What whoever gets a ticket must show besides, in the transaction that gives it. */
export function toBeShown({ who }: TicketTypeTerms): { readonly address: boolean; readonly certificate: boolean } {
  const certificate = who === "certified-trainers";
  return { address: certificate || who === "municipal-employees", certificate };
}

function addressOf(participant: Participant | undefined): string {
  if (!participant?.email) throw refusal("participant-address-missing", {});
  return participant.email;
}

function workAddressOf({ participant, municipalityDomain }: Asked): string {
  invariant(municipalityDomain !== "", "the municipality has a domain");
  const address = participant?.email;
  if (!address?.endsWith(`@${municipalityDomain.toLowerCase()}`)) {
    throw refusal("employee-address-missing", { municipalityDomain });
  }
  return address;
}
