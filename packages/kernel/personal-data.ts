import type * as z from "zod";
import type { Instant } from "./clock.ts";
import type { Localised } from "./locale.ts";
import type { FieldName } from "./personal-data-fields.ts";
import { type ItemKey, part, type StoredItem, type TransactionPart } from "./transaction-part.ts";
import { UnreadableRow } from "./unreadable-row.ts";

/** What stands where a name or an address was, once it is erased: nobody is called so, and no mail goes there (RFC 2606). */
export const ERASED = { name: "Slettet", email: "slettet@erased.invalid" } as const;

/** A row as it is stored, of whatever kind. */
export interface Row extends ItemKey {
  readonly [attribute: string]: unknown;
}

/** What the keys of one kind of row begin with, `ORDER#`; without a hash at its end, all of the key. */
export interface KeysBegin {
  readonly pk: string;
  readonly sk: string;
}

/** A person is a mail address that somebody has proved to read; `hash` as keys hold it. */
export interface Subject {
  readonly email: string;
  readonly hash: string;
}

/** Why a row is looked at: its person asks to be erased, or (without one) its time may be over. */
export interface Occasion {
  readonly now: Instant;
  readonly subject?: Subject;
}

interface Told {
  /** The reason with its legal source, in words for the person. */
  readonly why: Localised;
  /** None: for good. */
  readonly until?: Instant | undefined;
  /** What the person can do about it. */
  readonly advice?: Localised;
}

/** What changes a row, or takes it away: with the row's own condition, so that it is decided again when it has changed. */
interface Effect {
  readonly part: TransactionPart;
  /** What can't be part of a transaction, such as files: done before it, and repeatable. */
  readonly first?: () => Promise<void>;
}

/**
 * What becomes of a row. `restrict`: what isn't needed goes, what must be kept stays for that purpose alone. `again`: it is
 * kept only for now; then it is looked at again.
 */
export type Verdict =
  | { readonly does: "nothing" }
  | ({ readonly does: "keep"; readonly again?: Instant } & Told)
  | ({ readonly does: "restrict" } & Told & Effect)
  | ({ readonly does: "erase" | "pseudonymise" } & Effect);

export const NOTHING: Verdict = { does: "nothing" };

/** What the person is told of a row, by field. Undefined fields are left out. */
type Facts = { readonly [Name in FieldName]?: string | number | undefined };

/** A kind of row that holds something about a person: what it is, whose it is, and what becomes of it. */
export interface KindOfData {
  /** Short and its own among all, such as `order`. */
  readonly kind: string;
  readonly rows: KeysBegin;
  /** What people call it. */
  readonly name: Localised;
  /** What of a person it holds. */
  readonly holds: Localised;
  /** Found with the rows of another kind, in their partition: by what its sort keys begin with there. */
  readonly hangsOn?: { readonly kind: string; begins(root: Row): string };
  isAbout(row: Row, subject: Subject): boolean;
  /** @param root what becomes of the row that it hangs on */
  verdict(row: Row, occasion: Occasion, root?: Verdict): Promise<Verdict>;
  tells(row: Row, subject: Subject): Promise<Facts>;
}

/** A kind of row without anything about a person, and why that is so. */
interface NothingPersonal {
  readonly rows: KeysBegin;
  readonly because: string;
}

/** All kinds of rows of one context. */
export interface PersonalData {
  readonly context: string;
  readonly kinds: readonly KindOfData[];
  readonly nothing: readonly NothingPersonal[];
}

interface Described<Schema extends z.ZodType>
  extends Pick<KindOfData, "kind" | "rows" | "name" | "holds">,
    Partial<Pick<KindOfData, "hangsOn">> {
  readonly schema: Schema;
  /** Left out for what hangs on another row: that one says whose it is. */
  isAbout?(row: z.output<Schema>, subject: Subject, key: ItemKey): boolean;
  verdict(
    row: z.output<Schema>,
    occasion: Occasion & { readonly key: ItemKey; readonly root?: Verdict | undefined },
  ): Verdict | Promise<Verdict>;
  tells(row: z.output<Schema>, subject: Subject): Facts | Promise<Facts>;
}

/** A kind of row that is read by its schema. All that it is asked throws `UnreadableRow` for one that isn't what the schema says. */
export function kindOfData<Schema extends z.ZodType>(described: Described<Schema>): KindOfData {
  const { kind, rows, name, holds, hangsOn, schema } = described;
  function read(row: Row): z.output<Schema> {
    const { data, error } = schema.safeParse(row);
    if (error) throw new UnreadableRow(kind, keyOf(row), error);
    return data;
  }
  return {
    kind,
    rows,
    name,
    holds,
    ...(hangsOn && { hangsOn }),
    isAbout: (row, subject) => described.isAbout?.(read(row), subject, keyOf(row)) ?? true,
    verdict: async (row, occasion, root) => described.verdict(read(row), { ...occasion, key: keyOf(row), root }),
    tells: async (row, subject) => described.tells(read(row), subject),
  };
}

function keyOf({ pk, sk }: Row): ItemKey {
  return { pk, sk };
}

export function isOfKind({ pk, sk }: ItemKey, rows: KeysBegin): boolean {
  return fits(pk, rows.pk) && fits(sk, rows.sk);
}

function fits(key: string, pattern: string): boolean {
  return pattern.endsWith("#") ? key.startsWith(pattern) : key === pattern;
}

interface Versioned {
  readonly version: number;
}

/** The row without what was erased, one version on, if nobody has changed it since it was read. */
export function rowChanged(
  key: ItemKey,
  { version }: Versioned,
  { set = {}, remove = [] }: { readonly set?: StoredItem; readonly remove?: readonly string[] },
): TransactionPart {
  return part([
    {
      kind: "change",
      key,
      set: { ...set, version: version + 1 },
      remove,
      guards: [{ is: "equal", attribute: "version", value: version, otherwise: "reload" }],
    },
  ]);
}

/** The row gone, if nobody has changed it since it was read; without a version, whatever it is now. */
export function rowDeleted(key: ItemKey, before?: Versioned): TransactionPart {
  return part([
    {
      kind: "delete",
      key,
      guards: before ? [{ is: "equal", attribute: "version", value: before.version, otherwise: "reload" }] : [],
    },
  ]);
}
