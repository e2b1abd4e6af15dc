import { expect, test } from "vitest";
import { routeTables } from "../../functions/route-tables.ts";
import { NEVER_DONE, occasions } from "./occasions.ts";
import { recipes } from "./recipes.ts";
import { wrongInTable } from "./report.ts";

const routes = new Set(
  Object.values(routeTables)
    .flat()
    .map(({ name }) => name),
);

test.each([
  ["occasions", occasions],
  ["recipes", recipes],
  ["what is never done", NEVER_DONE],
])("%s are of operations that there are", (_what, table) => {
  expect(Object.keys(table).filter((name) => !routes.has(name))).toEqual([]);
});

test("an operation that is never done is told, and one that is done can't stand as never done", () => {
  const world = (statuses: [string, number][]) => ({
    requests: statuses.length,
    statuses: new Map(statuses.map(([route, status]) => [route, new Map([[status, 1]])])),
    findings: [],
    codes: new Set<string>(),
    notMade: [],
  });
  const refused = [world([["get-order", 404]])];
  const done = [...refused, world([["get-order", 200]])];
  const table = { "get-order": "a reason" };
  expect(wrongInTable(refused, {}).join()).toContain("get-order was never done");
  expect(wrongInTable(refused, table)).toEqual([]);
  expect(wrongInTable(done, {})).toEqual([]);
  expect(wrongInTable(done, table).join()).toContain("get-order stands in NEVER_DONE");
});
