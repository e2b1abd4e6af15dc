import jsonld from "jsonld";
import { contexts } from "./contexts.ts";

export type JsonObject = { readonly [key: string]: unknown };

/**
 * A JSON-LD document as canonical N-Quads (RDFC-1.0). In safe mode: a term that no context explains is an error, since
 * it would be left out of what is signed.
 *
 * @throws for a document that is no JSON-LD, or names a context that is not kept here
 */
export function canonicalise(document: JsonObject): Promise<string> {
  const options = {
    algorithm: "RDFC-1.0",
    format: "application/n-quads",
    safe: true,
    documentLoader: load,
  } as const;
  return jsonld.canonize(structuredClone(document), options);
}

async function load(url: string) {
  const document = contexts.get(url);
  if (!document) throw new Error(`${url} is not among the contexts that are kept`);
  return { documentUrl: url, document };
}
