import type { ServiceInputTypes, TransactWriteItem } from "@aws-sdk/client-dynamodb";

/** What a request writes in one transaction; nothing for other requests. */
export function actionsOf(input: ServiceInputTypes): readonly TransactWriteItem[] {
  if (!("TransactItems" in input)) return [];
  return (input.TransactItems ?? []).filter((action): action is TransactWriteItem => !("Get" in action));
}

/** The item that an action writes or checks: `<pk> <sk>`. */
export function itemOf({ Put, Update, Delete, ConditionCheck }: TransactWriteItem): string {
  const key = Put?.Item ?? (Update ?? Delete ?? ConditionCheck)?.Key;
  return `${key?.["pk"]?.S} ${key?.["sk"]?.S}`;
}
