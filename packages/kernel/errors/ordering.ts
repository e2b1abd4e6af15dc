/** How ordering says no: the code, and what it tells beside the code. */
export interface OrderingErrors {
  "price-changed": { readonly expected: number; readonly actual: number };
  "freight-by-agreement": { readonly limitGrams: number };
  "delivery-address-missing": Record<never, never>;
  "organisation-missing": Record<never, never>;
  "invoice-reference-missing": Record<never, never>;
}
