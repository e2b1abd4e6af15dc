import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { contexts } from "../../infra/contexts.ts";
import { realApp } from "../support/infra/real-app.ts";
import { resourcesOf } from "../support/infra/resources.ts";

const assembly = realApp("dev").synth();
const environment = z.object({ Variables: z.record(z.string(), z.unknown()) });

const functions = resourcesOf(assembly, "AWS::Lambda::Function").map(({ Properties, Metadata }) => ({
  entry: z.string().parse(Metadata["smart:entry"]),
  variables: Object.keys(environment.parse(Properties["Environment"]).Variables),
}));

/** Set for every function, and read by Powertools, Node or our own logging rather than by the entry. */
const common = [
  "STAGE",
  "POWERTOOLS_SERVICE_NAME",
  "POWERTOOLS_METRICS_NAMESPACE",
  "POWERTOOLS_LOG_LEVEL",
  "NODE_OPTIONS",
];

test("every entry file is a function, and every function has its entry file", () => {
  const files = globSync(["functions/*/{api,consumer,sweep}.ts", "functions/platform/publisher.ts"]);
  expect(functions.map(({ entry }) => entry).toSorted(), "rows of infra/contexts.ts").toEqual(files.toSorted());
});

describe.each(functions)("$entry", ({ entry, variables }) => {
  test("gets the environment it reads, and nothing besides", () => {
    const source = readFileSync(entry, "utf8");
    const [, shape = ""] = /\benvironment\(\s*\{(.*?)\},\s*process\.env/s.exec(source) ?? [];
    const rows = [...shape.matchAll(/\b([A-Z][A-Z_]+): ([^\n]*?)(?=, [A-Z]|,?\s*(\n|$))/g)];
    const required = rows.filter(([, , schema = ""]) => !schema.endsWith(".optional()")).map(([, name]) => name);
    expect(required.length > 0).toBe(source.includes("process.env"));
    expect(variables.filter((name) => !common.includes(name)).toSorted()).toEqual(required.toSorted());
  });

  test("exports the handler", () => {
    expect(readFileSync(entry, "utf8")).toMatch(/^export const handler = /m);
  });
});

test("the gateway has exactly the routes of the contexts' tables", () => {
  const gateway = resourcesOf(assembly, "AWS::ApiGatewayV2::Route").map(({ Properties }) => Properties["RouteKey"]);
  const tables = contexts.flatMap(({ api }) => [
    ...(api?.routes ?? []).map(({ method, path }) => `${method} ${path}`),
    ...(api?.catchesAll ? ["$default"] : []),
  ]);
  expect(gateway.toSorted()).toEqual(tables.toSorted());
  expect(new Set(gateway).size, "a route belongs to one context").toBe(gateway.length);
});
