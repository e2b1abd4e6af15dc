import * as z from "zod";
import { Instant } from "#kernel/clock";
import { PersonalDataRequestId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import { FIELDS, type FieldName } from "#kernel/personal-data-fields";
import type { ReadExport } from "../app/read-personal-data.ts";
import {
  type ErasureRequest,
  type PersonalDataRequest,
  PersonalDataStatus,
  readableUntil,
} from "../domain/personal-data-request.ts";
import type { KindText, Treated } from "../domain/treated.ts";
import type { ExportedRow } from "../ports/personal-data.ts";

const TreatedView = z.object({
  kind: z.string(),
  name: z.string(),
  does: z.enum(["erase", "pseudonymise", "restrict", "keep"]),
  count: z.int(),
  why: z.string().optional(),
  advice: z.string().optional(),
  until: Instant.optional(),
});

const UnreadableView = z.object({ kind: z.string(), name: z.string(), count: z.int() });

/** By kind; keys are for whoever mends it. */
function unreadableView({ unreadable }: PersonalDataRequest, locale: Locale): z.input<typeof UnreadableView>[] {
  return unreadable.map(({ kind, name, count }) => ({ kind, name: name[locale], count }));
}

export const ErasureView = z.object({
  requestId: PersonalDataRequestId,
  status: PersonalDataStatus,
  requestedAt: Instant,
  doneAt: Instant.optional(),
  /** When what is kept only for now is looked at again, by itself. */
  again: Instant.optional(),
  /** What was erased, pseudonymised, restricted and kept, and why. */
  treated: z.array(TreatedView),
  /** What the system can't read, and so has not treated. While there is any, the erasure is looked at again each day. */
  unreadable: z.array(UnreadableView),
});

export function erasureView(request: ErasureRequest, locale: Locale): z.input<typeof ErasureView> {
  const { requestId, status, requestedAt, doneAt, again } = request;
  const treated = answerOf(request).map(({ name, why, advice, ...rest }) => ({
    ...rest,
    name: name[locale],
    ...(why && { why: why[locale] }),
    ...(advice && { advice: advice[locale] }),
  }));
  const unreadable = unreadableView(request, locale);
  return { requestId, status, requestedAt, ...(doneAt && { doneAt }), ...(again && { again }), treated, unreadable };
}

/** All that an erasure tells: what became of everything, and what is still there. */
export function answerOf({ treated, kept }: ErasureRequest): Treated[] {
  return [...treated, ...kept];
}

const ExportedKind = z.object({
  context: z.string(),
  kind: z.string(),
  name: z.string(),
  holds: z.string(),
  /** Each by its fields' names; `labels` says what people call them. */
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
});

export const ExportView = z.object({
  requestId: PersonalDataRequestId,
  status: PersonalDataStatus,
  requestedAt: Instant,
  /** Then it is deleted. */
  readableUntil: Instant,
  labels: z.record(z.string(), z.string()),
  data: z.array(ExportedKind),
  /** There is more than an answer holds: hand it back to get the next part. */
  cursor: z.string().optional(),
  /** What the system can't read, and so is missing here. */
  unreadable: z.array(UnreadableView),
});

export function exportView({ request, rows, cursor }: ReadExport, locale: Locale): z.input<typeof ExportView> {
  const { requestId, status, requestedAt } = request;
  const data = byKind(rows, request.kinds).map(({ rows, name, holds, ...kind }) => ({
    ...kind,
    name: name[locale],
    holds: holds[locale],
    rows: rows.map(({ fields }) => fields),
  }));
  const names = new Set(rows.flatMap(({ fields }) => Object.keys(fields)));
  const labels = Object.fromEntries([...names].map((name) => [name, labelOf(name, locale)]));
  const unreadable = unreadableView(request, locale);
  return {
    requestId,
    status,
    requestedAt,
    readableUntil: readableUntil(request),
    labels,
    data,
    ...(cursor && { cursor }),
    unreadable,
  };
}

/** What was found, each kind once, in the order of the policies. */
export function byKind(rows: readonly ExportedRow[], kinds: readonly KindText[]) {
  const found = Map.groupBy(rows, ({ kind }) => kind);
  return kinds.flatMap(({ context, kind, name, holds }) => {
    const rows = found.get(kind);
    return rows ? [{ context, kind, name, holds, rows }] : [];
  });
}

export function labelOf(name: string, locale: Locale): string {
  return isField(name) ? FIELDS[name][locale] : name;
}

function isField(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}
