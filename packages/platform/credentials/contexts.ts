import credentialsV2 from "./contexts/credentials-v2.json" with { type: "json" };
import openBadges from "./contexts/open-badges-3.0.3.json" with { type: "json" };

export const CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2";

/** JSON-LD contexts by their address: nothing is fetched when something is signed or checked. */
export type Contexts = ReadonlyMap<string, object>;

/** The contexts we keep. */
export const contexts: Contexts = new Map<string, object>([
  [CREDENTIALS_V2, credentialsV2],
  ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", openBadges],
]);
