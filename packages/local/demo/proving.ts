import assert from "node:assert/strict";
import { MailProved } from "#people/app/prove-mail";
import { MailCodeRequestedAnswer } from "#people/app/request-mail-code";
import type { Person, Walk } from "./walk.ts";

/** Somebody proves that they read their mail: asks for a code, reads it there, and sends it in. */
export async function prove(walk: Walk, { email }: Person): Promise<string> {
  await walk.post(MailCodeRequestedAnswer, "/mail-codes", { body: { email } });
  const mail = await walk.newestMailTo(email, /^Koden din/);
  const [code] = /\b\d{6}\b/.exec(mail.text) ?? [];
  assert.ok(code, `the mail should have a code of six digits:\n${mail.text}`);
  const { proof } = await walk.post(MailProved, "/mail-proofs", { body: { email, code } });
  return proof;
}
