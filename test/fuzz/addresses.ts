import { newOrderNumber } from "#kernel/order-number";
import { systemRandom } from "#platform/random";
import type { Side } from "./world.ts";

/** A path with its parameters filled in. @throws a sentence when the world has nothing of that name */
export function filled(path: string, ids: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined)
      throw new Error(`${path} names {${name}}, of which the living world has none: let test/fuzz/world.ts make one.`);
    return encodeURIComponent(id);
  });
}

/** What addresses of these paths name, where they ask for nobody's key: the first prefix that fits. */
const NAMED: readonly [prefix: string, ids: (side: Side) => Readonly<Record<string, string>>][] = [
  ["/offerings/{offeringId}/waiting-list", (side) => side.entry.ids],
  ["/offerings", (side) => side.order.ids],
  ["/admin/offerings", (side) => side.order.ids],
  ["/orders", (side) => side.order.ids],
  ["/agreements", (side) => side.agreement.ids],
  ["/workplace-courses", (side) => side.workplaceCourse.ids],
  ["/cohorts", (side) => side.participation.ids],
  ["", (side) => side.others],
];

export function idsNamed(path: string, side: Side): Readonly<Record<string, string>> {
  const [, ids] = NAMED.find(([prefix]) => path.startsWith(prefix)) ?? [];
  return ids?.(side) ?? {};
}

/** Ids of the same shape that nobody has been given. */
export function unknownIds(ids: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ids).map(([name, id]) => {
      if (name === "link") return [name, id.replace(/^.{22}/, "0".repeat(22))];
      if (name === "orderNumber") return [name, newOrderNumber(systemRandom)];
      return [name, id.replace(/^([a-z]{3}_)[0-9a-z]{22}$/, `$1${"0".repeat(22)}`)];
    }),
  );
}
