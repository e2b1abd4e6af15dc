import * as z from "zod";
import { Instant } from "#kernel/clock";
import { TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { defineId } from "#kernel/id";
import { AgreementId } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import { covers, type Period, periodYears } from "./period.ts";
import { MeetingKind, type Promised } from "./promised.ts";

export const MeetingId = defineId("mee").brand<"MeetingId">();
export type MeetingId = z.infer<typeof MeetingId>;

/** When and where a meeting is. */
export const MeetingTime = z
  .strictObject({ startsAt: Instant, endsAt: Instant, venue: TextLine.optional() })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { message: "It ends after it begins.", path: ["endsAt"] });
export type MeetingTime = z.infer<typeof MeetingTime>;

/** A meeting that an agreement promises: planned, and then held or cancelled. */
export const Meeting = z.object({
  meetingId: MeetingId,
  agreementId: AgreementId,
  kind: MeetingKind,
  ...MeetingTime.shape,
  status: z.enum(["planned", "held", "cancelled"]),
  version: z.int().min(1),
});
export type Meeting = z.infer<typeof Meeting>;

/** @throws DomainError `meeting-outside-period` */
export function planMeeting(
  made: Pick<Meeting, "meetingId" | "agreementId" | "kind">,
  time: MeetingTime,
  period: Period,
): Meeting {
  refuseOutside(time, period);
  return { ...made, ...time, status: "planned", version: 1 };
}

/** @throws DomainError `meeting-is-over` unless it is planned; `meeting-outside-period` */
export function moveMeeting(before: Meeting, time: MeetingTime, period: Period): Meeting {
  if (before.status !== "planned") throw refusal("meeting-is-over", { status: before.status });
  refuseOutside(time, period);
  const { meetingId, agreementId, kind, status, version } = before;
  return { meetingId, agreementId, kind, ...time, status, version: version + 1 };
}

/** The meeting as held or cancelled; a wrong mark is put right by another. @throws DomainError `meeting-not-begun` */
export function settleMeeting(before: Meeting, status: "held" | "cancelled", now: Instant): Meeting {
  if (status === "held" && now < before.startsAt) throw refusal("meeting-not-begun", { startsAt: before.startsAt });
  return before.status === status ? before : { ...before, status, version: before.version + 1 };
}

function refuseOutside({ startsAt }: MeetingTime, period: Period): void {
  if (!covers(period, startsAt)) throw refusal("meeting-outside-period", { on: norwegianDay(startsAt), ...period });
}

/** What of a kind is promised, planned and held in one year; a meeting that is cancelled is none. */
export const Kept = z.object({ promised: z.int(), planned: z.int(), held: z.int() });

export interface YearKept extends Period {
  /** From 1. */
  readonly year: number;
  readonly kinds: Readonly<Record<MeetingKind, z.infer<typeof Kept>>>;
}

/** Promised against planned and held, year by year. */
export function meetingsKept(
  { period, promised }: { readonly period: Period; readonly promised: readonly Promised[] },
  meetings: readonly Meeting[],
): YearKept[] {
  return periodYears(period).map((year, index) => {
    const within = meetings.filter(({ startsAt }) => covers(year, startsAt));
    const count = (kind: MeetingKind, status: Meeting["status"]) =>
      within.filter((meeting) => meeting.kind === kind && meeting.status === status).length;
    const kept = (kind: MeetingKind) => ({
      promised: promised[index]?.[kind] ?? 0,
      planned: count(kind, "planned"),
      held: count(kind, "held"),
    });
    return {
      year: index + 1,
      ...year,
      kinds: {
        "core-group": kept("core-group"),
        staff: kept("staff"),
        "planning-day": kept("planning-day"),
        "smart-relasjon": kept("smart-relasjon"),
      },
    };
  });
}
