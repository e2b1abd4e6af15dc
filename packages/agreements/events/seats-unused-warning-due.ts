import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { AgreementId, ContactId } from "#kernel/ids";

/** An agreement ends in six months and has seats that nobody uses: its contacts are told. */
export const seatsUnusedWarningDue = defineEvent(
  "agreements.seats-unused-warning-due.v1",
  z.object({ agreementId: AgreementId, free: z.int().min(1), contactIds: z.array(ContactId).min(1) }),
  [{ agreementId: "agr_4z8m1kq7w2n9p3r5t6v0xa", free: 2, contactIds: ["con_4z8m1kq7w2n9p3r5t6v0xa"] }],
);
