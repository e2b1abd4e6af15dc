import { Logger } from "@aws-lambda-powertools/logger";
import type { CorrelationId } from "#kernel/event";

/** One logger a function; its service and level come from Powertools' environment. Ids, codes and numbers only: nothing personal. */
const logger = new Logger();

type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(message: string, facts?: Facts): void;
  /** Logs what kind of error it was and where it came from; never its message when the AWS SDK or Stripe wrote it. */
  error(message: string, error: unknown, facts?: Facts): void;
}

export function logOf(correlationId: CorrelationId): Log {
  return {
    info: (message, facts = {}) => logger.info(message, { correlationId, ...facts }),
    error: (message, error, facts = {}) => logger.error(message, { correlationId, ...facts, ...whatFailed(error) }),
  };
}

/**
 * An error without what it quotes: services put the refused item into their messages, and with it names and addresses
 * (rule 8: nothing personal in logs). Our own messages name ids and rules, and stay.
 */
export function whatFailed(error: unknown): {
  errorName: string;
  errorMessage?: string;
  frames?: string[];
  cause?: string;
} {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const fromAService = "$fault" in error || "rawType" in error || error.name === "SyntaxError";
  return {
    errorName: error.name,
    ...(!fromAService && { errorMessage: error.message }),
    frames: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: error.cause.name }),
  };
}
