import { createHash } from "node:crypto";
import * as z from "zod";
import type { Holders } from "#certificates/ports/holders";
import { part } from "#kernel/transaction-part";
import { addressHash } from "#platform/dynamo/address-hash";
import { getItems, type Table } from "#platform/dynamo/table";
import { VALID } from "./certified-trainers.ts";
import { trainerKey } from "./keys.ts";

const Counted = z.object({ [VALID]: z.int().min(0) });

export function holders(table: Table): Holders {
  return {
    holderOf: addressHash,
    identityHash: (email, salt) => `sha256$${createHash("sha256").update(`${email}${salt}`).digest("hex")}`,
    async known(asked) {
      const found = await getItems(
        table,
        asked.map((holder) => ({ key: trainerKey(holder), schema: Counted })),
      );
      return new Set(asked.filter((_, index) => found[index] !== undefined));
    },
    gained: (named, known) =>
      part(
        [...Map.groupBy(named, (holder) => holder)].map(([holder, { length }]) => {
          const key = trainerKey(holder);
          return known.has(holder)
            ? { kind: "change", key, add: { [VALID]: length }, guards: [] }
            : { kind: "create", key, item: { [VALID]: length }, guards: [{ is: "absent", otherwise: "reload" }] };
        }),
      ),
    lost: (holder) =>
      part([
        {
          kind: "change",
          key: trainerKey(holder),
          take: [{ attribute: VALID, amount: 1, otherwise: "reload" }],
          guards: [],
        },
      ]),
  };
}
