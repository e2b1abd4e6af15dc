import * as z from "zod";
import type { JsonSchema } from "./shape.ts";

/** Schemas that many routes use, by the name they have in the document. */
export type NamedSchemas = Readonly<Record<string, z.ZodType>>;

/**
 * Makes JSON Schemas in which named schemas are references. One that reads otherwise coming in than going out (a default,
 * say) has a second name for requests, such as `BasketInput`.
 */
export class Components {
  readonly schemas: Record<string, JsonSchema> = {};
  readonly #names = z.registry<{ id: string }>();
  readonly #differing = new Set<string>();

  constructor(named: NamedSchemas) {
    for (const [id, schema] of Object.entries(named)) {
      if (text(toJson(schema, "input")) !== text(toJson(schema, "output"))) this.#differing.add(id);
    }
    for (const [id, schema] of Object.entries(named)) this.#names.add(schema, { id });
  }

  /** What comes in (`input`) or goes out; a refinement that no schema can say is left to the answer 400. */
  schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
    const { $defs = {}, ...rest } = toJson(schema, io, this.#names);
    for (const [id, definition] of Object.entries(z.record(z.string(), Schema).parse($defs))) {
      this.schemas[this.#nameOf(id, io)] = this.#referring(withoutId(definition), io);
    }
    return this.#referring(withoutId(rest), io);
  }

  #nameOf(id: string, io: "input" | "output"): string {
    return io === "input" && this.#differing.has(id) ? `${id}Input` : id;
  }

  #referring(schema: JsonSchema, io: "input" | "output"): JsonSchema {
    const rewritten = text(schema).replace(
      /"#\/\$defs\/([^"]+)"/g,
      (_, id: string) => `"#/components/schemas/${this.#nameOf(id, io)}"`,
    );
    return Schema.parse(JSON.parse(rewritten));
  }
}

const Schema = z.record(z.string(), z.unknown());

function toJson(schema: z.ZodType, io: "input" | "output", metadata?: z.core.$ZodRegistry<{ id: string }>): JsonSchema {
  const made = z.toJSONSchema(schema, { io, unrepresentable: "any", ...(metadata && { metadata }) });
  const { $schema: _dialect, ...rest } = Schema.parse(JSON.parse(text(made)));
  return rest;
}

function withoutId({ id: _id, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
