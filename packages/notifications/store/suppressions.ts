import * as z from "zod";
import { part } from "#kernel/transaction-part";
import type { Suppressions } from "#notifications/ports/suppressions";
import { getItem, type Table } from "#platform/dynamo/table";
import { suppressionKey } from "./keys.ts";

const Suppression = z.object({ why: z.enum(["bounced", "complained"]) });

export function suppressions(table: Table): Suppressions {
  return {
    has: async (address) => (await getItem(table, suppressionKey(address), Suppression)) !== undefined,
    add: (address, why, at) => part([{ kind: "replace", key: suppressionKey(address), item: { why, at }, guards: [] }]),
  };
}
