import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { contexts } from "../../infra/contexts.ts";

const definition = z.object({ type: z.string() });

/** The types of the events in a context's table: the rows `on(<event>, …)` of its functions. */
async function typesConsumedBy(context: string): Promise<readonly string[]> {
  const types: string[] = [];
  for (const file of globSync(`functions/${context}/*.ts`)) {
    const source = readFileSync(file, "utf8");
    for (const [, name = ""] of source.matchAll(/\bon\((\w+),/g)) {
      const path = new RegExp(`import \\{ ${name} \\} from "#([\\w/-]+)"`).exec(source)?.[1];
      const events: Readonly<Record<string, unknown>> = await import(resolve(`packages/${path}.ts`));
      types.push(definition.parse(events[name]).type);
    }
  }
  return types;
}

/** The detail types of the AWS events in a context's table: the rows `onService("<detail type>", …)`. */
function serviceEventsConsumedBy(context: string): readonly string[] {
  const sources = globSync(`{functions,packages}/${context}/**/*.ts`).map((file) => readFileSync(file, "utf8"));
  return sources.flatMap((source) => [...source.matchAll(/\bonService\("([^"]+)"/g)].map(([, type = ""]) => type));
}

describe.each(contexts.filter(({ consumer }) => consumer !== undefined))("$name", ({ name, consumer }) => {
  test("gets exactly the events its consumer has a use for: more would fail there, and less never arrive", async () => {
    expect(consumer?.consumedEvents.toSorted()).toEqual((await typesConsumedBy(name)).toSorted());
    expect((consumer?.serviceEvents ?? []).toSorted()).toEqual(serviceEventsConsumedBy(name).toSorted());
  });
});

const described = globSync("packages/*/README.md").filter(
  (path) => globSync(path.replace(/README.md$/, "events")).length > 0 && !path.includes("/platform/"),
);

test.each(described)("%s names every event of its context, out and in", (path) => {
  const context = path.split("/")[1];
  const own = globSync(`packages/${context}/events/*.ts`).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/defineEvent\(\s*"([^"]+)"/g)].map(([, type = ""]) => type),
  );
  const consumed = contexts.find(({ name }) => name === context)?.consumer?.consumedEvents ?? [];
  expect(own.length).toBeGreaterThan(0);
  const stems = [...own, ...consumed].map((type) => type.split(".")[1] ?? type);
  const readme = readFileSync(path, "utf8");
  expect(stems.filter((stem) => !readme.includes(stem))).toEqual([]);
});
