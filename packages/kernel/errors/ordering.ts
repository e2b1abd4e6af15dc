/** How ordering says no: the code, and what it tells beside the code. */
export interface OrderingErrors {
  "price-changed": { readonly expected: number; readonly actual: number };
  "freight-by-agreement": { readonly limitGrams: number };
  "delivery-address-missing": Record<never, never>;
  "order-not-confirmed": { readonly status: string };
  "place-not-in-order": { readonly placeId: string };
  "place-already-cancelled": { readonly placeId: string };
  "cancellation-deadline-passed": { readonly offeringId: string };
  "goods-not-in-order": { readonly line: number };
  "goods-already-shipped": { readonly line: number };
  "more-than-ordered": { readonly line: number; readonly left: number };
  /** Øre. */
  "card-total-too-small": { readonly least: number };
  "organisation-missing": Record<never, never>;
  "invoice-reference-missing": Record<never, never>;
}
