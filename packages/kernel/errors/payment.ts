/** How payment says no: the code, and what it tells beside the code. */
export interface PaymentErrors {
  "order-not-awaiting-payment": { readonly status: string };
  "hold-ended": Record<never, never>;
  "checkout-ended": Record<never, never>;
  "payment-processing": Record<never, never>;
  "hold-already-extended": Record<never, never>;
  "card-payment-unavailable": Record<never, never>;
  "webhook-signature-invalid": Record<never, never>;
}
