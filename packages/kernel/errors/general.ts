/** How any route says no: the code, and what it tells beside the code. */
export interface GeneralErrors {
  "invalid-request": { readonly errors: readonly { readonly pointer: string; readonly message: string }[] };
  "body-too-large": { readonly limitBytes: number };
  "not-found": Record<never, never>;
  unauthenticated: Record<never, never>;
  forbidden: Record<never, never>;
  "too-many-wrong-keys": { readonly retryAfterSeconds: number };
  "idempotency-key-missing": Record<never, never>;
  "idempotency-key-reused": Record<never, never>;
  "busy-try-again": Record<never, never>;
  "internal-error": Record<never, never>;
  "too-much-for-one-order": { readonly limit: number; readonly of: "places" | "goods-lines" | "writes" };
}
