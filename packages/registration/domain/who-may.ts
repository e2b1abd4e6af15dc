import { invariant, refusal } from "#kernel/domain-error";
import type { Participant } from "./place.ts";
import type { TicketTypeTerms } from "./terms.ts";

/**
 * The work address that an employees' ticket is tied to; undefined for tickets that are everybody's. That whoever comes
 * reads its mail is proved besides, in the transaction that takes the place.
 *
 * @param municipalityDomain such as `kommune.example.no`: what follows the `@`, not a part of it
 * @throws DomainError `employee-address-missing` (no participant, no address, or one elsewhere); `certificate-missing`:
 *   nobody is a certified trainer here before there are certificates
 */
export function employeeAddressOf(
  { who }: TicketTypeTerms,
  participant: Participant | undefined,
  municipalityDomain: string,
): string | undefined {
  switch (who) {
    case "everyone":
      return undefined;
    case "certified-trainers":
      throw refusal("certificate-missing", {});
    case "municipal-employees": {
      invariant(municipalityDomain !== "", "the municipality has a domain");
      const address = participant?.email;
      if (!address?.endsWith(`@${municipalityDomain.toLowerCase()}`)) {
        throw refusal("employee-address-missing", { municipalityDomain });
      }
      return address;
    }
  }
}
