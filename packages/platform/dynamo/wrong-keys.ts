import { type Clock, epochSeconds, systemClock } from "#kernel/clock";
import { DomainError, refusal } from "#kernel/domain-error";
import type { CorrelationId } from "#kernel/event";
import type { WrongKeys } from "#platform/http/handler";
import { systemRandom } from "#platform/random";
import { callersAnHour } from "./caller-limit.ts";
import type { Table } from "./table.ts";
import { unitOfWork } from "./unit-of-work.ts";

/** Somebody with old links tries a few; a municipality's people share an address. */
const WRONG_KEYS_AN_HOUR_AND_CALLER = 30;

/**
 * Counts wrong keys in the table, a request for each. Whoever has tried too many is remembered by the running function and
 * refused for the rest of the hour, also with a key that is right: else a guesser would see which one is. Who has the
 * right key costs nothing.
 */
export function wrongKeys(table: Table, clock: Clock = systemClock): WrongKeys {
  const work = unitOfWork(table, { clock, random: systemRandom });
  const limit = callersAnHour(table, {
    of: "WRONG-KEYS",
    anHour: WRONG_KEYS_AN_HOUR_AND_CALLER,
    refuse: (retryAfterSeconds) => refusal("too-many-wrong-keys", { retryAfterSeconds }),
  });
  const refusedUntil = new Map<string, number>();

  return {
    refuse(caller) {
      const now = epochSeconds(clock());
      for (const [each, until] of refusedUntil) if (until <= now) refusedUntil.delete(each);
      const until = refusedUntil.get(caller);
      if (until !== undefined) throw refusal("too-many-wrong-keys", { retryAfterSeconds: until - now });
    },
    async count(caller: string, correlationId: CorrelationId) {
      try {
        await work.handle({ correlationId }, async () => [await limit.count(caller, clock())]);
      } catch (error) {
        if (error instanceof DomainError && error.code === "too-many-wrong-keys") {
          const now = epochSeconds(clock());
          refusedUntil.set(caller, now + 3600 - (now % 3600));
        }
        throw error;
      }
    },
  };
}
