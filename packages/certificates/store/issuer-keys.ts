import * as z from "zod";
import type { IssuerKeys } from "#certificates/ports/issuer-keys";
import { part } from "#kernel/transaction-part";
import { queryItems, type Table } from "#platform/dynamo/table";
import { ISSUER_KEYS, issuerKeyKey } from "./keys.ts";

const IssuerKey = z.object({ multikey: z.string() });

export function issuerKeys(table: Table): IssuerKeys {
  return {
    // A key a year is much: a page holds a century.
    all: async () => (await queryItems(table, ISSUER_KEYS, IssuerKey)).items,
    add: ({ multikey }) =>
      part([
        {
          kind: "create",
          key: issuerKeyKey(multikey),
          item: { multikey },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
  };
}
