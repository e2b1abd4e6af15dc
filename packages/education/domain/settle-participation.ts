import type { Instant } from "#kernel/clock";
import type { AccessKey } from "#kernel/id";
import type { OfferingId, PlaceId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import { backgroundOf } from "./background-questions.ts";
import { Background, type Participation } from "./participation.ts";

/** What of a place in a cohort decides on its participation; a place of registration has all of it. */
export interface PlaceInCohort {
  readonly placeId: PlaceId;
  readonly offeringId: OfferingId;
  readonly status: "held" | "confirmed" | "cancelled";
  readonly participant?: { readonly name: string; readonly email?: string | undefined } | undefined;
  readonly answers: readonly { readonly questionId: string; readonly answer: string }[];
}

/** What became of a participation: it began for somebody, ended with its place, or only its particulars are others. */
export interface Settled {
  readonly after: Participation;
  readonly became: "started" | "withdrawn" | "corrected";
}

/**
 * The participation that a place stands for as it is now, whatever happened before: asked twice, late or in another order,
 * it comes to the same. Undefined: it is so already.
 */
export function settleParticipation(
  before: Participation | undefined,
  place: PlaceInCohort,
  made: { readonly key: AccessKey; readonly locale: Locale; readonly now: Instant },
): Settled | undefined {
  const { participant } = place;
  if (place.status === "cancelled") return before?.status === "active" ? ended(before, made.now) : undefined;
  if (place.status !== "confirmed" || !participant?.email) return undefined;
  const told = backgroundOf(place.answers);
  const who = { name: participant.name, email: participant.email, background: told, told };
  if (!before || before.email !== who.email) return { after: begun(before, place, who, made), became: "started" };
  const after = {
    ...before,
    name: who.name,
    background: { ...before.background, ...newIn(told, before.told) },
    told: { ...before.told, ...told },
  };
  return same(before, after) ? undefined : { after, became: "corrected" };
}

/** Out of the cohort, also of the learning group; all else is kept. */
export function withdrawn(before: Participation, now: Instant): Participation {
  const { group: _group, ...rest } = before;
  return { ...rest, status: "withdrawn", withdrawnAt: now, processLeader: false };
}

function ended(before: Participation, now: Instant): Settled {
  return { after: withdrawn(before, now), became: "withdrawn" };
}

/** Whoever comes instead of another begins anew, with a key of their own; only the seat in the learning group is kept. */
function begun(
  before: Participation | undefined,
  place: PlaceInCohort,
  who: Pick<Participation, "name" | "email" | "background" | "told">,
  { key, locale }: { readonly key: AccessKey; readonly locale: Locale },
): Participation {
  return {
    cohortId: place.offeringId,
    placeId: place.placeId,
    key,
    locale,
    ...who,
    status: "active",
    ...(before?.group && { group: before.group }),
    processLeader: false,
    attendance: {},
    portfolio: { status: "draft", documents: [] },
    essay: { status: "draft" },
    version: before?.version ?? 1,
  };
}

const FIELDS = Background.keyof().options;

function same(before: Participation, after: Participation): boolean {
  return before.name === after.name && alike(before.background, after.background) && alike(before.told, after.told);
}

function alike(one: Background, other: Background): boolean {
  return FIELDS.every((field) => one[field] === other[field]);
}

/** What is told now and wasn't before: a place that is named again brings its old answers along, and a correction outlasts them. */
function newIn(told: Background, before: Background): Background {
  return Object.fromEntries(
    FIELDS.flatMap((field) =>
      told[field] === undefined || told[field] === before[field] ? [] : [[field, told[field]]],
    ),
  );
}
