import type { CertificateId, OfferingId, PlaceId } from "#kernel/ids";
import type { StatusEntry } from "../domain/certificate.ts";

export const certificateKey = (certificateId: CertificateId) => ({
  pk: `CERTIFICATE#${certificateId}`,
  sk: "CERTIFICATE",
});

/** What each participant of a cohort was given last: there once for each. */
export const HELD = "HELD#";
export const heldPartition = (cohortId: OfferingId) => `COHORT-CERTIFICATES#${cohortId}`;
export const heldKey = ({ cohortId, placeId }: { readonly cohortId: OfferingId; readonly placeId: PlaceId }) => ({
  pk: heldPartition(cohortId),
  sk: `${HELD}${placeId}`,
});

export const STATUS_LISTS = { pk: "STATUS-LISTS", prefix: "LIST#" };
export const statusListKey = (list: number) => ({
  pk: STATUS_LISTS.pk,
  sk: `${STATUS_LISTS.prefix}${`${list}`.padStart(6, "0")}`,
});
/** There once an index is somebody's. */
export const statusIndexKey = ({ list, index }: StatusEntry) => ({ pk: `STATUS-LIST#${list}`, sk: `INDEX#${index}` });

export const ISSUER_KEYS = { pk: "ISSUER", prefix: "KEY#" };
export const issuerKeyKey = (multikey: string) => ({ pk: ISSUER_KEYS.pk, sk: `${ISSUER_KEYS.prefix}${multikey}` });

export const trainerKey = (holder: string) => ({ pk: `TRAINER#${holder}`, sk: "TRAINER" });
