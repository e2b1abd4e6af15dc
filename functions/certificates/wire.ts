import { addressesAt } from "#certificates/domain/addresses";
import type { Signer } from "#certificates/ports/signer";
import { certificates } from "#certificates/store/certificates";
import { holders } from "#certificates/store/holders";
import { issuerKeys } from "#certificates/store/issuer-keys";
import { proofs } from "#certificates/store/proofs";
import { statusLists } from "#certificates/store/status-lists";
import { participationReads } from "#education/store/participations";
import { systemClock } from "#kernel/clock";
import type { Seller } from "#kernel/seller";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";

/** What both of certificates' functions are made of. */
export function wireCertificates(
  table: Table,
  from: { readonly publicUrl: string; readonly seller: Seller; readonly signer: Signer },
) {
  const addresses = addressesAt(from.publicUrl);
  return {
    unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
    clock: systemClock,
    random: systemRandom,
    addresses,
    issuer: from.seller.name,
    participations: participationReads(table),
    certificates: certificates(table),
    statusLists: statusLists(table),
    holders: holders(table),
    issuerKeys: issuerKeys(table),
    proofs: proofs(from.signer, addresses),
  };
}
