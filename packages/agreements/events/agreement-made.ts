import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { AgreementId, ContactId } from "#kernel/ids";

/** A long-term agreement is made: its contacts are told. */
export const agreementMade = defineEvent(
  "agreements.agreement-made.v1",
  z.object({ agreementId: AgreementId, seats: z.int().min(0), contactIds: z.array(ContactId).min(1) }),
  [{ agreementId: "agr_4z8m1kq7w2n9p3r5t6v0xa", seats: 6, contactIds: ["con_4z8m1kq7w2n9p3r5t6v0xa"] }],
);
