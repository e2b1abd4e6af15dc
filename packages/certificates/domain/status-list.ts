import * as z from "zod";
import type { Instant } from "#kernel/clock";
import type { RandomBytes } from "#kernel/id";
import type { Addresses } from "./addresses.ts";
import type { StatusEntry } from "./certificate.ts";

export type { StatusEntry };

/** Entries of a list: the least a verifier takes (Bitstring Status List 1.0), so that an index tells nothing. */
export const LIST_ENTRIES = 131_072;

/** How long a verifier may keep the list: five minutes. */
const KEPT_MILLISECONDS = 300_000;

/** One status list: which indexes are revoked, and the signed credential that says so, always of the same version. */
export const StatusList = z.object({
  list: z.int().min(1),
  /** Indexes handed out, by count: half a list at most, so that a random index is soon found. */
  handedOut: z.int().min(0),
  revoked: z.array(z.int().min(0)),
  /** The list as a signed credential: JSON. */
  credential: z.string(),
  version: z.int().min(1),
});
export type StatusList = z.infer<typeof StatusList>;

/** Whether the list has room for `more`. */
export function hasRoom({ handedOut }: Pick<StatusList, "handedOut">, more: number, entries: number): boolean {
  return handedOut + more <= entries / 2;
}

/** `count` different indexes, at random: that nobody else has them is for the transaction to say. */
export function drawIndexes(count: number, entries: number, random: RandomBytes): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) {
    const [a = 0, b = 0, c = 0] = random(3);
    // A list's entries are a power of two, so every index is as likely.
    drawn.add((a * 65_536 + b * 256 + c) % entries);
  }
  return [...drawn];
}

/** The list as a credential, still without its proof. */
export function statusListCredential(list: number, encodedList: string, now: Instant, issuer: string, at: Addresses) {
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    id: at.statusList(list),
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: { id: at.issuer, name: issuer },
    validFrom: now,
    credentialSubject: {
      id: `${at.statusList(list)}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList,
      ttl: KEPT_MILLISECONDS,
    },
  };
}
