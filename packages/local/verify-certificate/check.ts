import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { verifyCredential } from "@digitalbazaar/vc";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import * as z from "zod";
import { contexts } from "#platform/credentials/contexts";

/** What is read of a credential before a library looks at it. */
export const Credential = z.looseObject({
  "@context": z.array(z.unknown()).min(1),
  type: z.union([z.string(), z.array(z.string())]),
  issuer: z.union([z.string(), z.looseObject({ id: z.string() })]),
  validFrom: z.string().optional(),
  validUntil: z.string().optional(),
  credentialStatus: z.unknown().optional(),
});
export type Credential = z.infer<typeof Credential>;

export interface Finding {
  readonly answer: boolean | "unknown";
  /** Why, in a few words. */
  readonly because: string;
}

export type Findings = Readonly<Record<"signature" | "expiry" | "status" | "issuer", Finding>>;

export interface CheckOptions {
  /** Gets a JSON document by its address; throws when it can't. */
  readonly load: (url: string) => Promise<unknown>;
  /** Ids of the issuers that are known. */
  readonly known: readonly string[];
  /** The status list, when it is at hand: it isn't fetched then. */
  readonly statusList?: unknown;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * Checks a credential with Digital Bazaar's libraries: nothing of what the product itself signs and checks with, but for the
 * JSON-LD contexts, which are the W3C's and 1EdTech's.
 */
export async function check(credential: Credential, options: CheckOptions): Promise<Findings> {
  const { known, now } = options;
  const issuer = issuerOf(credential);
  return {
    signature: await signatureOf(credential, options),
    expiry: expiryOf(credential, now),
    status: await statusOf(credential, options),
    issuer: known.includes(issuer)
      ? { answer: true, because: `${issuer} is known` }
      : { answer: false, because: `${issuer} is not among those that are known` },
  };
}

/** Valid: every answer is yes. Not valid: one is no. Else nobody can tell. */
export function verdict(findings: Findings): boolean | "unknown" {
  const answers = Object.values(findings).map(({ answer }) => answer);
  if (answers.includes(false)) return false;
  return answers.includes("unknown") ? "unknown" : true;
}

async function signatureOf(credential: Credential, options: CheckOptions): Promise<Finding> {
  const { documentLoader, unreachable } = loaderOf(options);
  const found = await verifyCredential({
    credential,
    suite: suite(),
    documentLoader,
    // Each question by itself: the others are answered elsewhere.
    checkStatus: async () => ({ verified: true }),
    now: credential.validFrom ?? options.now,
  }).catch((error: unknown) => ({ verified: false, error }));
  if (found.verified) return { answer: true, because: "it is as its issuer signed it" };
  const [lost] = unreachable;
  if (lost) return { answer: "unknown", because: `${lost} could not be read, and it names the issuer's key` };
  return { answer: false, because: `it was changed, or is not signed by its issuer's key (${reasonOf(found.error)})` };
}

function expiryOf({ validFrom, validUntil }: Credential, now: string): Finding {
  if (validFrom && Date.parse(validFrom) > Date.parse(now)) {
    return { answer: false, because: `it is not valid before ${validFrom}` };
  }
  if (!validUntil) return { answer: true, because: "it does not expire" };
  return Date.parse(now) <= Date.parse(validUntil)
    ? { answer: true, because: `it is valid until ${validUntil}` }
    : { answer: false, because: `it expired at ${validUntil}` };
}

async function statusOf(credential: Credential, options: CheckOptions): Promise<Finding> {
  if (!credential.credentialStatus) return { answer: "unknown", because: "it names no status list" };
  const { documentLoader, unreachable } = loaderOf(options);
  const found = await checkStatus({
    credential,
    suite: suite(),
    documentLoader: signedListsOnly(documentLoader, options.now),
    // By the loader, as things are at the time that is asked about.
    verifyBitstringStatusListCredential: false,
    verifyMatchingIssuers: true,
  });
  const bits = (found.results ?? []).map(({ status }) => status);
  if (bits.includes(true)) return { answer: false, because: "it is revoked or replaced" };
  if (found.verified) return { answer: true, because: "it is not revoked" };
  const [lost] = unreachable;
  const because = lost ? `${lost} could not be read` : `the status list can't be trusted (${reasonOf(found.error)})`;
  return { answer: "unknown", because };
}

type Loader = (url: string) => Promise<object>;

/** Gives a status list only if its issuer has signed it. */
function signedListsOnly(documentLoader: Loader, now: string): Loader {
  return async (url) => {
    const loaded = await documentLoader(url);
    const { document } = z.object({ document: z.looseObject({}) }).parse(loaded);
    const checkNothing = async () => ({ verified: true });
    const list = { credential: document, suite: suite(), documentLoader, checkStatus: checkNothing, now };
    const { verified, error } = await verifyCredential(list);
    if (!verified) throw new Error(reasonOf(error));
    return loaded;
  };
}

/** The id of whoever says that they issued it. */
export function issuerOf({ issuer }: Credential): string {
  return typeof issuer === "string" ? issuer : issuer.id;
}

function suite(): object {
  return new DataIntegrityProof({ cryptosuite });
}

const StatusListId = z.looseObject({ id: z.string() });
const Controller = z.looseObject({ verificationMethod: z.array(z.looseObject({ id: z.string() })) });

/** Gives the libraries contexts, keys and lists by address, and remembers what could not be reached. */
function loaderOf({ load, statusList }: CheckOptions) {
  const unreachable: string[] = [];
  const listed = StatusListId.safeParse(statusList).data;

  async function fetched(url: string): Promise<unknown> {
    try {
      return await load(url);
    } catch (error) {
      unreachable.push(url);
      throw error;
    }
  }

  const documentLoader: Loader = async (url) => {
    const context = contexts.get(url);
    if (context) return { documentUrl: url, document: context };
    if (listed?.id === url) return { documentUrl: url, document: listed };
    const [address = url, fragment] = url.split("#");
    const document = await fetched(address);
    if (fragment === undefined) return { documentUrl: url, document };
    const key = Controller.safeParse(document).data?.verificationMethod.find(({ id }) => id === url);
    if (!key) throw new Error(`${address} names no key ${fragment}`);
    return { documentUrl: url, document: { "@context": "https://w3id.org/security/multikey/v1", ...key } };
  };
  return { documentLoader, unreachable };
}

/** The innermost message: the libraries wrap what went wrong several times. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "no reason given";
  const inner = "errors" in error && Array.isArray(error.errors) ? error.errors[0] : undefined;
  return inner instanceof Error ? reasonOf(inner) : error.message.replace(/\.$/, "");
}
