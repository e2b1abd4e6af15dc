import type { Agreements } from "#agreements/ports/agreements";
import type { Meetings } from "#agreements/ports/meetings";
import { refusal } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import type { AgreementId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { Meeting, MeetingId, type MeetingTime, moveMeeting, planMeeting, settleMeeting } from "../domain/meeting.ts";
import type { MeetingKind } from "../domain/promised.ts";
import { meetingHeld } from "../events/meeting-held.ts";

/** Which meeting, and the version that somebody saw. */
interface MeetingSeen {
  readonly agreementId: AgreementId;
  readonly meetingId: MeetingId;
  readonly version: number;
}

export interface PlanMeetings {
  /** In order of time. @throws DomainError `not-found` */
  list(agreementId: AgreementId): Promise<readonly Meeting[]>;
  /** @throws DomainError `not-found`, `meeting-outside-period` */
  plan(origin: Origin, agreementId: AgreementId, kind: MeetingKind, time: MeetingTime): Promise<Meeting>;
  /** @throws DomainError `not-found`, `changed-meanwhile`, `meeting-is-over`, `meeting-outside-period` */
  move(origin: Origin, seen: MeetingSeen, time: MeetingTime): Promise<Meeting>;
  /** @throws DomainError `not-found`, `changed-meanwhile`, `meeting-not-begun` */
  settle(origin: Origin, seen: MeetingSeen, status: "held" | "cancelled"): Promise<Meeting>;
}

export interface PlanMeetingsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly agreements: Agreements;
  readonly meetings: Meetings;
}

/** The meetings that an agreement promises: planned, moved, and marked as held or cancelled. */
export function planMeetingsUseCase({ unitOfWork, agreements, meetings }: PlanMeetingsPorts): PlanMeetings {
  async function find({ agreementId, meetingId, version }: MeetingSeen) {
    const [agreement, meeting] = await Promise.all([
      agreements.get(agreementId),
      meetings.get({ agreementId, meetingId }),
    ]);
    if (!agreement || !meeting) throw refusal("not-found", {});
    if (meeting.version !== version) throw refusal("changed-meanwhile", { version: meeting.version });
    return { agreement, meeting };
  }

  return {
    async list(agreementId) {
      const [agreement, found] = await Promise.all([agreements.get(agreementId), meetings.ofAgreement(agreementId)]);
      if (!agreement) throw refusal("not-found", {});
      return found.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
    },
    plan: (origin, agreementId, kind, time) =>
      unitOfWork.run(origin, Meeting, async () => {
        const agreement = await agreements.get(agreementId);
        if (!agreement) throw refusal("not-found", {});
        const meetingId = mint(MeetingId, unitOfWork.random);
        const meeting = planMeeting({ meetingId, agreementId, kind }, time, agreement.period);
        return { parts: [meetings.create(meeting)], answer: meeting };
      }),
    move: (origin, seen, time) =>
      unitOfWork.run(origin, Meeting, async () => {
        const { agreement, meeting } = await find(seen);
        const after = moveMeeting(meeting, time, agreement.period);
        return { parts: [meetings.replace(meeting, after)], answer: after };
      }),
    settle: (origin, seen, status) =>
      unitOfWork.run(origin, Meeting, async () => {
        const { meeting } = await find(seen);
        const after = settleMeeting(meeting, status, unitOfWork.clock());
        if (after === meeting) return { parts: [], answer: after };
        const { agreementId, meetingId, kind } = after;
        const facts = status === "held" ? [meetingHeld.of({ agreementId, meetingId, kind })] : [];
        return { parts: [meetings.replace(meeting, after), record(...facts)], answer: after };
      }),
  };
}
