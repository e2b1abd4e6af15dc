import jsonld from "jsonld";
import type { Contexts } from "./contexts.ts";

export type JsonObject = { readonly [key: string]: unknown };

/**
 * A JSON-LD document as canonical N-Quads (RDFC-1.0). In safe mode: a term that no context explains is an error, since
 * it would be left out of what is signed.
 *
 * @throws for a document that is no JSON-LD, or names a context that is not kept here
 */
export function canonicalise(document: JsonObject, known: Contexts): Promise<string> {
  const options = {
    algorithm: "RDFC-1.0",
    format: "application/n-quads",
    safe: true,
    documentLoader: async (url: string) => {
      const found = known.get(url);
      if (!found) throw new Error(`${url} is not among the contexts that are kept`);
      return { documentUrl: url, document: found };
    },
  } as const;
  return jsonld.canonize(structuredClone(document), options);
}
