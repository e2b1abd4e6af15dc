import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { journeys } from "#local/demo/journeys";
import { openJourney } from "#test/journey";
import type { Row } from "#test/rows";
import { brokenRules, type World } from "#test/rules";

let world: World;
let stop: () => Promise<void>;
beforeAll(async () => {
  const run = await openJourney();
  stop = run.stop;
  await journeys.cancelled.walk(run.walk());
  world = await run.world();
}, 120_000);
afterAll(() => stop());

/** The world with the first row of a kind as `change` makes it; without it, when that is nothing. */
function withRow(kind: (row: Row) => boolean, change: (row: Row) => Row | undefined): World {
  const index = world.rows.findIndex(kind);
  const row = world.rows[index];
  if (!row) throw new Error("The journey leaves no such row.");
  const changed = change(row);
  return {
    ...world,
    rows: [...world.rows.slice(0, index), ...(changed ? [changed] : []), ...world.rows.slice(index + 1)],
  };
}

const sortedBy = (start: string) => (row: Row) => String(row["sk"]).startsWith(start);
const more = (name: string) => (row: Row) => ({ ...row, [name]: Number(row[name]) + 1 });
const [capacity, order, stock] = [sortedBy("CAPACITY"), sortedBy("ORDER"), sortedBy("STOCK")];
const confirmedPlace = (row: Row) => sortedBy("PLACE#")(row) && row["status"] === "confirmed";
const confirmation = (row: Row) => /^MAIL#.*order-confirmed/.test(String(row["pk"]));

const lies: Readonly<Record<string, { told: () => World; says: RegExp }>> = {
  "a counter of free places": { told: () => withRow(capacity, more("free")), says: /counts \d+ free/ },
  "a counter of open places": { told: () => withRow(capacity, more("open")), says: /counts \d+ open/ },
  "a place that is gone": { told: () => withRow(confirmedPlace, () => undefined), says: /and its rows/ },
  "a place that was lost": {
    told: () => withRow(confirmedPlace, (row) => ({ ...row, status: "cancelled" })),
    says: /is confirmed, and its place \S+ cancelled/,
  },
  "a total": { told: () => withRow(order, more("total")), says: /totals \d+, and its lines/ },
  "what is paid": { told: () => withRow(order, more("paid")), says: /and Stripe has/ },
  "a shelf": { told: () => withRow(stock, more("onHand")), says: /lie there/ },
  "pieces nobody ordered": { told: () => withRow(stock, more("available")), says: /reserved, and orders for/ },
  "a mail that is not there": { told: () => withRow(confirmation, () => undefined), says: /has no mail/ },
  "a mail that was sent twice": {
    told: () => ({ ...world, inbox: [...world.inbox, ...world.inbox.slice(0, 1)] }),
    says: /was sent 2 times/,
  },
};

describe("the rules that every journey is held to", () => {
  test("hold after one", () => {
    expect(brokenRules(world)).toEqual([]);
  });

  test.each(Object.entries(lies))("notice a lie about %s", (_what, { told, says }) => {
    expect(brokenRules(told()).join("\n")).toMatch(says);
  });
});
