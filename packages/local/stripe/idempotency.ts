import { StripeFault } from "./fault.ts";

/** An answer of the API, ready to be written or kept. */
export type Answer = { status: number; body: string; requestId: string };

type Kept = { endpoint: string; params: string; since: number; answer: Answer | "in progress" };

export type IdempotencyKeys = ReturnType<typeof keepIdempotencyKeys>;

const day = 24 * 60 * 60 * 1000;

/**
 * Idempotency keys as Stripe keeps them: the first answer, good or bad, for 24 hours of the clock
 * (https://docs.stripe.com/api/idempotent_requests). `now` is in epoch milliseconds.
 */
export function keepIdempotencyKeys(now: () => number) {
  const kept = new Map<string, Kept>();
  return {
    /**
     * Takes the key for a request, or gives the kept answer to a repeated one.
     * @throws StripeFault 409 while the first request is under way; 400 when endpoint or parameters differ.
     */
    begin(key: string, endpoint: string, body: string): Answer | undefined {
      const params = JSON.stringify([...new URLSearchParams(body)].sort());
      const found = kept.get(key);
      if (found === undefined || now() - found.since >= day) {
        kept.set(key, { endpoint, params, since: now(), answer: "in progress" });
        return undefined;
      }
      if (found.endpoint !== endpoint) throw reused("for the same endpoint they were first used for", key);
      if (found.params !== params) throw reused("with the same parameters they were first used with", key);
      if (found.answer === "in progress") throw inProgress(key);
      return found.answer;
    },
    /** Keeps the answer; without one (the endpoint never began) the key is free again. */
    end(key: string, answer: Answer | undefined): void {
      const found = kept.get(key);
      if (found === undefined || answer === undefined) kept.delete(key);
      else found.answer = answer;
    },
    reset: () => kept.clear(),
  };
}

function reused(how: string, key: string): StripeFault {
  return new StripeFault(
    400,
    `Keys for idempotent requests can only be used ${how}. Try using a key other than '${key}' if you meant to execute a different request.`,
    { type: "idempotency_error" },
  );
}

function inProgress(key: string): StripeFault {
  return new StripeFault(
    409,
    `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again after the in-progress request completes.`,
    { code: "idempotency_key_in_use" },
  );
}
