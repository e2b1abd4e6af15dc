import * as z from "zod";
import type { CorrelationId } from "#kernel/event";
import type { KindOfData, Row, Subject } from "#kernel/personal-data";
import { UnreadableRow } from "#kernel/unreadable-row";
import type { SeenUnreadable } from "../domain/treated.ts";

/** Tells whoever looks after the system which kind of row could not be treated, and why. */
export type TellFailure = (correlationId: CorrelationId, kind: string, error: unknown) => void;

export interface Readable {
  /** What couldn't be read of the person's. */
  readonly unreadable: readonly SeenUnreadable[];
  /** Does the work on a row; nothing when the row, or one that is needed for it, isn't what its schema says. */
  tried<Answer>(kind: KindOfData, row: Row, work: () => Promise<Answer>): Promise<Answer | undefined>;
}

/**
 * Keeps one row that can't be read from stopping a person's walk: the others are worked on, and it is named. Whose it is nobody
 * can tell for sure; it concerns the person if their address, or its hash, stands anywhere in it. Of others' the
 * nightly round tells.
 */
export function readable(subject: Subject, correlationId: CorrelationId, tellFailure: TellFailure): Readable {
  const unreadable: SeenUnreadable[] = [];
  return {
    unreadable,
    async tried(kind, row, work) {
      try {
        return await work();
      } catch (error) {
        const key = unreadableKey(error, row);
        if (!key) throw error;
        if (mentions(row, subject)) {
          unreadable.push({ kind: kind.kind, name: kind.name, key, row: { pk: row.pk, sk: row.sk } });
          tellFailure(correlationId, kind.kind, error);
        }
        return undefined;
      }
    },
  };
}

/** The key of the row that isn't what its schema says, `pk / sk`; of one that a store has read for it, this one's. */
export function unreadableKey(error: unknown, row: Row): string | undefined {
  const known = error instanceof UnreadableRow ? error.key : error instanceof z.ZodError ? row : undefined;
  return known && `${known.pk} / ${known.sk}`;
}

/** Anywhere, also as the end of another address: to be looked at for nothing harms nobody, to be overlooked does. */
function mentions(row: Row, { email, hash }: Subject): boolean {
  const text = JSON.stringify(row, (_name, value: unknown) => (value instanceof Set ? [...value] : value));
  return text.includes(hash) || text.toLowerCase().includes(email);
}
