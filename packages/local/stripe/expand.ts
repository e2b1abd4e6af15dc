import type { Account } from "./account.ts";
import { StripeFault } from "./fault.ts";
import { listOf } from "./list.ts";

/**
 * Puts objects in the place of their ids in an answer, along dotted paths such as `payment_intent.latest_charge`; in a
 * list, `data.payment_intent`. Also adds a session's `line_items`. An id that is null stays so.
 * @throws StripeFault 400 for what is not a reference
 */
export function expandReferences(account: Account, answer: object, paths: readonly string[]): void {
  for (const path of paths) {
    const reached = expandOne(account, answer, path.split("."));
    if (!reached) throw new StripeFault(400, `This property cannot be expanded (${path}).`, { param: "expand" });
  }
}

/** False when the path leads to nothing that can be expanded. */
function expandOne(account: Account, holder: object, [name = "", ...rest]: string[]): boolean {
  const found: unknown = Object.entries(holder).find(([key]) => key === name)?.[1];
  if (found === null) return true;
  if (Array.isArray(found)) return found.every((element) => expandOne(account, element, rest));
  const object = typeof found === "string" ? referred(account, found) : added(account, holder, name);
  if (object === undefined) return false;
  const copy = structuredClone(object);
  Object.assign(holder, { [name]: copy });
  return rest.length === 0 || expandOne(account, copy, rest);
}

function referred({ paymentIntents, charges, refunds }: Account, id: string): object | undefined {
  return paymentIntents.get(id) ?? charges.get(id) ?? refunds.get(id);
}

function added(account: Account, holder: object, name: string): object | undefined {
  if (name !== "line_items" || !("id" in holder) || typeof holder.id !== "string") return undefined;
  const lines = account.lineItems.get(holder.id);
  return lines && listOf(`/v1/checkout/sessions/${holder.id}/line_items`, { limit: 10 }, lines);
}
