import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";

/** What a module in an `events` folder exports for each event: see `defineEvent`. */
const Definition = z.object({
  type: z.string().regex(/^[a-z]+\.[a-z-]+\.v\d+$/),
  data: z.instanceof(z.ZodObject),
  envelope: z.instanceof(z.ZodObject),
  examples: z.array(z.record(z.string(), z.unknown())).min(1),
});
type Definition = z.infer<typeof Definition>;

/** An event's committed schema: where it belongs, from the repository's root, and its text. */
export interface EventSchema {
  readonly path: string;
  readonly text: string;
  readonly definition: Definition;
}

/**
 * The JSON Schema (2020-12) of every event's envelope, with its example payloads, as the definitions of today make it.
 *
 * @param root the repository's root
 * @throws when a file in an `events` folder doesn't define exactly one event, or an example isn't one of its event
 */
export async function eventSchemas(root: string): Promise<EventSchema[]> {
  const files = globSync("packages/*/events/*.ts", { cwd: root }).filter(
    (file) => !file.startsWith("packages/platform/"),
  );
  return Promise.all(
    files.sort().map(async (file) => {
      const module: unknown = await import(pathToFileURL(join(root, file)).href);
      const definitions = Object.values(z.record(z.string(), z.unknown()).parse(module)).flatMap((exported) => {
        const parsed = Definition.safeParse(exported);
        return parsed.success ? [parsed.data] : [];
      });
      const [definition] = definitions;
      if (!definition || definitions.length > 1)
        throw new Error(`${file} defines ${definitions.length} events, not one.`);
      return { path: file.replace(/\.ts$/, ".schema.json"), text: schemaText(file, definition), definition };
    }),
  );
}

function schemaText(file: string, { type, data, envelope, examples }: Definition): string {
  const made = z
    .looseObject({ properties: z.looseObject({ data: z.looseObject({}) }) })
    .parse(z.toJSONSchema(envelope));
  const { properties } = made;
  const schema = { ...made, title: type, properties: { ...properties, data: { ...properties.data, examples } } };
  for (const example of examples) {
    const { error } = data.safeParse(example);
    if (error) throw new Error(`An example in ${file} is none: ${z.prettifyError(error)}`);
  }
  return `${JSON.stringify(schema, null, 2)}\n`;
}
