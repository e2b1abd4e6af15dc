import * as z from "zod";
import type { PersonId } from "#kernel/caller";
import type { Instant } from "#kernel/clock";
import { TextLine } from "#kernel/contact";
import { invariant, refusal } from "#kernel/domain-error";
import { CertificateId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { ValidCertificate } from "../domain/certificate.ts";
import type { HashedIdentity } from "../domain/credential.ts";
import { replaced, requireValid, revoked } from "../domain/end.ts";
import { type IssuingPorts, keyListed, listWithout, makeOut } from "./issuing.ts";

const Reason = z.string().trim().min(3).max(1000);

export const RevokeCommand = z.strictObject({
  /** Kept with us, for administrators only. */
  reason: Reason,
});
type RevokeCommand = z.infer<typeof RevokeCommand>;

export const ReplaceCommand = z.strictObject({
  /** The name as it should have been. */
  name: TextLine,
  reason: Reason,
});
type ReplaceCommand = z.infer<typeof ReplaceCommand>;

export const CertificateEnded = z.object({
  certificateId: CertificateId,
  status: z.enum(["revoked", "replaced"]),
  /** The one that is valid instead. */
  replacedBy: CertificateId.optional(),
});
type CertificateEnded = z.infer<typeof CertificateEnded>;

export interface EndCertificatePorts extends IssuingPorts {
  readonly unitOfWork: UnitOfWork;
}

export type RevokeCertificate = (
  origin: Origin,
  certificateId: CertificateId,
  command: RevokeCommand,
  by: PersonId,
) => Promise<CertificateEnded>;

/**
 * Revokes a certificate for good: its row, the status list with its signature, and the count of certified trainers.
 *
 * @throws DomainError `not-found`, `certificate-is-final`
 */
export function revokeCertificateUseCase(ports: EndCertificatePorts): RevokeCertificate {
  const { unitOfWork, certificates, holders } = ports;
  return (origin, certificateId, { reason }, by) =>
    unitOfWork.run(origin, CertificateEnded, async () => {
      const certificate = await loadValid(ports, certificateId);
      const now = unitOfWork.clock();
      return {
        parts: [
          certificates.end(certificate, revoked(certificate, { at: now, by, reason })),
          await bitSet(ports, certificate, now),
          // The list may be the first that another key signs.
          await keyListed(ports),
          holders.lost(certificate.holder),
        ],
        answer: { certificateId, status: "revoked" as const },
      };
    });
}

export type ReplaceCertificate = (
  origin: Origin,
  certificateId: CertificateId,
  command: ReplaceCommand,
  by: PersonId,
) => Promise<CertificateEnded>;

/**
 * Issues a certificate anew with another name: the grounds are those that were certified, and the old one says
 * "replaced" for good. Its holder is still a certified trainer, so that count stays.
 *
 * @throws DomainError `not-found`, `certificate-is-final`
 */
export function replaceCertificateUseCase(ports: EndCertificatePorts): ReplaceCertificate {
  const { unitOfWork, certificates } = ports;
  return (origin, certificateId, { name, reason }, by) =>
    unitOfWork.run(origin, CertificateEnded, async () => {
      const before = await loadValid(ports, certificateId);
      const now = unitOfWork.clock();
      const { cohortId, placeId, holder } = before;
      const snapshot = { ...before.snapshot, name, issuedAt: now };
      const identity = identityIn(before);
      const made = await makeOut(
        ports,
        [{ cohortId, placeId, holder, snapshot, identity, replaces: certificateId }],
        by,
        now,
      );
      const [next] = made.certificates;
      invariant(next !== undefined, "one is made out for one");
      const replacedBy = next.certificateId;
      return {
        parts: [
          certificates.end(before, replaced(before, replacedBy, { at: now, by, reason }), next),
          await bitSet(ports, before, now),
          ...made.parts,
        ],
        answer: { certificateId, status: "replaced" as const, replacedBy },
      };
    });
}

async function loadValid({ certificates }: IssuingPorts, certificateId: CertificateId): Promise<ValidCertificate> {
  const certificate = await certificates.get(certificateId);
  if (!certificate) throw refusal("not-found", {});
  return requireValid(certificate);
}

/** The certificate's bit in its list, and the list signed with it. */
async function bitSet(ports: IssuingPorts, { statusEntry: { list, index } }: ValidCertificate, now: Instant) {
  const before = await ports.statusLists.get(list);
  invariant(before !== undefined, "a list with indexes handed out is there");
  return ports.statusLists.revoke(before, await listWithout(ports, before, [...before.revoked, index], now));
}

const WithIdentity = z.object({
  credentialSubject: z.object({
    identifier: z.tuple([z.object({ identityHash: z.string(), salt: z.string() })], z.unknown()),
  }),
});

/** The holder is the same: the address may long be gone, so it is known by the hash that was signed before. */
function identityIn({ credential }: ValidCertificate): HashedIdentity {
  return WithIdentity.parse(JSON.parse(credential)).credentialSubject.identifier[0];
}
