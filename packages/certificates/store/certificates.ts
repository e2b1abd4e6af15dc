import type { Certificates } from "#certificates/ports/certificates";
import type { OfferingId } from "#kernel/ids";
import { type Guard, part, type Write } from "#kernel/transaction-part";
import { getItem, queryItems, queryList, type Table } from "#platform/dynamo/table";
import { Certificate, Held, type ValidCertificate } from "../domain/certificate.ts";
import { certificateIssued } from "../events/certificate-issued.ts";
import { certificateRevoked } from "../events/certificate-revoked.ts";
import { certificateKey, HELD, heldKey, heldPartition } from "./keys.ts";

const listOf = (cohortId: OfferingId) => `certificates#${cohortId}`;

export function certificates(table: Table): Certificates {
  return {
    get: (certificateId) => getItem(table, certificateKey(certificateId), Certificate),
    async heldIn(cohortId) {
      const found: Held[] = [];
      let cursor: string | undefined;
      do {
        const partition = { pk: heldPartition(cohortId), prefix: HELD };
        const page = await queryItems(table, partition, Held, { limit: 400, cursor });
        found.push(...page.items);
        cursor = page.cursor;
      } while (cursor);
      return new Map(found.map((held) => [held.placeId, held]));
    },
    list: (cohortId, page) => queryList(table, { partition: listOf(cohortId) }, Certificate, page),
    issue: (certificate, before) =>
      part([created(certificate), before ? moved(before, certificate) : firstHeld(certificate)], [issued(certificate)]),
    end(before, after, next) {
      const held = heldOf(before);
      const row: Write = {
        kind: "replace",
        key: certificateKey(before.certificateId),
        item: rowOf(after),
        guards: [unchanged(before)],
      };
      if (next) return part([row, created(next), moved(held, next)], [issued(next)]);
      const { certificateId, cohortId, placeId } = before;
      return part([row, noLonger(held)], [certificateRevoked.of({ certificateId, cohortId, placeId })]);
    },
  };
}

function rowOf(certificate: Certificate) {
  const { cohortId, certificateId, snapshot } = certificate;
  return {
    ...certificate,
    listPartition: listOf(cohortId),
    listSort: `${snapshot.issuedAt}#${certificateId}`,
  };
}

function created(certificate: ValidCertificate): Write {
  return {
    kind: "create",
    key: certificateKey(certificate.certificateId),
    item: rowOf(certificate),
    guards: [{ is: "absent", otherwise: "reload" }],
  };
}

function heldOf({ cohortId, placeId, certificateId }: ValidCertificate): Held {
  return { cohortId, placeId, certificateId, valid: true };
}

function firstHeld(certificate: ValidCertificate): Write {
  return {
    kind: "create",
    key: heldKey(certificate),
    item: heldOf(certificate),
    guards: [{ is: "absent", otherwise: "reload" }],
  };
}

function moved(before: Held, { certificateId }: ValidCertificate): Write {
  return { kind: "change", key: heldKey(before), set: { certificateId, valid: true }, guards: asRead(before) };
}

function noLonger(before: Held): Write {
  return { kind: "change", key: heldKey(before), set: { valid: false }, guards: asRead(before) };
}

function asRead({ certificateId, valid }: Held): Guard[] {
  return [
    { is: "equal", attribute: "certificateId", value: certificateId, otherwise: "reload" },
    { is: "equal", attribute: "valid", value: valid, otherwise: "reload" },
  ];
}

function unchanged({ version }: Certificate): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}

function issued({ certificateId, cohortId, placeId, replaces }: ValidCertificate) {
  return certificateIssued.of({ certificateId, cohortId, placeId, ...(replaces && { replaces }) });
}
