import * as z from "zod";
import { DomainError, refusal } from "#kernel/domain-error";
import type { CorrelationId } from "#kernel/event";
import type { Locale } from "#kernel/locale";
import { problemRow } from "./problems/all.ts";
import type { Outgoing } from "./route.ts";

/** RFC 9457. `type` names the error for good; the code's details stand beside it. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  reference: z.string(),
});
export type Problem = z.infer<typeof Problem>;

const RETRY_AFTER_SECONDS = 2;

/** What to refuse with: a domain error as it is; anything else is our own fault, and says nothing of itself. */
export function toRefusal(error: unknown): DomainError {
  return error instanceof DomainError ? error : refusal("internal-error", {});
}

export function problemOf(error: DomainError, correlationId: CorrelationId, locale: Locale): Problem {
  const { status, text } = problemRow(error.code);
  const detail = text(error.details)[locale];
  const [title = detail] = detail.split(". ");
  return {
    ...error.details,
    type: `urn:smart-oppvekst:problem:${error.code}`,
    title: title.replace(/\.$/, ""),
    status,
    detail,
    code: error.code,
    reference: correlationId,
  };
}

export function problemAnswer(problem: Problem): Outgoing {
  const retryAfter = retryAfterOf(problem);
  return {
    status: problem.status,
    headers: {
      "content-type": "application/problem+json",
      ...(retryAfter && { "retry-after": retryAfter }),
      ...(problem.status === 401 && { "www-authenticate": "Bearer" }),
    },
    body: problem,
  };
}

/** When to come back, in seconds: as the refusal says, or soon when we are busy. */
function retryAfterOf(problem: Problem): string | undefined {
  const told = problem["retryAfterSeconds"];
  if (typeof told === "number") return String(told);
  return problem.status === 503 ? String(RETRY_AFTER_SECONDS) : undefined;
}
