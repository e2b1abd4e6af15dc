import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { eventSchemas } from "#platform/events/event-schemas";
import { incompatibilities } from "#platform/events/schema-change";

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

describe("a schema that was published", () => {
  const event = (data: z.ZodObject) => z.toJSONSchema(z.object({ id: z.string(), data }));
  const place = z.object({ placeId: z.string(), status: z.enum(["held", "confirmed"]) });
  const published = event(z.object({ orderNumber: z.string(), places: z.array(place), priceOre: z.int().optional() }));
  const data = (more: z.ZodRawShape) =>
    event(z.object({ orderNumber: z.string(), places: z.array(place), priceOre: z.int().optional(), ...more }));

  test.each([
    ["stay as it is", data({}), []],
    ["get a field that may be left out", data({ locale: z.string().optional() }), []],
    [
      "get one that may be left out, deep inside",
      data({ places: z.array(place.extend({ seat: z.int().optional() })) }),
      [],
    ],
  ])("may %s", (_, after, found) => {
    expect(incompatibilities(published, after)).toEqual(found);
  });

  test.each([
    ["get a field that must be there", data({ locale: z.string() }), ["data must have locale now"]],
    ["lose a field", event(z.object({ orderNumber: z.string(), places: z.array(place) })), ["data.priceOre is gone"]],
    ["ask for what could be left out", data({ priceOre: z.int() }), ["data must have priceOre now"]],
    [
      "leave out what was always there",
      data({ orderNumber: z.string().optional() }),
      ["data need not have orderNumber any more"],
    ],
    ["change a type", data({ orderNumber: z.int() }), expect.arrayContaining(["data.orderNumber has another type"])],
    [
      "know another value",
      data({ places: z.array(place.extend({ status: z.enum(["held", "confirmed", "cancelled"]) })) }),
      ["data.places[].status has another enum"],
    ],
    [
      "change a list's rows",
      data({ places: z.array(z.string()) }),
      expect.arrayContaining(["data.places[] has another type"]),
    ],
  ])("may not %s: that is a new version", (_, after, found) => {
    expect(incompatibilities(published, after)).toEqual(found);
  });
});
