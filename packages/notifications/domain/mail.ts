import * as z from "zod";
import { Instant, plusSeconds } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import { CorrelationId } from "#kernel/event";
import { Notice } from "./notice.ts";

/** `<event id>.<template>.<number>`: the same fact owes the same mails. Letters that SES takes in a tag. */
export const MailId = z
  .string()
  .regex(/^evt_[0-9a-hjkmnp-tv-z]{22}\.[a-z-]{1,40}\.\d{1,4}$/)
  .brand<"MailId">();
export type MailId = z.infer<typeof MailId>;

/** Why a mail will never reach its reader. */
export const UndeliverableReason = z.enum([
  /** The address bounced before, or its owner complained. */
  "address-suppressed",
  /** The receiving server turned this mail away. */
  "bounced",
  /** It arrived, and its reader reported it as unwanted: no more will be sent there. */
  "complained",
  /** SES refused this mail for good. */
  "refused",
  /** SES refused it for now, for as long as we try. */
  "given-up",
  /** There is nobody to write to any more: the order or its person is gone. */
  "nobody-to-write-to",
  /** What it tells was no longer so when it could be sent, such as an offer that has ended: nobody misses it. */
  "out-of-date",
]);
export type UndeliverableReason = z.infer<typeof UndeliverableReason>;

const common = {
  mailId: MailId,
  notice: Notice,
  correlationId: CorrelationId,
  owedAt: Instant,
  /** How many times SES has been asked. */
  attempts: z.int().min(0),
  version: z.int().min(1),
};

/**
 * A mail that a fact owes. `owed`: SES doesn't have it, and it is to be sent at `dueAt`. `sending`: SES may have it; at
 * `dueAt` we no longer wait for word of it. `sent` and `undeliverable` are ends, except that what was sent may bounce.
 */
export const Mail = z.discriminatedUnion("status", [
  z.object({ ...common, status: z.literal("owed"), dueAt: Instant }),
  z.object({ ...common, status: z.literal("sending"), dueAt: Instant }),
  z.object({ ...common, status: z.literal("sent"), sentAt: Instant, messageId: z.string() }),
  z.object({ ...common, status: z.literal("undeliverable"), reason: UndeliverableReason }),
]);
export type Mail = z.infer<typeof Mail>;
export type MailInHand = Extract<Mail, { status: "sending" }>;

/** SES has no idempotency key: when its answer is lost, its Send event has so long to come before we send again. */
const WAIT_FOR_SEND_EVENT_SECONDS = 15 * 60;
/** A code is valid for 15 minutes, and its reader sits waiting: rather the same code twice than one that came too late. */
const WAIT_FOR_CODE_SENT_SECONDS = 3 * 60;
/** A refusal is tried again after a minute, then twice as long each time, an hour at most. */
const FIRST_PAUSE_SECONDS = 60;
const LONGEST_PAUSE_SECONDS = 3600;
/** Then the mail is given up, and its order shows it. */
const TRY_FOR_SECONDS = 72 * 3600;

/** What SES said to one attempt. */
export type SendingOutcome =
  | { readonly kind: "sent"; readonly messageId: string }
  /** SES doesn't have it and may take it later: throttled, paused, not set up, or not reached at all. */
  | { readonly kind: "not-now"; readonly why: string }
  /** SES will never take it: a malformed or rejected message. */
  | { readonly kind: "refused"; readonly why: string }
  /** The answer was lost: SES may or may not have it. */
  | { readonly kind: "unknown"; readonly why: string };

export function mailIdOf(eventId: string, notice: Notice, index: number): MailId {
  return MailId.parse(`${eventId}.${notice.template}.${index}`);
}

/** A new mail, about to be sent by whoever writes it first. */
export function newMail(mailId: MailId, notice: Notice, correlationId: CorrelationId, now: Instant): MailInHand {
  return {
    mailId,
    notice,
    correlationId,
    owedAt: now,
    attempts: 1,
    version: 1,
    status: "sending",
    dueAt: waitUntil(notice, now),
  };
}

/** The mail in the hands of who sends it now, or nothing when it isn't due: sent already, or somebody else is at it. */
export function takeInHand(mail: Mail, now: Instant): MailInHand | undefined {
  if ((mail.status !== "owed" && mail.status !== "sending") || mail.dueAt > now) return undefined;
  return {
    ...next(mail),
    attempts: mail.attempts + 1,
    status: "sending",
    dueAt: waitUntil(mail.notice, now),
  };
}

/** Until when word of a mail that SES may have is waited for. */
function waitUntil({ template }: Notice, now: Instant): Instant {
  return plusSeconds(now, template === "mail-code" ? WAIT_FOR_CODE_SENT_SECONDS : WAIT_FOR_SEND_EVENT_SECONDS);
}

/** The mail after SES' answer to the attempt that is in hand; nothing changes while the answer is lost. */
export function afterAttempt(mail: MailInHand, outcome: SendingOutcome, now: Instant): Mail | undefined {
  switch (outcome.kind) {
    case "unknown":
      return undefined;
    case "sent":
      return sent(mail, outcome.messageId, now);
    case "refused":
      return undeliverable(mail, "refused");
    case "not-now": {
      const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** (mail.attempts - 1), LONGEST_PAUSE_SECONDS);
      const dueAt = plusSeconds(now, pause);
      if (dueAt > plusSeconds(mail.owedAt, TRY_FOR_SECONDS)) return undeliverable(mail, "given-up");
      return { ...next(mail), status: "owed", dueAt };
    }
  }
}

export function sent(mail: Mail, messageId: string, now: Instant): Mail {
  invariant(mail.status === "owed" || mail.status === "sending", "a mail is sent once");
  return { ...next(mail), status: "sent", messageId, sentAt: now };
}

/** The mail as one that will not reach its reader; nothing when that is known already. */
export function undeliverable(mail: Mail, reason: UndeliverableReason): Mail | undefined {
  return mail.status === "undeliverable" ? undefined : { ...next(mail), status: "undeliverable", reason };
}

function next({ mailId, notice, correlationId, owedAt, attempts, version }: Mail) {
  return { mailId, notice, correlationId, owedAt, attempts, version: version + 1 };
}
