import type { CertificateId } from "#kernel/ids";
import type { Seen } from "#kernel/seen";
import type { Certificate, Held, Snapshot, StatusEntry } from "../domain/certificate.ts";
import type { StatusList } from "../domain/status-list.ts";

/** A certificate, without whose it is: its holder only as a hash. */
export interface CountedCertificate
  extends Seen,
    Pick<Certificate, "certificateId" | "cohortId" | "placeId" | "status" | "statusEntry" | "holder" | "version"> {
  readonly kind: "certificate";
  /** What it attests. */
  readonly attested: Pick<Snapshot, "attendance" | "documents">;
}

interface CountedHeld extends Seen, Held {
  readonly kind: "held";
}

export interface CountedStatusList extends Seen, Pick<StatusList, "list" | "handedOut" | "revoked" | "version"> {
  readonly kind: "status-list";
  /** The indexes that the signed list says are revoked; none when it can't be read. */
  readonly signed: readonly number[] | undefined;
}

/** Whose an index is. */
export interface CountedIndex extends Seen, StatusEntry {
  readonly kind: "status-index";
  readonly certificateId: CertificateId;
}

/** How many valid certificates the holder of an address has. */
interface CountedTrainer extends Seen {
  readonly kind: "trainer";
  readonly holder: string;
  readonly valid: number;
}

/** What certificates offers to a recount of its rows. */
export type CertificatesRow = CountedCertificate | CountedHeld | CountedStatusList | CountedIndex | CountedTrainer;
