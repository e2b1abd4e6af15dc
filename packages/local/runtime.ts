import type { FaultSwitches, Faults } from "#local/faults";
import type { FunctionCode } from "#local/lambda/functions";
import type { FunctionUse } from "#local/lambda/local-function";
import type { LocalPerson } from "#local/oidc/issuer";
import type { ReadMail } from "#local/ses/mailbox";
import type { QueueMessage } from "#local/sqs/queue";
import type { StripeStandIn } from "#local/stripe/server";

export interface RuntimeOptions {
  /** Folder of a synthesised CDK app. */
  assembly: string;
  code: FunctionCode;
  /** The name of the table that a restore has made, when the stage has one: it is there in the place of the streamed one. */
  restoredTable?: string;
  /** Every mail is written there. It is emptied at the start. */
  mailFolder: string;
  /** 0 or left out: any free port. */
  port?: number;
  stripePort?: number;
  /** Who can be picked to sign in. */
  people?: readonly LocalPerson[];
  /** Execution environments per function, 2 when left out. AWS starts as many as it takes. */
  concurrency?: number;
  faults?: Partial<FaultSwitches>;
  /** Entries (`functions/people/sweep.ts`) that no schedule runs. All schedules do when left out. */
  unscheduled?: readonly string[];
  /** Fills the empty runtime, at the start and after each reset. */
  seed?: (runtime: Runtime) => Promise<void>;
  /** Takes what is being done while the runtime starts. */
  onProgress?: (what: string) => void;
  /** Takes what a function has written into a table, by its thread (`smart-function-ordering-api-…`). */
  onWrite?: (write: { readonly thread: string; readonly request: string }) => void;
  /** Takes each line that functions write, as it comes. */
  onLog?: (line: LogLine) => void;
}

/** A line that a function, or the runtime itself (`local`), wrote. */
export interface LogLine {
  source: string;
  line: string;
}

/** Times are epoch milliseconds. */
interface RuntimeClock {
  now(): number;
  /** Waits until nothing is in progress, jumps, runs what came due, and waits again. Rejects for a time in the past. */
  moveTo(time: number): Promise<void>;
  advance(seconds: number): Promise<void>;
}

export interface Runtime {
  readonly apiUrl: string;
  readonly inboxUrl: string;
  readonly issuer: string;
  /** The stand-in's address and what buyers, banks and the network do; undefined when the real Stripe is used. */
  readonly stripe: StripeStandIn | undefined;
  readonly dynamodb: {
    endpoint: string;
    tableNames: readonly string[];
    /** Those of them whose changes are followed: what is seeded goes there. */
    streamedTables: readonly string[];
  };
  readonly faults: Faults;
  readonly clock: RuntimeClock;
  /** Resolves when nothing can happen until the clock moves or someone asks; rejects with what is still busy. */
  idle(timeoutMs?: number): Promise<void>;
  /** An access token for a subject. */
  tokenFor(sub: string): Promise<string>;
  /** Oldest first; those to one address, or all. */
  mails(to?: string): Promise<ReadMail[]>;
  logs(): readonly LogLine[];
  /** By the function's entry. */
  functions(): Record<string, FunctionUse>;
  /** What lies in each queue. */
  queues(): Record<string, QueueMessage[]>;
  /** Empties tables, queues, buckets, inbox and the Stripe stand-in. The clock keeps its time. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}
