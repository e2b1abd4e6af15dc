import * as z from "zod";
import type { CertificatesRow } from "#certificates/ports/recount";
import { CertificateId } from "#kernel/ids";
import { bitsSetIn } from "#platform/credentials/bitstring";
import { type RowKind, rowKind } from "#platform/dynamo/row-kinds";
import { Certificate, Held, StatusEntry } from "../domain/certificate.ts";
import { StatusList } from "../domain/status-list.ts";
import { VALID } from "./certified-trainers.ts";
import { HELD, STATUS_LISTS } from "./keys.ts";

const TRAINER = "TRAINER#";

/** Whether it is below zero is for the recount to tell. */
const AnyCount = z.object({ [VALID]: z.int() });
const AnyList = StatusList.extend({ handedOut: z.int() });
const Index = StatusEntry.extend({ certificateId: CertificateId });

export const certificatesRows: readonly RowKind<CertificatesRow>[] = [
  rowKind({ pk: "CERTIFICATE#", sk: "CERTIFICATE" }, Certificate, (certificate, { key }) => ({
    kind: "certificate",
    key,
    certificateId: certificate.certificateId,
    cohortId: certificate.cohortId,
    placeId: certificate.placeId,
    status: certificate.status,
    statusEntry: certificate.statusEntry,
    holder: certificate.holder,
    version: certificate.version,
    attested: { attendance: certificate.snapshot.attendance, documents: certificate.snapshot.documents },
  })),
  rowKind({ pk: "COHORT-CERTIFICATES#", sk: HELD }, Held, (held, { key }) => ({ kind: "held", key, ...held })),
  rowKind(
    { pk: STATUS_LISTS.pk, sk: STATUS_LISTS.prefix },
    AnyList,
    ({ list, handedOut, revoked, version, credential }, { key }) => ({
      kind: "status-list",
      key,
      list,
      handedOut,
      revoked,
      version,
      signed: signedIn(credential),
    }),
  ),
  rowKind({ pk: "STATUS-LIST#", sk: "INDEX#" }, Index, (index, { key }) => ({ kind: "status-index", key, ...index })),
  rowKind({ pk: TRAINER, sk: "TRAINER" }, AnyCount, ({ valid }, { key, pk }) => ({
    kind: "trainer",
    key,
    holder: pk.slice(TRAINER.length),
    valid,
  })),
];

const SignedList = z.object({ credentialSubject: z.object({ encodedList: z.string() }) });

/** What the list says as it was signed, whatever its row says beside. */
function signedIn(credential: string): number[] | undefined {
  try {
    return bitsSetIn(SignedList.parse(JSON.parse(credential)).credentialSubject.encodedList);
  } catch {
    return undefined;
  }
}
