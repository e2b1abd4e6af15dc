import type * as z from "zod";
import type { Seen } from "#kernel/seen";
import { wrongAt } from "#kernel/unreadable-row";
import type { StoredRow } from "./walk.ts";

/** One kind of row: where it is kept, and how what a recount compares is read from it. */
export interface RowKind<Fact> {
  /** What its keys are, or begin with when it ends in `#`. */
  readonly pk: string;
  readonly sk: string;
  /** Nothing, for a row that nobody wants; where it is wrong, for one that isn't what its schema says. */
  readonly read: (row: StoredRow, key: string) => Fact | Unreadable | undefined;
}

/** A row that is not what its schema says: at these paths. */
export interface Unreadable extends Seen {
  readonly kind: "unreadable";
  readonly at: readonly string[];
}

/** A kind of row by its schema. `compared` gets the row and its keys, and answers what is kept of it. */
export function rowKind<S extends z.ZodType, Fact>(
  { pk, sk }: Pick<RowKind<Fact>, "pk" | "sk">,
  schema: S,
  compared: (row: z.output<S>, where: Seen & Pick<StoredRow, "pk" | "sk">) => Fact | undefined,
): RowKind<Fact> {
  return {
    pk,
    sk,
    read(row, key) {
      const { data, error } = schema.safeParse(row);
      if (!error) return compared(data, { key, pk: row.pk, sk: row.sk });
      return { kind: "unreadable", key, at: wrongAt(error) };
    },
  };
}

/** Reads a row by its kind; nothing for a row of none of the kinds. */
export function rowReader<Fact>(kinds: readonly RowKind<Fact>[]) {
  const byPartition = Map.groupBy(kinds, ({ pk }) => beginOf(pk));
  return ({ pk, sk, ...rest }: StoredRow): Fact | Unreadable | undefined => {
    const kind = byPartition.get(beginOf(pk))?.find((each) => fits(pk, each.pk) && fits(sk, each.sk));
    return kind?.read({ pk, sk, ...rest }, `${pk} / ${sk}`);
  };
}

function beginOf(pk: string): string {
  return pk.slice(0, pk.indexOf("#") + 1) || pk;
}

function fits(key: string, of: string): boolean {
  return of.endsWith("#") ? key.startsWith(of) : key === of;
}
