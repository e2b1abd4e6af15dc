import * as z from "zod";
import { type Caller, hasRole } from "#kernel/caller";
import { earlier, Instant, plusSeconds } from "#kernel/clock";
import { EmailAddress, TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { AccessKey } from "#kernel/id";
import { EntryId, OfferingId, TicketTypeId } from "#kernel/ids";
import { Locale } from "#kernel/locale";
import { refuseUnlessOpen, type SignUpTerms, ticketTypeOf } from "./terms.ts";
import { ticketAddressOf } from "./who-may.ts";

/** A place that came free is held so long for the first in line, or until sign-up closes, whichever is sooner. */
const OFFER_SECONDS = 48 * 3600;

export const JoinRequest = z.strictObject({ name: TextLine, email: EmailAddress, ticketTypeId: TicketTypeId });
export type JoinRequest = z.infer<typeof JoinRequest>;

const fields = {
  entryId: EntryId,
  key: AccessKey,
  offeringId: OfferingId,
  ticketTypeId: TicketTypeId,
  name: TextLine,
  email: EmailAddress,
  locale: Locale,
  joinedAt: Instant,
  version: z.int().min(1),
};

const WaitingEntry = z.object({ ...fields, status: z.literal("waiting") });
/** The first in line was offered a place, and has until then to take it. */
const OfferedEntry = z.object({ ...fields, status: z.literal("offered"), until: Instant });
const EndedEntry = z.object({ ...fields, status: z.enum(["accepted", "declined", "lapsed", "left", "closed"]) });

/** One who waits for one place of one ticket type: first come, first served. */
export const Entry = z.discriminatedUnion("status", [WaitingEntry, OfferedEntry, EndedEntry]);
export type Entry = z.infer<typeof Entry>;
export type WaitingEntry = z.infer<typeof WaitingEntry>;
export type OfferedEntry = z.infer<typeof OfferedEntry>;
export type EndedEntry = z.infer<typeof EndedEntry>;

/** @throws DomainError `offering-not-open`, `ticket-type-unknown`, and what `ticketAddressOf` refuses */
export function join(
  terms: SignUpTerms,
  request: JoinRequest,
  made: {
    readonly entryId: EntryId;
    readonly key: AccessKey;
    readonly locale: Locale;
    readonly now: Instant;
    readonly municipalityDomain: string;
  },
): WaitingEntry {
  refuseUnlessOpen(terms, made.now);
  const ticketType = ticketTypeOf(terms, request.ticketTypeId);
  // The address is proved when the offer is taken; one elsewhere could never take it.
  ticketAddressOf(terms, ticketType, { participant: request, municipalityDomain: made.municipalityDomain });
  const { ticketTypeId } = ticketType;
  return {
    entryId: made.entryId,
    key: made.key,
    offeringId: terms.offeringId,
    ticketTypeId,
    name: request.name,
    email: request.email,
    locale: made.locale,
    joinedAt: made.now,
    status: "waiting",
    version: 1,
  };
}

/** When an offer made now ends; undefined when there is no time left to answer it in. */
export function offerEnd(terms: Pick<SignUpTerms, "status" | "signUpClosesAt">, now: Instant): Instant | undefined {
  if (terms.status !== "published" || now >= terms.signUpClosesAt) return undefined;
  return earlier(plusSeconds(now, OFFER_SECONDS), terms.signUpClosesAt);
}

export function offer(entry: WaitingEntry, until: Instant): OfferedEntry {
  return { ...entry, status: "offered", until, version: entry.version + 1 };
}

export function end(entry: WaitingEntry | OfferedEntry, status: EndedEntry["status"]): EndedEntry {
  return EndedEntry.parse({ ...entry, status, version: entry.version + 1 });
}

/** An offer that nobody answered in time; an entry's own row decides, since what is due is found by an index. */
export function hasLapsed(entry: Entry, now: Instant): entry is OfferedEntry {
  return entry.status === "offered" && entry.until <= now;
}

/**
 * The entry behind the offer that a place request names, if it may be taken now.
 *
 * @throws DomainError `offer-unknown` (no such offer, or another ticket type's), `offer-ended`
 */
export function offerToTake(
  entry: Entry | undefined,
  asked: { readonly key: AccessKey; readonly ticketTypeId: TicketTypeId; readonly now: Instant },
): OfferedEntry {
  if (!entry || entry.key !== asked.key || entry.ticketTypeId !== asked.ticketTypeId || entry.status === "waiting") {
    throw refusal("offer-unknown", {});
  }
  if (entry.status !== "offered" || entry.until <= asked.now) throw refusal("offer-ended", {});
  return entry;
}

/** An entry is its own's, by the key in the mail's link, and the administrators'. To anyone else it doesn't exist. */
export function maySeeEntry(entry: Pick<Entry, "key">, caller: Caller): boolean {
  return caller.kind === "guest" ? caller.key === entry.key : hasRole(caller, "administrator");
}
