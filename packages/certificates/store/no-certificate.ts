import type { NoCertificate } from "#certificates/ports/no-certificate";
import { refusal } from "#kernel/domain-error";
import { part } from "#kernel/transaction-part";
import { getItem, type Table } from "#platform/dynamo/table";
import { Held } from "../domain/certificate.ts";
import { heldKey } from "./keys.ts";

export function noCertificate(table: Table): NoCertificate {
  return {
    async check(participation) {
      const key = heldKey(participation);
      const held = await getItem(table, key, Held);
      const otherwise = () => refusal("certificate-stands", {});
      // Given one before, which counts no more; or never given one.
      const guard = held
        ? { is: "equal" as const, attribute: "valid", value: false, otherwise }
        : { is: "absent" as const, otherwise };
      return part([{ kind: "check", key, guards: [guard] }]);
    },
  };
}
