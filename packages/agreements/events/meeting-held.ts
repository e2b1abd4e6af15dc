import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { AgreementId } from "#kernel/ids";
import { MeetingId } from "../domain/meeting.ts";
import { MeetingKind } from "../domain/promised.ts";

/** A meeting that an agreement promises was held. */
export const meetingHeld = defineEvent(
  "agreements.meeting-held.v1",
  z.object({ agreementId: AgreementId, meetingId: MeetingId, kind: MeetingKind }),
  [
    {
      agreementId: "agr_4z8m1kq7w2n9p3r5t6v0xa",
      meetingId: "mee_4z8m1kq7w2n9p3r5t6v0xa",
      kind: "core-group",
    },
  ],
);
