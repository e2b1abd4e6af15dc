import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { MailCodeId } from "#kernel/ids";

/** Somebody asked to prove a mail address: the code is to be sent there. */
export const mailCodeRequested = defineEvent("people.mail-code-requested.v1", z.object({ codeId: MailCodeId }), [
  { codeId: "cod_4z8m1kq7w2n9p3r5t6v0xa" },
]);
