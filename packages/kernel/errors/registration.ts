/** How registration says no: the code, and what it tells beside the code. */
export interface RegistrationErrors {
  "offering-not-open": {
    readonly offeringId: string;
    readonly reason: "unpublished" | "not-yet" | "closed" | "cancelled";
  };
  "ticket-type-unknown": { readonly offeringId: string; readonly ticketTypeId: string };
  "offering-full": { readonly offeringId: string; readonly ticketTypeId: string };
  "offering-not-full": { readonly offeringId: string; readonly ticketTypeId: string };
  "offer-unknown": Record<never, never>;
  "offer-ended": Record<never, never>;
  "choice-of-goods-missing": { readonly offeringId: string };
  "choice-of-goods-unknown": { readonly offeringId: string };
  "participant-missing": Record<never, never>;
  "answer-unknown": { readonly questionId: string };
  "health-consent-missing": Record<never, never>;
  "place-cancelled": Record<never, never>;
  "too-early-to-hand-out": { readonly startsAt: string };
  "naming-deadline-passed": Record<never, never>;
  "employee-address-missing": { readonly municipalityDomain: string };
  "participant-address-missing": Record<never, never>;
  "participant-has-place": Record<never, never>;
  "trainer-seat-missing": Record<never, never>;
  "organisers-list-only": Record<never, never>;
  "certificate-missing": Record<never, never>;
  "answer-missing": { readonly questionId: string };
  "allotment-key-unknown": Record<never, never>;
}
