type FaultDetails = {
  type?: "invalid_request_error" | "idempotency_error" | "api_error";
  code?: string;
  param?: string;
  /** False when the endpoint never began: then no answer is kept for the idempotency key. */
  began?: boolean;
};

/** A refusal in Stripe's shape (https://docs.stripe.com/api/errors): `{ error: { type, code, message, param } }`. */
export class StripeFault extends Error {
  readonly status: number;
  readonly details: FaultDetails;

  constructor(status: number, message: string, details: FaultDetails = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }

  /** Stripe's error body; a field that has no value is left out, as Stripe does. */
  body(): { error: Record<string, string> } {
    const { type = "invalid_request_error", code, param } = this.details;
    return { error: { type, message: this.message, ...(code && { code }), ...(param && { param }) } };
  }
}

/** 404 `resource_missing`. `object` and `param` as Stripe names them: "checkout.session" and "session". */
export function noSuch(object: string, id: string, param: string): StripeFault {
  return new StripeFault(404, `No such ${object}: '${id}'`, { code: "resource_missing", param });
}

/** A mistake in the stand-in itself is shown where it runs, and answered as Stripe's own 500. */
export function asFault(error: unknown): StripeFault {
  if (error instanceof StripeFault) return error;
  console.error("Stripe stand-in:", error);
  return new StripeFault(500, "The Stripe stand-in failed: see its log.", { type: "api_error", began: false });
}
