import { part } from "#kernel/transaction-part";
import { getItem, type Table } from "#platform/dynamo/table";
import type { Consents } from "#survey/ports/consents";
import { Consent } from "../domain/consent.ts";
import { consentKey } from "./keys.ts";

export function consents(table: Table): Consents {
  return {
    get: (studyId, participant) => getItem(table, consentKey(studyId, participant), Consent),
    write: (studyId, participant, before, after) => {
      const key = consentKey(studyId, participant);
      return part([
        before
          ? {
              kind: "replace",
              key,
              item: { ...after },
              guards: [{ is: "equal", attribute: "status", value: before.status, otherwise: "reload" }],
            }
          : { kind: "create", key, item: { ...after }, guards: [{ is: "absent", otherwise: "reload" }] },
      ]);
    },
  };
}
