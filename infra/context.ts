import type { AttentionQueueProps } from "./constructs/attention-queue.ts";
import type { ContextApiProps } from "./constructs/context-api.ts";
import type { ContextQueueProps } from "./constructs/context-queue.ts";
import type { DifferenceAlarmsProps } from "./constructs/difference-alarms.ts";
import type { Entry } from "./constructs/function-code.ts";
import type { SweepProps } from "./constructs/sweep.ts";

type FromStack = "foundation" | "service" | "entry";

/** What a context is in AWS. A part left out is one the context does not have. */
export interface Context {
  /** The folder under functions/ and packages/. */
  readonly name: string;
  readonly api?: Omit<ContextApiProps, FromStack>;
  readonly consumer?: Omit<ContextQueueProps, FromStack>;
  readonly sweep?: Omit<SweepProps, FromStack>;
  readonly attention?: Omit<AttentionQueueProps, FromStack>;
  readonly differences?: Omit<DifferenceAlarmsProps, FromStack>;
}

const parts = ["api", "consumer", "sweep"] as const;

/** Where the function of one part of a context is: `functions/<context>/<part>.ts`. */
export function entryOf({ name }: Context, part: (typeof parts)[number]): Entry {
  return `functions/${name}/${part}.ts`;
}

/** The entries of all the functions a context has. */
export function entriesOf(context: Context): readonly Entry[] {
  return parts.filter((part) => context[part] !== undefined).map((part) => entryOf(context, part));
}
