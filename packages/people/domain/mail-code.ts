import * as z from "zod";
import { type Instant, Instant as InstantSchema, plusSeconds } from "#kernel/clock";
import { EmailAddress } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { AccessKey, type RandomBytes } from "#kernel/id";
import { MailCodeId } from "#kernel/ids";
import { Locale } from "#kernel/locale";

/** How long a code may be used, in seconds. */
export const CODE_SECONDS = 15 * 60;
const MAX_TRIES = 5;
/** So nobody's mailbox is flooded, and a guesser has 15 guesses of a million an hour. */
const MAX_CODES_AN_HOUR = 3;
/** Far above what one person needs: a whole school may share an address. */
export const MAX_CODES_AN_HOUR_AND_CALLER = 30;
/** How long a proof may be used, in seconds. */
export const PROOF_SECONDS = 24 * 60 * 60;

const HOUR_SECONDS = 60 * 60;

/** A code by mail, as the mail needs it. */
export const MailCode = z.object({
  codeId: MailCodeId,
  email: EmailAddress,
  code: z.string().regex(/^\d{6}$/),
  locale: Locale,
  validUntil: InstantSchema,
});
export type MailCode = z.infer<typeof MailCode>;

/** What is known of one address: the codes of the last hour, and the one that may be used. */
export const AddressCodes = z.object({
  requestedAt: z.array(InstantSchema),
  current: MailCode.extend({ triesLeft: z.int().min(0) }).optional(),
  version: z.int().min(1),
});
export type AddressCodes = z.infer<typeof AddressCodes>;

/** Whoever holds the key has read the mail sent to the address, at most a day ago. */
export const MailProof = z.object({ proof: AccessKey, email: EmailAddress, validUntil: InstantSchema });
export type MailProof = z.infer<typeof MailProof>;

/**
 * The address after one more code: only the newest may be used.
 *
 * @throws DomainError `too-many-mail-codes`
 */
export function requestCode(before: AddressCodes | undefined, code: MailCode, now: Instant): AddressCodes {
  const hourAgo = plusSeconds(now, -HOUR_SECONDS);
  const lastHour = (before?.requestedAt ?? []).filter((at) => at > hourAgo);
  const [oldest] = lastHour;
  if (oldest && lastHour.length >= MAX_CODES_AN_HOUR) {
    const free = plusSeconds(oldest, HOUR_SECONDS);
    throw refusal("too-many-mail-codes", { retryAfterSeconds: secondsBetween(now, free) });
  }
  return {
    requestedAt: [...lastHour, now],
    current: { ...code, triesLeft: MAX_TRIES },
    version: (before?.version ?? 0) + 1,
  };
}

export type Tried =
  | { readonly kind: "proved"; readonly after: AddressCodes }
  | { readonly kind: "wrong"; readonly after: AddressCodes; readonly triesLeft: number }
  | { readonly kind: "ended" };

/** What comes of a try: a right code is used up, a wrong one costs a try, and none is of use after its time. */
export function tryCode(address: AddressCodes | undefined, code: string, now: Instant): Tried {
  const current = address?.current;
  if (!current || current.triesLeft === 0 || current.validUntil <= now) return { kind: "ended" };
  const version = address.version + 1;
  if (current.code === code) return { kind: "proved", after: { requestedAt: address.requestedAt, version } };
  const triesLeft = current.triesLeft - 1;
  return { kind: "wrong", after: { ...address, current: { ...current, triesLeft }, version }, triesLeft };
}

/** Six random digits, each as likely as any other. */
export function newCode(random: RandomBytes): string {
  for (;;) {
    const [a = 0, b = 0, c = 0] = random(3);
    const number = (a << 16) | (b << 8) | c;
    // 16 million is the greatest multiple of a million in 24 bits: what is above would make some codes likelier.
    if (number < 16_000_000) return String(number % 1_000_000).padStart(6, "0");
  }
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.max(1, Math.ceil((Date.parse(to) - Date.parse(from)) / 1000));
}
