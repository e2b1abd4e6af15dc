import { EventType as BatchEventType, BatchProcessor, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { type Clock, type Instant, systemClock } from "#kernel/clock";
import { AnyEnvelope, CorrelationId, type EventType } from "#kernel/event";
import type { Origin } from "#kernel/origin";
import { isRemembered } from "#platform/dynamo/inbox";
import { logOf } from "#platform/log";

/** What a context does with one event: parse with the event's own schema, then the use case. */
export interface Consumption {
  /** EventBridge's detail type: our own events' type, or what a service of AWS calls its event. */
  readonly type: string;
  /** Who set it off, which event it is and when it happened; none: that is EventBridge's own id, and just now. */
  identify?(detail: unknown): {
    readonly id: string;
    readonly correlationId: CorrelationId;
    readonly occurredAt: Instant;
  };
  run(origin: Origin, detail: unknown): Promise<void>;
}

/** A row of a context's table of events: `on(orderConfirmed, (origin, event) => …)`. */
export function on<Data extends z.ZodObject>(
  event: { readonly type: EventType; readonly data: Data },
  use: (origin: Origin, data: z.output<Data>, occurredAt: Instant) => Promise<void>,
): Consumption {
  const envelope = AnyEnvelope.extend({ type: z.literal(event.type) });
  return {
    type: event.type,
    identify: (detail) => AnyEnvelope.parse(detail),
    async run(origin, received) {
      const { data, occurredAt } = envelope.parse(received);
      await use(origin, event.data.parse(data), occurredAt);
    },
  };
}

/** A row for an event of an AWS service, such as `onService("Email Bounced", EmailBounced, …)`. */
export function onService<Detail extends z.ZodType>(
  detailType: string,
  schema: Detail,
  use: (origin: Origin, detail: z.output<Detail>) => Promise<void>,
): Consumption {
  return { type: detailType, run: (origin, detail) => use(origin, schema.parse(detail)) };
}

const EventBridgeMessage = z.object({ id: z.string(), "detail-type": z.string(), detail: z.unknown() });

/**
 * A context's queue consumer. Each message stands alone: one that fails goes back to the queue, and in the end to the
 * dead-letter queue; the others are done. An event of ours that is older than the inbox remembers fails too, whoever replays it.
 */
export function consumer(context: string, table: readonly Consumption[], clock: Clock = systemClock) {
  const byType = new Map(table.map((each) => [each.type, each]));
  const processor = new BatchProcessor(BatchEventType.SQS);

  async function take(record: SQSRecord): Promise<void> {
    const { id, "detail-type": type, detail } = EventBridgeMessage.parse(JSON.parse(record.body));
    const consumption = byType.get(type);
    if (!consumption) throw new Error(`${context} gets ${type} and has no use for it`);
    const told = consumption.identify?.(detail);
    const { id: eventId, correlationId } = told ?? { id, correlationId: CorrelationId.parse(id) };
    const log = logOf(correlationId);
    const started = performance.now();
    try {
      if (told && !isRemembered(told.occurredAt, clock())) {
        throw new Error(
          `${eventId} happened so long ago that the inbox may have forgotten it: it may have been handled.`,
        );
      }
      await consumption.run({ correlationId, delivery: { context, eventId } }, detail);
    } catch (error) {
      log.error("An event could not be handled", error, { type, eventId });
      throw error;
    }
    log.info("Handled", {
      type,
      eventId,
      milliseconds: Math.round(performance.now() - started),
    });
  }

  return (event: SQSEvent, lambda: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, take, processor, { context: lambda, throwOnFullBatchFailure: false });
}
