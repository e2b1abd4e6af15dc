import { earlier, type Instant, plusSeconds } from "#kernel/clock";
import type { StaffText } from "#kernel/locale";
import type { Study, Wave } from "./study.ts";

const DAY = 86_400;
/** A form can be answered for ten days after its gathering, and never into the next one. */
const OPEN_SECONDS = 10 * DAY;
/** Who hasn't answered is reminded three days after the gathering, or halfway to where its form closes. */
const REMIND_SECONDS = 3 * DAY;

/** A cohort's gathering, as far as a survey needs it. */
export interface GatheringDays {
  readonly title: StaffText;
  readonly days: readonly {
    readonly dayId: string;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly calledOff: boolean;
  }[];
}

interface Times extends Pick<Wave, "dayIds" | "title" | "extra" | "opensAt" | "remindsAt" | "closesAt"> {}

/** What has to change for the waves to follow the calendar. */
export interface WavePlan {
  readonly add: readonly Wave[];
  readonly change: readonly { readonly before: Wave; readonly after: Wave }[];
  readonly drop: readonly Wave[];
}

/**
 * Waves as the calendar has them: one a gathering that isn't called off, open from its first day on. A wave whose form is
 * open, or was, stays as it is; one that isn't yet moves with its gathering, or goes with it. A gathering whose form would
 * be closed already gets none.
 */
export function planWaves(
  study: Pick<Study, "studyId" | "extraAt">,
  gatherings: readonly GatheringDays[],
  waves: readonly Wave[],
  now: Instant,
): WavePlan {
  const wanted = timesOf(study, gatherings);
  const known = new Map(waves.map((wave) => [wave.dayIds[0], wave]));
  const highest = Math.max(0, ...waves.map(({ number }) => number));
  const add = wanted
    .filter(({ dayIds, closesAt }) => !known.has(dayIds[0]) && closesAt > now)
    .map((times, index): Wave => ({ ...times, ...newWave(study, highest + index + 1) }));
  const planned = waves.filter(({ status }) => status === "planned");
  const change = planned.flatMap((before) => {
    const times = wanted.find(({ dayIds }) => dayIds[0] === before.dayIds[0]);
    return times && !sameTimes(before, times) ? [{ before, after: { ...before, ...times } }] : [];
  });
  const drop = planned.filter(({ dayIds }) => !wanted.some((times) => times.dayIds[0] === dayIds[0]));
  return { add, change, drop };
}

function newWave({ studyId }: Pick<Study, "studyId">, number: number) {
  return { studyId, number, status: "planned", round: "invitation", version: 1 } as const;
}

function timesOf({ extraAt }: Pick<Study, "extraAt">, gatherings: readonly GatheringDays[]): Times[] {
  const held = gatherings.flatMap(({ title, days }) => {
    const left = days.filter(({ calledOff }) => !calledOff);
    const [first] = left;
    const last = left.at(-1);
    return first && last ? [{ title, dayIds: days.map(({ dayId }) => dayId), first, last }] : [];
  });
  return held.map(({ title, dayIds, first, last }, index) => {
    const next = held[index + 1]?.first.startsAt;
    const full = plusSeconds(last.endsAt, OPEN_SECONDS);
    const closesAt = next ? earlier(full, next) : full;
    const half = (Date.parse(closesAt) - Date.parse(last.endsAt)) / 2000;
    const remindsAt = plusSeconds(last.endsAt, Math.min(REMIND_SECONDS, Math.floor(half)));
    const extra = extraAt.includes(dayIds[0] ?? "");
    return { title, dayIds, extra, opensAt: first.startsAt, remindsAt, closesAt };
  });
}

function sameTimes(wave: Wave, times: Times): boolean {
  return (
    wave.opensAt === times.opensAt &&
    wave.remindsAt === times.remindsAt &&
    wave.closesAt === times.closesAt &&
    wave.extra === times.extra &&
    wave.dayIds.join() === times.dayIds.join() &&
    wave.title.nb === times.title.nb
  );
}

/** Where the extra form is asked unless somebody says otherwise: at the first gathering, the middle one and the last. */
export function usualExtraAt(gatherings: readonly GatheringDays[]): string[] {
  const held = gatherings.filter(({ days }) => days.some(({ calledOff }) => !calledOff));
  const at = [0, Math.floor((held.length - 1) / 2), held.length - 1];
  return [...new Set(at)].flatMap((index) => held[index]?.days[0]?.dayId ?? []);
}

/** When the sweep looks at a wave again; undefined once its result is published. */
export function waveDue({ status, round, opensAt, remindsAt, closesAt }: Wave): Instant | undefined {
  if (status === "published") return undefined;
  if (status === "planned" || round === "invitation") return opensAt;
  return round === "reminder" ? earlier(remindsAt, closesAt) : closesAt;
}

/** A calendar that was changed is noticed within a day. */
const LOOK_AGAIN_SECONDS = DAY;

/** When the sweep looks at a study again; undefined once nothing is left of its answers. */
export function studyDue({ status, emptied, closesAt }: Study, now: Instant): Instant | undefined {
  if (emptied) return undefined;
  return status === "open" ? earlier(closesAt, plusSeconds(now, LOOK_AGAIN_SECONDS)) : now;
}
