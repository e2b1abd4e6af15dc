import type { World } from "#test/rules";

/** How many there are of each kind of row, fact and sent mail. */
export type Census = ReadonlyMap<string, number>;

/**
 * Counts by what keys begin with; facts by their type, mails by their text. What a caller has asked is counted by the hour, and left
 * out; so is what nights leave that recount and forget, however many pass.
 */
export function census({ rows, inbox }: World): Census {
  const kinds = [
    ...rows
      .filter(({ pk }) => !/^(CALLER|RECONCILIATION|RETENTION)/.test(begins(pk)))
      .map(({ pk, sk, envelope }) =>
        envelope === undefined ? `row ${begins(pk)} ${begins(sk)}` : `fact ${JSON.parse(String(envelope)).type}`,
      )
      .filter((kind) => !kind.startsWith("fact reconciliation.")),
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
