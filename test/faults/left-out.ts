import * as z from "zod";

const Key = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) });
const Put = z.looseObject({ Put: z.looseObject({ TableName: z.string(), Item: Key.loose() }) });
const Update = z.looseObject({ Update: z.looseObject({ Key, ConditionExpression: z.string().optional() }) });

/** Actions of transactions without the rows whose partition begins so: in their place is a row that nobody looks at. */
export function without(partition: string): (action: unknown) => unknown {
  return (action) => {
    const { data } = Put.safeParse(action);
    const pk = data?.Put.Item.pk.S;
    if (!data || !pk?.startsWith(partition)) return action;
    const Item = { pk: { S: `LEFT-OUT#${pk}` }, sk: { S: "LEFT-OUT" } };
    return { Put: { TableName: data.Put.TableName, Item } };
  };
}

/** Actions of transactions without the conditions on the rows with this sort key. */
export function unguarded(sort: string): (action: unknown) => unknown {
  return (action) => {
    const { data } = Update.safeParse(action);
    if (data?.Update.Key.sk.S !== sort) return action;
    const { ConditionExpression: condition = "" } = data.Update;
    // The placeholders must stay in use.
    const ConditionExpression = `(${condition}) OR attribute_exists(pk)`;
    return { ...data, Update: { ...data.Update, ConditionExpression } };
  };
}
