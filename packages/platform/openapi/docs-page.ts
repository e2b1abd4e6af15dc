import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { Content, JsonSchema, OpenApiDocument, Operation } from "./shape.ts";

/** The API's description as a page to read: every route by context, what it takes, answers and refuses. */
export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const main = html`<p class="ds-paragraph">${document.info.description}</p>
<p class="ds-paragraph">For programs: <a class="ds-link" href="/openapi.json">the OpenAPI ${document.openapi} document</a>.</p>
<nav aria-label="Contexts"><ul class="ds-list">${document.tags.map(
    ({ name }) => html`<li><a class="ds-link" href="#${name}">${name}</a></li>`,
  )}</ul></nav>
${document.tags.map(({ name }) =>
  section(
    name,
    operations.filter(({ operation }) => operation.tags.includes(name)),
  ),
)}`;
  return layout({ title: "API", locale: "en", main });
}

interface Described {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

function section(name: string, operations: readonly Described[]): Html {
  return html`<section aria-labelledby="${name}">
<h2 class="ds-heading" data-size="md" id="${name}">${name}</h2>
${operations.map(describe)}
</section>
`;
}

function describe({ path, method, operation }: Described): Html {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  return html`<article class="ds-card" id="${operationId}" aria-labelledby="${operationId}-name">
<h3 class="ds-heading" data-size="xs" id="${operationId}-name"><code>${method} ${path}</code></h3>
<p class="ds-paragraph">${summary}. ${whoMayCall(operation)}</p>
${
  parameters.length > 0 &&
  fieldTable(
    `Parameters of ${operationId}`,
    parameters.map((each) => ({ name: `${each.name} (${each.in})`, required: each.required, schema: each.schema })),
  )
}
${requestBody && bodyTable(`Body of ${operationId}`, requestBody.content)}
<table class="ds-table centre-vat">
<caption>Answers of ${operationId}</caption>
<thead><tr><th scope="col">Status</th><th scope="col">When, or which code</th></tr></thead>
<tbody>${Object.entries(responses).map(
    ([status, { description }]) => html`<tr><th scope="row">${status}</th><td>${description}</td></tr>`,
  )}</tbody>
</table>
</article>
`;
}

function whoMayCall({ security, description }: Operation): string {
  if (security.length === 0) return "For everybody.";
  return description ?? "For whoever has the key from the mail, and for administrators.";
}

interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

function bodyTable(caption: string, content: Content): Html[] {
  return Object.entries(content).map(([type, { schema }]) => fieldTable(`${caption} (${type})`, fieldsOf(schema)));
}

function fieldTable(caption: string, fields: readonly Field[]): Html {
  return html`<table class="ds-table centre-vat">
<caption>${caption}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Type</th></tr></thead>
<tbody>${fields.map(
    ({ name, required, schema }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${typeOf(schema)}${!required && ", may be left out"}</td></tr>`,
  )}</tbody>
</table>
`;
}

/** An object's fields, or those of each of its forms. */
function fieldsOf(schema: JsonSchema): Field[] {
  const forms = listOf(schema["oneOf"] ?? schema["anyOf"]);
  if (forms.length > 0) return forms.flatMap(fieldsOf);
  const required = schema["required"];
  return Object.entries(isSchema(schema["properties"]) ? schema["properties"] : {}).map(([name, each]) => ({
    name,
    required: Array.isArray(required) && required.includes(name),
    schema: isSchema(each) ? each : {},
  }));
}

/** The type in words: `list of string`, `"card" or "invoice"`, an object by its fields. */
function typeOf(schema: JsonSchema): string {
  if (schema["const"] !== undefined) return JSON.stringify(schema["const"]);
  if (Array.isArray(schema["enum"])) return schema["enum"].map((value) => JSON.stringify(value)).join(" or ");
  const forms = listOf(schema["oneOf"] ?? schema["anyOf"]);
  if (forms.length > 0) return forms.map(typeOf).join(" or ");
  if (schema["type"] === "array") return `list of ${isSchema(schema["items"]) ? typeOf(schema["items"]) : "anything"}`;
  if (schema["type"] === "object") {
    const fields = fieldsOf(schema).map(({ name, required }) => (required ? name : `${name}?`));
    return fields.length > 0 ? `{ ${fields.join(", ")} }` : "object";
  }
  return typeof schema["type"] === "string" ? schema["type"] : "anything";
}

function listOf(value: unknown): JsonSchema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
