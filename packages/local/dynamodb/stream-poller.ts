import type { DynamoDBRecord } from "aws-lambda";
import type { Activity } from "#local/activity";
import { type EventPattern, matches } from "#local/eventbridge/pattern";
import type { Invoke } from "#local/lambda/invoke";
import { failedItems } from "#local/sqs/batch-outcome";

export interface StreamMapping {
  batchSize: number;
  reportsPartialFailures: boolean;
  bisectsOnError: boolean;
  /** -1: until the record is too old. */
  maximumRetryAttempts: number;
  /** -1: a day, which is as long as DynamoDB keeps a stream's records. */
  maximumRecordAgeSeconds: number;
  /** A record is delivered when one of them matches it as it stands, with DynamoDB's typed values. */
  filters: EventPattern[];
}

/** Reads on from where it stopped; an empty list when there is nothing new. */
export type ReadStream = () => Promise<DynamoDBRecord[]>;

export interface StreamPoller {
  /** There may be new records. */
  poke(): void;
}

/**
 * Carries a table's stream to a function, as an event source mapping does: in order, at least once, the checkpoint at the
 * lowest failed sequence number, so records after a failed one are delivered again and a failing one holds up the rest.
 */
export function pollStream(
  name: string,
  read: ReadStream,
  mapping: StreamMapping,
  invoke: Invoke,
  runtime: {
    activity: Activity;
    /** Real time, epoch ms: the engine stamps its records with it, however far the runtime's clock was moved. */
    now: () => number;
    /** Waits before the next attempt (counted from 1) at the same records. */
    backOff: (attempt: number) => Promise<void>;
    /** Takes the records that were given up. */
    giveUp: (records: DynamoDBRecord[], reason: string) => void;
    isStopped: () => boolean;
    /** The stream can't be read. The next poke tries again. */
    onError: (error: unknown) => void;
  },
): StreamPoller {
  let polling = false;
  let again = false;

  /** The records that are still to be delivered after one attempt; undefined when the attempt failed as a whole. */
  async function attempt(records: DynamoDBRecord[]): Promise<DynamoDBRecord[] | undefined> {
    const ids = records.map(sequenceNumber);
    const outcome = await invoke({ Records: records });
    if (!outcome.ok) return undefined;
    const failed = failedItems(ids, outcome.answer, mapping.reportsPartialFailures);
    if (failed.length === 0) return [];
    const lowest = Math.min(...failed.map((id) => ids.indexOf(id)));
    return lowest === 0 ? undefined : records.slice(lowest);
  }

  async function deliver(batch: DynamoDBRecord[]): Promise<void> {
    let records = batch;
    for (let failures = 0; records.length > 0 && !runtime.isStopped(); ) {
      records = withoutTooOld(records);
      if (records.length === 0) return;
      const left = await attempt(records);
      if (left !== undefined) {
        records = left;
        failures = 0;
        continue;
      }
      failures += 1;
      if (mapping.bisectsOnError && records.length > 1) {
        const middle = Math.ceil(records.length / 2);
        await deliver(records.slice(0, middle));
        await deliver(records.slice(middle));
        return;
      }
      if (mapping.maximumRetryAttempts >= 0 && failures > mapping.maximumRetryAttempts) {
        runtime.giveUp(records, "RetryAttemptsExhausted");
        return;
      }
      await runtime.backOff(failures);
    }
  }

  function withoutTooOld(records: DynamoDBRecord[]): DynamoDBRecord[] {
    const maximumAge = mapping.maximumRecordAgeSeconds === -1 ? 86_400 : mapping.maximumRecordAgeSeconds;
    const oldest = runtime.now() / 1000 - maximumAge;
    const tooOld = records.filter((record) => (record.dynamodb?.ApproximateCreationDateTime ?? oldest) < oldest);
    if (tooOld.length > 0) runtime.giveUp(tooOld, "RecordAgeExceeded");
    return records.filter((record) => !tooOld.includes(record));
  }

  async function drain(): Promise<void> {
    try {
      while (again && !runtime.isStopped()) {
        again = false;
        for (let records = await read(); records.length > 0 && !runtime.isStopped(); records = await read()) {
          const wanted = records.filter(
            (record) => mapping.filters.length === 0 || mapping.filters.some((filter) => matches(filter, record)),
          );
          for (let start = 0; start < wanted.length; start += mapping.batchSize) {
            await deliver(wanted.slice(start, start + mapping.batchSize));
          }
        }
      }
    } finally {
      polling = false;
    }
  }

  return {
    poke() {
      again = true;
      if (polling) return;
      polling = true;
      runtime.activity.track(`stream ${name}`, drain).catch(runtime.onError);
    },
  };
}

function sequenceNumber(record: DynamoDBRecord): string {
  return record.dynamodb?.SequenceNumber ?? "";
}
