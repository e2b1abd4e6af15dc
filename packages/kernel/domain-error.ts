import type { ErrorCode, ErrorDetails } from "./error-details.ts";

/** A refusal by a rule of the domain, meant for the caller: its code, and what helps to do better. */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "DomainError";
  readonly code: Code;
  readonly details: ErrorDetails[Code];

  constructor(code: Code, details: ErrorDetails[Code], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

/** The refusal `code`, to be thrown. With a cause when it is no rule that says no, but somebody we depend on: that is logged. */
export function refusal<Code extends ErrorCode>(
  code: Code,
  details: ErrorDetails[Code],
  options?: ErrorOptions,
): DomainError<Code> {
  return new DomainError(code, details, options);
}

/** For what can't be unless the program is wrong: a bug, never a caller's fault. */
export function invariant(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Error(`Broken invariant: ${rule}`);
}
