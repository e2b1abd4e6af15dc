import { expect, test } from "vitest";
import { census, growth, lostOrDoubled } from "../faults/census.ts";

const order = (number: string) => ({ pk: `ORDER#${number}`, sk: "ORDER" });
const fact = (id: string) => ({
  pk: `OUTBOX#${id}`,
  sk: "EVENT",
  envelope: JSON.stringify({ id, type: "ordering.order-confirmed.v1" }),
});
const of = (rows: object[], inbox: string[]) =>
  census({ rows: rows.map((row) => ({ ...row })), inbox, stripe: new Map() });

test("a row, a fact or a mail that is doubled or lost is told of by its kind", () => {
  const one = growth(of([], []), of([order("1"), fact("a")], ["evt_a.order-confirmed.0"]));
  const two = of(
    [order("1"), order("2"), fact("a"), fact("b")],
    ["evt_a.order-confirmed.0", "evt_b.order-confirmed.0"],
  );
  expect(lostOrDoubled(growth(of([], []), two), [one, one])).toEqual([]);
  expect(lostOrDoubled(growth(of([], []), two), [one])).toEqual([
    "row ORDER ORDER: 2 instead of 1",
    "fact ordering.order-confirmed.v1: 2 instead of 1",
    "mail order-confirmed: 2 instead of 1",
  ]);
  expect(lostOrDoubled(growth(two, of([order("1")], [])), [])).toContain("mail order-confirmed: -2 instead of 0");
});

test("what comes by the clock is nobody's", () => {
  const night = [
    { pk: "RECONCILIATION-NIGHT", sk: "NIGHT" },
    { pk: "RETENTION", sk: "ROUND" },
    { pk: "OUTBOX#a", sk: "EVENT", envelope: '{"id":"a","type":"reconciliation.reconciliation-finished.v1"}' },
  ];
  expect(of(night, []).size).toBe(0);
});
