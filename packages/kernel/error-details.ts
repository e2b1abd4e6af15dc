/**
 * Every way the system says no: its code, and what it tells beside the code. One row here, one status in
 * `platform/http/status.ts`, one text in `platform/http/problem-texts.ts`; the compiler asks for all three.
 */
export interface ErrorDetails {
  "invalid-request": { readonly errors: readonly { readonly pointer: string; readonly message: string }[] };
  "body-too-large": { readonly limitBytes: number };
  "not-found": Record<never, never>;
  unauthenticated: Record<never, never>;
  forbidden: Record<never, never>;
  "idempotency-key-missing": Record<never, never>;
  "idempotency-key-reused": Record<never, never>;
  "busy-try-again": Record<never, never>;
  "internal-error": Record<never, never>;

  "product-not-for-sale": { readonly productId: string };
  "out-of-stock": { readonly productId: string; readonly available: number };
  "offering-not-open": {
    readonly offeringId: string;
    readonly reason: "unpublished" | "not-yet" | "closed" | "cancelled";
  };
  "ticket-type-unknown": { readonly offeringId: string; readonly ticketTypeId: string };
  "offering-full": { readonly offeringId: string; readonly ticketTypeId: string };
  "choice-of-goods-missing": { readonly offeringId: string };
  "choice-of-goods-unknown": { readonly offeringId: string };
  "answer-missing": { readonly questionId: string };
  "allotment-key-unknown": Record<never, never>;
  "freight-by-agreement": { readonly limitGrams: number };
  "delivery-address-missing": Record<never, never>;
  "price-changed": { readonly expected: number; readonly actual: number };
  "too-much-for-one-order": { readonly limit: number; readonly of: "places" | "goods-lines" | "writes" };

  "order-not-awaiting-payment": { readonly status: string };
  "hold-ended": Record<never, never>;
  "hold-already-extended": Record<never, never>;
  "webhook-signature-invalid": Record<never, never>;
}

export type ErrorCode = keyof ErrorDetails;
