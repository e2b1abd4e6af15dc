import type { Localised } from "#kernel/locale";

/** A refusal over HTTP: its status, and what it says to the person it stops and to do next. */
export interface ProblemRow<Details> {
  readonly status: number;
  readonly text: (details: Details) => Localised;
}

export type Problems<Errors> = { readonly [Code in keyof Errors]: ProblemRow<Errors[Code]> };
