import type { CertificateId } from "#kernel/ids";
import type { StatusEntry } from "./certificate.ts";

/** Where certificates and what checks them are found: part of every credential that was ever signed, so never to change. */
export interface Addresses {
  readonly issuer: string;
  certificate(certificateId: CertificateId): string;
  statusList(list: number): string;
  statusEntry(entry: StatusEntry): string;
  /** @param multikey the public key, which names itself: keys come and go, and each keeps its name */
  key(multikey: string): string;
}

/** @param publicUrl base of our own addresses, without a slash at the end */
export function addressesAt(publicUrl: string): Addresses {
  const issuer = `${publicUrl}/issuer`;
  const statusList = (list: number) => `${publicUrl}/status-lists/${list}`;
  return {
    issuer,
    certificate: (certificateId) => `${publicUrl}/certificates/${certificateId}`,
    statusList,
    statusEntry: ({ list, index }) => `${statusList(list)}#${index}`,
    key: (multikey) => `${issuer}#${multikey}`,
  };
}
