import type { ErrorCode } from "#kernel/error-details";

/** The HTTP status of each error code. Exhaustive: a new code doesn't compile until it has one. */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  "invalid-request": 400,
  "body-too-large": 413,
  "not-found": 404,
  unauthenticated: 401,
  forbidden: 403,
  "idempotency-key-missing": 400,
  "idempotency-key-reused": 422,
  "busy-try-again": 503,
  "internal-error": 500,

  "product-not-for-sale": 422,
  "out-of-stock": 409,
  "offering-not-open": 409,
  "ticket-type-unknown": 422,
  "offering-full": 409,
  "choice-of-goods-missing": 422,
  "choice-of-goods-unknown": 422,
  "answer-missing": 422,
  "allotment-key-unknown": 422,
  "freight-by-agreement": 422,
  "delivery-address-missing": 422,
  "price-changed": 409,
  "too-much-for-one-order": 422,

  "order-not-awaiting-payment": 409,
  "hold-ended": 409,
  "hold-already-extended": 409,
  "webhook-signature-invalid": 400,
};
