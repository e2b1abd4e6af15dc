import * as z from "zod";

/** One item's identity: table name and primary key, as one comparable string. */
export type ItemKey = string;

/** How a request takes part in conflicts, and the items it touches in the request's own order. */
export interface Touch {
  kind: "transact-write" | "transact-get" | "write";
  keys: ItemKey[];
}

/** Names of a table's key attributes, partition key first. */
export type KeySchema = (tableName: string) => Promise<readonly string[]>;

const attributes = z.record(z.string(), z.unknown());
const onKey = z.object({ TableName: z.string(), Key: attributes });
const onItem = z.object({ TableName: z.string(), Item: attributes });
const transactWrite = z.object({
  TransactItems: z.array(
    z.union([
      z.object({ Put: onItem }).transform((action) => action.Put),
      z.object({ Update: onKey }).transform((action) => action.Update),
      z.object({ Delete: onKey }).transform((action) => action.Delete),
      z.object({ ConditionCheck: onKey }).transform((action) => action.ConditionCheck),
    ]),
  ),
});
const transactGet = z.object({ TransactItems: z.array(z.object({ Get: onKey })) });

/**
 * The items a DynamoDB request may conflict on; undefined for operations that never report a conflict, and for malformed
 * requests, which the engine refuses.
 */
export async function touchedItems(operation: string, body: unknown, keySchema: KeySchema): Promise<Touch | undefined> {
  switch (operation) {
    case "TransactWriteItems": {
      const request = transactWrite.safeParse(body);
      if (!request.success) return undefined;
      return { kind: "transact-write", keys: await itemKeys(request.data.TransactItems, keySchema) };
    }
    case "TransactGetItems": {
      const request = transactGet.safeParse(body);
      if (!request.success) return undefined;
      return {
        kind: "transact-get",
        keys: await itemKeys(
          request.data.TransactItems.map((action) => action.Get),
          keySchema,
        ),
      };
    }
    case "PutItem":
    case "UpdateItem":
    case "DeleteItem": {
      const request = (operation === "PutItem" ? onItem : onKey).safeParse(body);
      if (!request.success) return undefined;
      return { kind: "write", keys: await itemKeys([request.data], keySchema) };
    }
    default:
      return undefined;
  }
}

function itemKeys(
  targets: readonly (z.infer<typeof onItem> | z.infer<typeof onKey>)[],
  keySchema: KeySchema,
): Promise<ItemKey[]> {
  return Promise.all(
    targets.map(async (target) => {
      const holder = "Key" in target ? target.Key : target.Item;
      const names = await keySchema(target.TableName);
      return JSON.stringify([target.TableName, ...names.map((name) => holder[name])]);
    }),
  );
}
