import type { Certificates } from "#certificates/ports/certificates";
import type { Holders } from "#certificates/ports/holders";
import type { IssuerKeys } from "#certificates/ports/issuer-keys";
import type { Proofs } from "#certificates/ports/proofs";
import type { StatusLists } from "#certificates/ports/status-lists";
import type { PersonId } from "#kernel/caller";
import type { Instant } from "#kernel/clock";
import { mint, mintAccessKey, type RandomBytes } from "#kernel/id";
import { CertificateId, type OfferingId, type PlaceId } from "#kernel/ids";
import { part, type TransactionPart } from "#kernel/transaction-part";
import type { Addresses } from "../domain/addresses.ts";
import type { Snapshot, ValidCertificate } from "../domain/certificate.ts";
import { credentialOf, type HashedIdentity } from "../domain/credential.ts";
import { drawIndexes, hasRoom, LIST_ENTRIES, type StatusList, statusListCredential } from "../domain/status-list.ts";

export interface IssuingPorts {
  readonly random: RandomBytes;
  readonly certificates: Certificates;
  readonly statusLists: StatusLists;
  readonly holders: Holders;
  readonly issuerKeys: IssuerKeys;
  readonly proofs: Proofs;
  readonly addresses: Addresses;
  readonly issuer: string;
  /** Of a status list: less only where a test wants indexes to collide. */
  readonly listEntries?: number;
}

/** One certificate to be made out. */
export interface ToIssue {
  readonly cohortId: OfferingId;
  readonly placeId: PlaceId;
  readonly snapshot: Snapshot;
  readonly holder: string;
  readonly identity: HashedIdentity;
  readonly replaces?: CertificateId;
}

/**
 * Makes certificates out: an id, an index in a status list, and the issuer's signature for each. Signed before anything
 * is written: what is lost on the way was never anybody's.
 */
export async function makeOut(
  ports: IssuingPorts,
  all: readonly ToIssue[],
  by: PersonId,
  now: Instant,
): Promise<{ readonly certificates: readonly ValidCertificate[]; readonly parts: readonly TransactionPart[] }> {
  const { random, statusLists, proofs, addresses, listEntries = LIST_ENTRIES } = ports;
  const { list, part: listPart } = await listWithRoom(ports, all.length, now);
  const indexes = drawIndexes(all.length, listEntries, random);
  const certificates = await Promise.all(
    all.map(async ({ identity, snapshot, ...rest }, position): Promise<ValidCertificate> => {
      const certificateId = mint(CertificateId, random);
      const statusEntry = { list, index: indexes[position] ?? 0 };
      const credential = await proofs.sign(
        credentialOf({ certificateId, snapshot, identity, statusEntry }, addresses),
        now,
      );
      const history = [{ what: "issued" as const, at: now, by }];
      return { ...rest, certificateId, snapshot, credential, statusEntry, history, status: "valid", version: 1 };
    }),
  );
  const taken = certificates.map(({ statusEntry, certificateId }) => statusLists.take(statusEntry, certificateId));
  return { certificates, parts: [listPart, ...taken, await keyListed(ports)] };
}

/** The holder as a new credential knows them: salted anew each time. */
export function identityOf({ holders, random }: IssuingPorts, email: string): HashedIdentity {
  const salt = mintAccessKey(random);
  return { identityHash: holders.identityHash(email, salt), salt };
}

/** The list with the indexes revoked, signed again: the list and its signature change together. */
export async function listWithout(
  { proofs, addresses, issuer, listEntries = LIST_ENTRIES }: IssuingPorts,
  list: StatusList,
  revoked: readonly number[],
  now: Instant,
): Promise<StatusList> {
  const bits = proofs.bitstring(listEntries, revoked);
  const credential = await proofs.sign(statusListCredential(list.list, bits, now, issuer, addresses), now);
  return { ...list, revoked: [...revoked], credential, version: list.version + 1 };
}

async function listWithRoom(ports: IssuingPorts, more: number, now: Instant) {
  const { statusLists, listEntries = LIST_ENTRIES } = ports;
  const newest = await statusLists.newest();
  if (newest && hasRoom(newest, more, listEntries)) {
    return { list: newest.list, part: statusLists.handOut(newest, more) };
  }
  const empty = { list: (newest?.list ?? 0) + 1, handedOut: more, revoked: [], credential: "", version: 0 };
  const list = await listWithout(ports, empty, [], now);
  return { list: list.list, part: statusLists.create(list) };
}

/** A key that has signed is listed for good. */
export async function keyListed({ proofs, issuerKeys }: IssuingPorts): Promise<TransactionPart> {
  const [key, all] = await Promise.all([proofs.key(), issuerKeys.all()]);
  return all.some(({ multikey }) => multikey === key.multikey) ? part([]) : issuerKeys.add(key);
}
