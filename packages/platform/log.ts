import { Logger } from "@aws-lambda-powertools/logger";
import type { CorrelationId } from "#kernel/event";

/** One logger a function; its service and level come from Powertools' environment. Ids, codes and numbers only: nothing personal. */
const logger = new Logger();

type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  info(message: string, facts?: Facts): void;
  /** The error's name, stack and cause are logged; its message too, so errors carry no personal data. */
  error(message: string, error: unknown, facts?: Facts): void;
}

export function logOf(correlationId: CorrelationId): Log {
  return {
    info: (message, facts = {}) => logger.info(message, { correlationId, ...facts }),
    error: (message, error, facts = {}) =>
      logger.error(message, {
        correlationId,
        ...facts,
        error: error instanceof Error ? error : new Error(String(error)),
      }),
  };
}
