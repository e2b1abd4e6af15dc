import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { eventSchemas } from "#platform/events/event-schemas";

const root = join(import.meta.dirname, "../..");
const schemas = await eventSchemas(root);

test("every committed schema belongs to an event that is still defined", () => {
  const committed = globSync("packages/*/events/*.schema.json", { cwd: root });
  expect(committed.toSorted()).toEqual(schemas.map(({ path }) => path));
  expect(new Set(schemas.map(({ definition }) => definition.type)).size).toBe(schemas.length);
});

describe.each(schemas)("$definition.type", ({ path, text, definition }) => {
  const committed = () => readFileSync(join(root, path), "utf8");

  test("its committed schema is what its definition makes: if not, `npm run schemas`, or a new version", () => {
    expect(committed()).toBe(text);
  });

  test("is named by its context and file, and its version", () => {
    const [, context, file] = path.match(/^packages\/([^/]+)\/events\/(.+)\.schema\.json$/) ?? [];
    expect(definition.type).toMatch(new RegExp(`^${context}\\.${file?.replace(/-v\\d+$/, "")}\\.v\\d+$`));
  });

  test("its examples pass the committed schema, and one without its data does not", () => {
    const envelope = {
      id: "evt_4z8m1kq7w2n9p3r5t6v0xa",
      type: definition.type,
      occurredAt: "2026-11-02T09:00:00.000Z",
      correlationId: "request-1",
    };
    const schema = z.fromJSONSchema(JSON.parse(committed()));
    for (const data of definition.examples) expect(schema.safeParse({ ...envelope, data }).error).toBeUndefined();
    expect(schema.safeParse(envelope).success).toBe(false);
    expect(schema.safeParse({ ...envelope, type: `${definition.type}0`, data: definition.examples[0] }).success).toBe(
      false,
    );
  });

  test("has no field that could name a person", () => {
    const fields =
      JSON.stringify(z.toJSONSchema(definition.data))
        .match(/"([a-zA-Z]+)":\{/g)
        ?.join() ?? "";
    expect(fields).not.toMatch(/name|email|phone|address|participant|allerg|answer/i);
  });
});
