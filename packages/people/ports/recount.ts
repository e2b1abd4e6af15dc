import type { Seen } from "#kernel/seen";
import type { PersonalDataRequest } from "../domain/personal-data-request.ts";
import type { RetentionRound } from "../domain/retention-round.ts";

interface CountedRequest extends Seen, Pick<PersonalDataRequest, "requestId" | "status" | "restarts" | "version"> {
  readonly kind: "personal-data-request";
  readonly asks: PersonalDataRequest["kind"];
  /** Keys of rows that it couldn't read; they may hold the hash of an address. */
  readonly unreadable: readonly string[];
}

interface CountedRound extends Seen, Pick<RetentionRound, "untreated" | "version"> {
  readonly kind: "retention-round";
}

/** What people offers to a recount of its rows: no address, and nothing of what was found. */
export type PeopleRow = CountedRequest | CountedRound;
