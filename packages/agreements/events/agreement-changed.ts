import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { AgreementId, ContactId } from "#kernel/ids";

/** An agreement has other terms. `newContactIds`: contacts who were none before. */
export const agreementChanged = defineEvent(
  "agreements.agreement-changed.v1",
  z.object({ agreementId: AgreementId, version: z.int().min(2), newContactIds: z.array(ContactId) }),
  [{ agreementId: "agr_4z8m1kq7w2n9p3r5t6v0xa", version: 2, newContactIds: [] }],
);
