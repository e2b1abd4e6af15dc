import { setTimeout as delay } from "node:timers/promises";
import type { Activity } from "#local/activity";
import type { LocalClock } from "#local/clock";
import { pollStream, type StreamPoller } from "#local/dynamodb/stream-poller";
import { streamReader } from "#local/dynamodb/stream-reader";
import { errorText } from "#local/error-text";
import type { LocalFunction } from "#local/lambda/local-function";
import type { Queue } from "#local/sqs/queue";
import { pollQueue } from "#local/sqs/queue-poller";
import { UnknownInTemplate } from "#local/template/interpret";
import type { Model } from "#local/template/model";
import { functionArn, streamArn } from "#local/template/resource-types";

const longestPauseMs = 5_000;

/** A stream and its poller. */
export interface ConnectedStream extends StreamPoller {
  /** The table was made again: read its new stream. */
  reopen(): Promise<void>;
}

/** Connects queues and streams to their functions, as the template's event source mappings say. */
export function connectEventSources(
  model: Model,
  parts: {
    functions: ReadonlyMap<string, LocalFunction>;
    queues: ReadonlyMap<string, Queue>;
    /** The engine itself: reading the stream is not the product's request. */
    engineEndpoint: string;
  },
  runtime: {
    clock: LocalClock;
    activity: Activity;
    isStopped: () => boolean;
    log: (source: string, line: string) => void;
  },
): ConnectedStream[] {
  return model.mappings.flatMap((mapping) => {
    const { EventSourceArn, FunctionName, FilterCriteria, FunctionResponseTypes, ...properties } = mapping.properties;
    const target = parts.functions.get(functionArn(FunctionName.split(":").at(-1) ?? FunctionName));
    if (target === undefined) throw unknown(mapping, `the function ${FunctionName}`);
    const filters = FilterCriteria.Filters.map((filter) => filter.Pattern);
    const reportsPartialFailures = FunctionResponseTypes.length > 0;

    const queue = parts.queues.get(EventSourceArn);
    if (queue !== undefined) {
      if (queue.settings.visibilityTimeoutSeconds < target.settings.timeoutSeconds) {
        throw new UnknownInTemplate(
          `${mapping.logicalId} in ${mapping.stackName}: AWS refuses a queue whose visibility timeout is shorter than its function's timeout.`,
        );
      }
      pollQueue(
        queue,
        {
          queueArn: EventSourceArn,
          batchSize: properties.BatchSize ?? 10,
          maximumConcurrency: Math.min(
            target.settings.concurrency,
            properties.ScalingConfig?.MaximumConcurrency ?? target.settings.concurrency,
          ),
          reportsPartialFailures,
          filters,
        },
        target.invoke,
        runtime,
      );
      return [];
    }

    const table = model.tables.find((one) => streamArn(one.name) === EventSourceArn);
    if (table === undefined) throw unknown(mapping, `the event source ${EventSourceArn}`);
    const onFailure = properties.DestinationConfig?.OnFailure?.Destination;
    const reader = streamReader(parts.engineEndpoint, table.name);
    const poller = pollStream(
      table.name,
      reader.read,
      {
        batchSize: properties.BatchSize ?? 100,
        reportsPartialFailures,
        bisectsOnError: properties.BisectBatchOnFunctionError,
        maximumRetryAttempts: properties.MaximumRetryAttempts,
        maximumRecordAgeSeconds: properties.MaximumRecordAgeInSeconds,
        filters,
      },
      target.invoke,
      {
        activity: runtime.activity,
        now: Date.now,
        backOff: (attempt) => delay(Math.min(100 * 2 ** attempt, longestPauseMs)),
        giveUp: (records, reason) => {
          const sequenceNumbers = records.map((record) => record.dynamodb?.SequenceNumber);
          const report = {
            requestContext: { condition: reason },
            DDBStreamBatchInfo: { sequenceNumbers, streamArn: EventSourceArn },
          };
          runtime.log(target.settings.label, `Gave up ${records.length} records of the stream: ${reason}`);
          if (onFailure !== undefined) parts.queues.get(onFailure)?.send(JSON.stringify(report));
        },
        isStopped: runtime.isStopped,
        onError: (error) => runtime.log(target.settings.label, `The stream can't be read: ${errorText(error)}`),
      },
    );
    return [{ ...poller, reopen: reader.reopen }];
  });
}

function unknown(mapping: Model["mappings"][number], what: string): UnknownInTemplate {
  return new UnknownInTemplate(
    `${mapping.logicalId} in ${mapping.stackName} names ${what}: the local runtime does not know it.`,
  );
}
