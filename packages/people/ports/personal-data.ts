import * as z from "zod";
import type { PersonalDataRequestId } from "#kernel/ids";
import type { Row } from "#kernel/personal-data";
import type { ItemKey, TransactionPart } from "#kernel/transaction-part";
import type { PersonalDataRequest } from "../domain/personal-data-request.ts";
import type { RetentionRound } from "../domain/retention-round.ts";

export { type PersonalDataRequest, readableUntil } from "../domain/personal-data-request.ts";

/** What the mail about an answer is written from. */
export interface PersonalDataRequestReads {
  get(requestId: PersonalDataRequestId): Promise<PersonalDataRequest | undefined>;
}

/** One row of somebody's, as they are told of it: fields by their names. */
export const ExportedRow = z.object({
  kind: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ExportedRow = z.infer<typeof ExportedRow>;

/** A part of an export; the last has no cursor. */
export interface ExportPart {
  readonly rows: readonly ExportedRow[];
  readonly cursor?: string;
}

/** Requests as this context keeps them, with what their walks have found. */
export interface PersonalDataRequests extends PersonalDataRequestReads {
  create(request: PersonalDataRequest): TransactionPart;
  /** Writes `after` if the request still is as it was read as `before`; else the command loads again. */
  replace(before: PersonalDataRequest, after: PersonalDataRequest): TransactionPart;
  delete(request: PersonalDataRequest): TransactionPart;
  /** What a page of an export's walk found. */
  found(requestId: PersonalDataRequestId, page: number, rows: readonly ExportedRow[]): TransactionPart;
  /** What an export's walk found, so much at a time that an answer holds it. @throws DomainError `invalid-request` for another's cursor */
  export(requestId: PersonalDataRequestId, cursor: string | undefined): Promise<ExportPart>;
  /** The first of them, to be deleted: 50 at most. */
  exportKeys(requestId: PersonalDataRequestId): Promise<readonly ItemKey[]>;
}

/** Every row there is, of whatever kind: for walks over the whole table only. */
export interface AllRows {
  page(cursor: string | undefined): Promise<{ readonly rows: readonly Row[]; readonly cursor?: string }>;
  get(key: ItemKey): Promise<Row | undefined>;
  /** Rows of a partition whose sort key begins so. */
  beginning(pk: string, sk: string): Promise<readonly Row[]>;
}

/** Where the nightly walk over what has been kept long enough stands. */
export interface RetentionRounds {
  get(): Promise<RetentionRound | undefined>;
  /** Writes `after` if the round still is as it was read as `before`; else the command loads again. */
  write(before: RetentionRound | undefined, after: RetentionRound): TransactionPart;
}
