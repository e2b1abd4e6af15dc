import { epochSeconds, type Instant, plusSeconds } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { AccessKey } from "#kernel/id";
import type { MailCodeId } from "#kernel/ids";
import { part } from "#kernel/transaction-part";
import type { MailCodes } from "#people/ports/mail-codes";
import type { MailProofParts } from "#people/ports/mail-proofs";
import { addressHash } from "#platform/dynamo/address-hash";
import { getItem, type Table } from "#platform/dynamo/table";
import { AddressCodes, MailCode } from "../domain/mail-code.ts";

const DAY_SECONDS = 86_400;

const codeKey = (codeId: MailCodeId) => ({ pk: `MAIL-CODE#${codeId}`, sk: "MAIL-CODE" });
const proofKey = (proof: AccessKey) => ({ pk: `MAIL-PROOF#${proof}`, sk: "MAIL-PROOF" });
const addressKey = (email: string) => ({
  pk: `MAIL-ADDRESS#${addressHash(email)}`,
  sk: "MAIL-CODES",
});

export function mailCodes(table: Table): MailCodes {
  return {
    load: (codeId) => getItem(table, codeKey(codeId), MailCode),
    address: (email) => getItem(table, addressKey(email), AddressCodes),
    writeAddress: (email, before, after) =>
      part([
        {
          kind: before ? "replace" : "create",
          key: addressKey(email),
          item: { ...after, ...kept(after.requestedAt.at(-1)) },
          guards: [
            before
              ? { is: "equal", attribute: "version", value: before.version, otherwise: "reload" }
              : { is: "absent", otherwise: "reload" },
          ],
        },
      ]),
    createCode: (code) =>
      part([
        {
          kind: "create",
          key: codeKey(code.codeId),
          item: { ...code, ...kept(code.validUntil) },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    createProof: (proof) =>
      part([
        {
          kind: "create",
          key: proofKey(proof.proof),
          item: { ...proof, ...kept(proof.validUntil) },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
  };
}

export function mailProofParts(): MailProofParts {
  const otherwise = () => refusal("mail-proof-missing", {});
  return {
    check: (proof, email, now) =>
      part([
        {
          kind: "check",
          key: proofKey(proof),
          guards: [
            { is: "equal", attribute: "email", value: email, otherwise },
            { is: "after", attribute: "validUntil", value: now, otherwise },
          ],
        },
      ]),
  };
}

/** A day after it was of use for the last time, the row goes away. */
function kept(lastUse: Instant | undefined) {
  return lastUse && { expiresAt: epochSeconds(plusSeconds(lastUse, DAY_SECONDS)) };
}
