import type { Origin } from "#kernel/origin";
import type { RetentionRounds } from "#people/ports/personal-data";
import { afterPage, roundAt } from "../domain/retention-round.ts";
import { type TellFailure, unreadableKey } from "./readable.ts";
import { type TreatRowsPorts, treatRows } from "./treat-rows.ts";

export interface RetentionPorts extends TreatRowsPorts {
  readonly retentionRounds: RetentionRounds;
  readonly tellFailure: TellFailure;
}

/** @returns how many rows could not be treated, and whether there is more to look through now */
export type KeepRetention = (origin: Origin) => Promise<{ readonly failed: number; readonly more: boolean }>;

/**
 * Looks through a page of the table for what has been kept long enough, whether or not anybody asks (GDPR article 5 (1) e):
 * the whole table each night. A row that can't be treated doesn't stop the others, and is tried again the next night; only one
 * that can't be read is named, since nothing but mending it helps.
 */
export function keepRetentionUseCase(ports: RetentionPorts): KeepRetention {
  const { unitOfWork, allRows, kindsOfRows, retentionRounds } = ports;
  const treat = treatRows(ports);

  return async (origin) => {
    const before = await retentionRounds.get();
    const now = unitOfWork.clock();
    const round = roundAt(before, now);
    if (!round) return { failed: 0, more: false };
    const { rows, cursor } = await allRows.page(round.cursor);
    const untreated: string[] = [];
    let failed = 0;
    for (const row of rows) {
      const kind = kindsOfRows.found(row);
      const nothing = { alongside: async () => [], stays: () => undefined };
      if (kind)
        await treat(kind, row, { occasion: { now }, correlationId: origin.correlationId, ...nothing }).catch(
          (error: unknown) => {
            ports.tellFailure(origin.correlationId, kind.kind, error);
            failed += 1;
            const key = unreadableKey(error, row);
            if (key !== undefined) untreated.push(key);
          },
        );
    }
    const after = afterPage(round, { untreated, cursor });
    await unitOfWork.handle(origin, async () => {
      const standing = await retentionRounds.get();
      // Somebody else has looked through this page meanwhile: nothing is lost by looking twice.
      return standing?.version === before?.version ? [retentionRounds.write(before, after)] : [];
    });
    return { failed, more: after.status === "working" };
  };
}
