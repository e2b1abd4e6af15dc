import * as z from "zod";
import { type Caller, hasRole, PersonId } from "#kernel/caller";
import { type Instant, Instant as InstantSchema, plusSeconds } from "#kernel/clock";
import { EmailAddress, TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { AccessKey } from "#kernel/id";
import { PersonalDataRequestId } from "#kernel/ids";
import { Locale } from "#kernel/locale";
import { ORDER_DATA_MONTHS, plusMonths } from "#kernel/retention";
import { KindText, Left, leftOf, merged, type SeenUnreadable, Treated, Unreadable, withUnreadable } from "./treated.ts";

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
/** An erasure that nobody confirms is forgotten. */
const CONFIRM_SECONDS = DAY_SECONDS;
/** So long an export can be read. */
const EXPORT_SECONDS = 14 * DAY_SECONDS;
/** Mails are tried for three days; then the answer's address goes too. */
export const ANSWERED_SECONDS = 3 * DAY_SECONDS;
/** What is written while a walk is on its way may be missed by it; who writes without end isn't waited for. */
const MAX_ROUNDS = 3;

/** A message is tried for a quarter of an hour. A page that nobody works on for so long is begun again; then after twice as long. */
const STILL_SECONDS = HOUR_SECONDS;
/** What couldn't be read is tried again so often, for somebody to mend it meanwhile. */
const UNREADABLE_SECONDS = DAY_SECONDS;

/** On whose behalf an administrator asks: how the person asked, and why it isn't they who do it. */
export const OnBehalf = z.strictObject({ askedBy: TextLine, reason: TextLine });
export type OnBehalf = z.infer<typeof OnBehalf>;

export const PersonalDataStatus = z.enum(["to-confirm", "working", "incomplete", "done"]);

/** A walk over the table, page by page. Pages and rounds count from 1; where it stands is told to nobody. */
const walking = {
  round: z.int().min(0),
  roundsNow: z.int().min(0),
  page: z.int().min(0),
  cursor: z.string().optional(),
  /** When it came to this page. */
  movedAt: InstantSchema,
  /** How often this page was begun again, since nobody had worked on it: its message was lost, or it fails. */
  restarts: z.int().min(0),
  /** What this round couldn't read of the person's. */
  unreadable: z.array(Unreadable),
};

const common = {
  requestId: PersonalDataRequestId,
  /** Opens the answer, from the link in the mail. */
  key: AccessKey,
  /** Whom it is about. Gone once the answer has been given, and nothing is left to come back to. */
  email: EmailAddress.optional(),
  locale: Locale,
  requestedAt: InstantSchema,
  onBehalf: OnBehalf.extend({ by: PersonId }).optional(),
  /** `incomplete`: done, but for what can't be read. */
  status: PersonalDataStatus,
  doneAt: InstantSchema.optional(),
  ...walking,
  version: z.int().min(1),
};

const ExportRequest = z.object({ ...common, kind: z.literal("export"), kinds: z.array(KindText) });
const ErasureRequest = z.object({
  ...common,
  kind: z.literal("erasure"),
  /** What was erased, pseudonymised or restricted, ever; and what was kept of it, which no later round finds. */
  treated: z.array(Treated),
  /** What was kept, as the last round found it. */
  kept: z.array(Treated),
  /** Whether this round has changed anything: then another one looks. */
  changed: z.boolean(),
  /** When what is kept only for now is looked at again. */
  again: InstantSchema.optional(),
  /** A round that looks at these rows alone: all else was treated, and what the person does since is no part of it. */
  left: Left.optional(),
});

/** Somebody's wish to see what is held about them, or to have it erased. */
export const PersonalDataRequest = z.discriminatedUnion("kind", [ExportRequest, ErasureRequest]);
export type PersonalDataRequest = z.infer<typeof PersonalDataRequest>;
export type ExportRequest = z.infer<typeof ExportRequest>;
export type ErasureRequest = z.infer<typeof ErasureRequest>;

interface Asked {
  readonly requestId: PersonalDataRequestId;
  readonly key: AccessKey;
  readonly email: string;
  readonly locale: Locale;
  readonly now: Instant;
  readonly onBehalf?: z.infer<(typeof common)["onBehalf"]>;
}

/** An export begins at once. */
export function requestExport(asked: Asked): ExportRequest {
  return { ...begun(asked), kind: "export", status: "working", ...firstPage(asked.now), kinds: [] };
}

/** An erasure is confirmed first. */
export function requestErasure(asked: Asked): ErasureRequest {
  const nowhere = { ...firstPage(asked.now), round: 0, roundsNow: 0, page: 0 };
  return { ...begun(asked), kind: "erasure", status: "to-confirm", ...nowhere, treated: [], kept: [], changed: false };
}

function firstPage(now: Instant) {
  return { round: 1, roundsNow: 1, page: 1, ...movedTo(now), unreadable: [] };
}

function movedTo(now: Instant) {
  return { movedAt: now, restarts: 0 };
}

function begun({ now, ...asked }: Asked) {
  return { ...asked, requestedAt: now, version: 1 };
}

/** @throws DomainError `personal-data-request-over` */
export function confirmErasure(request: ErasureRequest, now: Instant): ErasureRequest {
  if (request.status !== "to-confirm") throw refusal("personal-data-request-over", { status: request.status });
  return { ...request, status: "working", ...firstPage(now), version: request.version + 1 };
}

/**
 * The time has come for what was kept, and the walk begins anew; or for what couldn't be read, and those rows alone are looked
 * at. Each day anew, the walk would take what the person has done since they asked.
 */
export function resumeErasure(request: ErasureRequest, now: Instant): ErasureRequest {
  const { again, ...before } = request;
  const begun = { ...before, status: "working", ...nextRound(request, now), roundsNow: 1 } as const;
  const version = request.version + 1;
  if (request.doneAt !== undefined || (again !== undefined && again <= now)) return { ...begun, version };
  const { kept, unreadable } = request;
  return { ...begun, kept, ...(again && { again }), left: leftOf(unreadable), version };
}

function nextRound({ round, roundsNow }: ErasureRequest, now: Instant) {
  return {
    ...{ round: round + 1, roundsNow: roundsNow + 1, page: 1, ...movedTo(now) },
    ...{ kept: [], unreadable: [], changed: false },
  };
}

/** Nobody has worked on the page for long: it is begun again, where it stands. */
export function beginAgain<Request extends PersonalDataRequest>(request: Request, now: Instant): Request {
  return { ...request, movedAt: now, restarts: request.restarts + 1, version: request.version + 1 };
}

/** Where a page stands: an event about another one is old. */
export interface PageRef {
  readonly round: number;
  readonly page: number;
}

export function isAt(request: PersonalDataRequest, { round, page }: PageRef): boolean {
  return request.status === "working" && request.round === round && request.page === page;
}

/** What rows that were erased or changed add to the answer; written together with them. */
export function withTreated(request: ErasureRequest, treated: readonly Treated[]): ErasureRequest {
  return {
    ...request,
    treated: merged([...request.treated, ...treated]),
    changed: true,
    version: request.version + 1,
  };
}

/**
 * After a page: the next one, the next round when this one has changed anything (or more was left than it looked at), or the end. With something that can't be read
 * nothing is said to be done: it may be what the person most wants gone.
 */
export function pageOfErasure(
  before: ErasureRequest,
  seen: {
    readonly kept: readonly Treated[];
    readonly unreadable: readonly SeenUnreadable[];
    readonly again?: Instant | undefined;
    readonly cursor?: string | undefined;
  },
  now: Instant,
): ErasureRequest {
  const { cursor: _cursor, left, ...rest } = before;
  const soonest = [before.again, seen.again].filter((at) => at !== undefined).toSorted()[0];
  const request = {
    ...rest,
    kept: merged([...before.kept, ...seen.kept]),
    unreadable: withUnreadable(before.unreadable, seen.unreadable),
    ...movedTo(now),
    ...(soonest !== undefined && { again: soonest }),
    version: before.version + 1,
  };
  if (seen.cursor !== undefined) return { ...request, page: request.page + 1, cursor: seen.cursor };
  const anew = left ? left.more && request.unreadable.length === 0 : request.changed && request.roundsNow < MAX_ROUNDS;
  if (anew) {
    const { again: _again, ...walk } = request;
    return { ...walk, ...nextRound(request, now) };
  }
  if (request.unreadable.length === 0) return { ...request, status: "done", doneAt: now };
  const { doneAt: _doneAt, ...open } = request;
  return { ...open, status: "incomplete" };
}

/** Whether an erasure that is done has anything to tell: it is the first time, or something went that was kept before. */
export function hasNews(before: ErasureRequest): boolean {
  return before.doneAt === undefined || before.changed || before.roundsNow > 1;
}

/** After a page: the next one, or the end; what can be read is told at once, and that something can't be. */
export function pageOfExport(
  before: ExportRequest,
  seen: {
    readonly kinds: readonly KindText[];
    readonly unreadable: readonly SeenUnreadable[];
    readonly cursor?: string | undefined;
  },
  now: Instant,
): ExportRequest {
  const { cursor: _cursor, ...rest } = before;
  const known = new Set(before.kinds.map(({ kind }) => kind));
  const kinds = [...before.kinds, ...seen.kinds.filter(({ kind }) => !known.has(kind))];
  const unreadable = withUnreadable(before.unreadable, seen.unreadable);
  const request = { ...rest, kinds, unreadable, ...movedTo(now), version: before.version + 1 };
  if (seen.cursor !== undefined) return { ...request, page: request.page + 1, cursor: seen.cursor };
  return { ...request, status: unreadable.length === 0 ? "done" : "incomplete", doneAt: now };
}

/** Until when an export can be read. */
export function readableUntil({ doneAt, requestedAt }: ExportRequest): Instant {
  return plusSeconds(doneAt ?? requestedAt, EXPORT_SECONDS);
}

/** What comes next by time alone: `begin-again`, `delete` the request, `resume` the erasure, or `forget` whom it was about. */
export function dueOf(
  request: PersonalDataRequest,
): { readonly at: Instant; readonly step: "begin-again" | "delete" | "resume" | "forget" } | undefined {
  if (request.status === "to-confirm") return { at: plusSeconds(request.requestedAt, CONFIRM_SECONDS), step: "delete" };
  if (request.status === "working")
    return { at: plusSeconds(request.movedAt, stillSeconds(request)), step: "begin-again" };
  if (request.kind === "export") return { at: readableUntil(request), step: "delete" };
  if (request.doneAt === undefined) return { at: plusSeconds(request.movedAt, UNREADABLE_SECONDS), step: "resume" };
  if (request.again !== undefined) return { at: request.again, step: "resume" };
  if (request.email !== undefined) return { at: plusSeconds(request.doneAt, ANSWERED_SECONDS), step: "forget" };
  return { at: plusMonths(request.doneAt, ORDER_DATA_MONTHS), step: "delete" };
}

/** An hour, two, four … at most a day. */
function stillSeconds({ restarts }: PersonalDataRequest): number {
  return Math.min(STILL_SECONDS * 2 ** restarts, DAY_SECONDS);
}

/** That it was done, when and why stays (GDPR article 5 (2)); for whom doesn't. */
export function withoutPerson({ email: _email, onBehalf: _onBehalf, ...request }: ErasureRequest): ErasureRequest {
  return { ...request, version: request.version + 1 };
}

/** Its own person's, by the key in the mail or by a login with the address, and the administrators'. */
export function maySeeRequest(request: PersonalDataRequest, caller: Caller): boolean {
  if (caller.kind === "guest") return caller.key === request.key;
  return caller.email === request.email || hasRole(caller, "administrator");
}
