import type { ErrorCode, ErrorDetails } from "./error-details.ts";

/** A refusal by a rule of the domain, meant for the caller: its code, and what helps to do better. */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "DomainError";
  readonly code: Code;
  readonly details: ErrorDetails[Code];

  constructor(code: Code, details: ErrorDetails[Code]) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The refusal `code`, to be thrown. */
export function refusal<Code extends ErrorCode>(code: Code, details: ErrorDetails[Code]): DomainError<Code> {
  return new DomainError(code, details);
}

/** For what can't be unless the program is wrong: a bug, never a caller's fault. */
export function invariant(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(`Broken invariant: ${rule}`);
}
