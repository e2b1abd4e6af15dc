import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { localCredentials } from "#local/credentials";

/** A request as it came, before anything is believed of it. */
export interface SignedRequest {
  readonly method: string;
  /** With the path and query as they were sent. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An error as S3 names it. */
export interface S3Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** How far a clock may be off for a signed request, in milliseconds: S3's 15 minutes. */
const SKEW = 15 * 60 * 1000;
const ALGORITHM = "AWS4-HMAC-SHA256";

interface Signature {
  readonly scope: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `20270131T120000Z`. */
  readonly date: string;
  readonly payloadHash: string;
  /** Seconds a presigned request is good for; none: signed by its own headers. */
  readonly expires?: number;
}

/**
 * Says what is wrong with a request's signature (version 4, in its query or its headers), if anything is:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 *
 * @param now epoch milliseconds: whether it is too late is decided by the runtime's clock
 */
export function refuseUnsigned(request: SignedRequest, now: number): S3Refusal | undefined {
  const signed = signatureOf(request);
  if (signed === undefined) return denied("The request is not signed.");
  const unsigned = Object.keys(request.headers).find(
    (name) => name.startsWith("x-amz-") && !signed.signedHeaders.includes(name),
  );
  if (unsigned !== undefined || !signed.signedHeaders.includes("host")) {
    return denied(`There were headers present in the request which were not signed: ${unsigned ?? "host"}`);
  }
  const age = now - signedAt(signed.date);
  if (signed.expires === undefined) {
    if (!(Math.abs(age) <= SKEW)) {
      const message = "The difference between the request time and the current time is too large.";
      return { status: 403, code: "RequestTimeTooSkewed", message };
    }
  } else if (!(age >= -SKEW && age <= signed.expires * 1000)) return denied("Request has expired");
  if (!same(signed.signature, expectedSignature(request, signed))) {
    const message = "The request signature we calculated does not match the signature you provided.";
    return { status: 403, code: "SignatureDoesNotMatch", message };
  }
  if (/^[0-9a-f]{64}$/.test(signed.payloadHash) && signed.payloadHash !== sha256(request.body)) {
    const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    return { status: 400, code: "XAmzContentSHA256Mismatch", message };
  }
  return undefined;
}

function signatureOf({ url, headers }: SignedRequest): Signature | undefined {
  const { searchParams } = url;
  if (searchParams.get("X-Amz-Algorithm") === ALGORITHM) {
    return {
      scope: searchParams.get("X-Amz-Credential") ?? "",
      signedHeaders: searchParams.get("X-Amz-SignedHeaders")?.split(";") ?? [],
      signature: searchParams.get("X-Amz-Signature") ?? "",
      date: searchParams.get("X-Amz-Date") ?? "",
      payloadHash: "UNSIGNED-PAYLOAD",
      expires: Number(searchParams.get("X-Amz-Expires") ?? Number.NaN),
    };
  }
  const authorization = headers.authorization ?? "";
  const [, scope, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(authorization) ?? [];
  if (scope === undefined || names === undefined || signature === undefined) return undefined;
  const date = one(headers["x-amz-date"]);
  const payloadHash = one(headers["x-amz-content-sha256"]);
  return { scope, signedHeaders: names.split(";"), signature, date, payloadHash };
}

function expectedSignature({ method, url, headers }: SignedRequest, signed: Signature): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted();
  const lines = signed.signedHeaders.map((name) => `${name}:${one(headers[name]).trim().replace(/\s+/g, " ")}\n`);
  const canonical = [
    method,
    url.pathname,
    query.join("&"),
    lines.join(""),
    signed.signedHeaders.join(";"),
    signed.payloadHash,
  ].join("\n");
  const [, day = "", region = "", service = "", end = ""] = signed.scope.split("/");
  const toSign = [ALGORITHM, signed.date, [day, region, service, end].join("/"), sha256(canonical)].join("\n");
  const secret = `AWS4${localCredentials.credentials.secretAccessKey}`;
  const key = [day, region, service, end].reduce<Buffer>((last, part) => hmac(last, part), Buffer.from(secret));
  return hmac(key, toSign).toString("hex");
}

function denied(message: string): S3Refusal {
  return { status: 403, code: "AccessDenied", message };
}

/** Epoch milliseconds of `20270131T120000Z`. */
function signedAt(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${hexOf(character)}`);
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase();
}

function one(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(",") : (value ?? "");
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
