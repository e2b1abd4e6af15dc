import * as z from "zod";
import type { World } from "#test/rules";

const Fact = z.object({ id: z.string(), type: z.string() });
const isLeftOut = /^(CALLER|RECONCILIATION|RETENTION)/;

const FOUND_ON_A_PAGE = "row PERSONAL-DATA FOUND";

/** How many there are of each kind of row, fact and sent mail. */
export type Census = ReadonlyMap<string, number>;

/**
 * Counts by what keys begin with; facts by their type, mails by their text. What a caller has asked is counted by the hour, and left
 * out; so is what nights leave that recount and forget, however many pass, and the pages of a walk through a table that grows.
 */
export function census({ rows, inbox }: World): Census {
  const facts = rows.flatMap(({ envelope }) =>
    envelope === undefined ? [] : [Fact.parse(JSON.parse(String(envelope)))],
  );
  const pages = new Set(facts.filter(({ type }) => type.includes(".personal-data-walk-")).map(({ id }) => id));
  const kinds = [
    ...rows
      .filter(({ pk, envelope }) => envelope === undefined && !isLeftOut.test(begins(pk)))
      .filter(({ pk }) => !pages.has(String(pk).split("#")[2] ?? ""))
      .map(({ pk, sk }) => `row ${begins(pk)} ${begins(sk)}`)
      .filter((kind) => kind !== FOUND_ON_A_PAGE),
    ...facts
      .filter(({ id, type }) => !type.startsWith("reconciliation.") && !pages.has(id))
      .map(({ type }) => `fact ${type}`),
    ...inbox.map((mailId) => `mail ${mailId.split(".")[1]}`),
  ];
  return new Map([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
}

/** By how much each kind has grown. */
export function growth(before: Census, after: Census): Census {
  const kinds = new Set([...before.keys(), ...after.keys()]);
  return new Map([...kinds].map((kind) => [kind, (after.get(kind) ?? 0) - (before.get(kind) ?? 0)]));
}

/** What was lost or doubled: where the world has not grown by what all the attempts would have made, had nothing broken. */
export function lostOrDoubled(grown: Census, unbroken: readonly Census[]): string[] {
  const kinds = new Set([grown, ...unbroken].flatMap((each) => [...each.keys()]));
  return [...kinds].flatMap((kind) => {
    const expected = unbroken.reduce((sum, each) => sum + (each.get(kind) ?? 0), 0);
    const found = grown.get(kind) ?? 0;
    return found === expected ? [] : [`${kind}: ${found} instead of ${expected}`];
  });
}

function begins(key: unknown): string {
  return String(key).split("#")[0] ?? "";
}
