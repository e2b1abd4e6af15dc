import { createHash } from "node:crypto";
import type { Answer } from "#local/local-answer";
import { refuseUnsigned, type S3Refusal, type SignedRequest } from "#local/s3/signature";

/** An object that was put. */
export interface PutObject {
  readonly bucketName: string;
  readonly key: string;
  readonly body: Buffer;
  /** In quotes, as in the answer's header. */
  readonly eTag: string;
}

interface Kept extends PutObject {
  readonly contentType: string;
  /** Epoch ms. */
  readonly putAt: number;
}

export interface LocalS3 {
  answer(request: SignedRequest): Answer;
  /** Empties every bucket. */
  reset(): void;
}

/**
 * S3, path style: put, get, head and delete of objects in memory. Every request must be signed, presigned ones too, and
 * what a signature covers can't be changed by whoever makes the request: length, type, checksum.
 *
 * @param basePath what comes before `/<bucket>/<key>`
 */
export function localS3(
  { bucketNames, basePath }: { bucketNames: ReadonlySet<string>; basePath: string },
  runtime: { now: () => number; onPut: (object: PutObject) => void },
): LocalS3 {
  const objects = new Map<string, Kept>();

  function put(request: SignedRequest, bucketName: string, key: string, path: string): Answer {
    const checksum = request.headers["x-amz-checksum-sha256"];
    if (checksum !== undefined && checksum !== createHash("sha256").update(request.body).digest("base64")) {
      const message = "The SHA256 you specified did not match the calculated checksum.";
      return refused({ status: 400, code: "BadDigest", message });
    }
    const { body } = request;
    const eTag = `"${createHash("md5").update(body).digest("hex")}"`;
    const contentType = request.headers["content-type"] ?? "binary/octet-stream";
    objects.set(path, { bucketName, key, body, eTag, contentType, putAt: runtime.now() });
    runtime.onPut({ bucketName, key, body, eTag });
    return { status: 200, headers: { etag: eTag }, body: "" };
  }

  function get({ url, method }: SignedRequest, object: Kept): Answer {
    const disposition = url.searchParams.get("response-content-disposition");
    const headers = {
      "content-type": object.contentType,
      "content-length": `${object.body.length}`,
      "last-modified": new Date(object.putAt).toUTCString(),
      etag: object.eTag,
      ...(disposition !== null && { "content-disposition": disposition }),
    };
    return { status: 200, headers, body: method === "HEAD" ? "" : object.body };
  }

  return {
    answer(request) {
      const refusal = refuseUnsigned(request, runtime.now());
      if (refusal !== undefined) return refused(refusal);
      const path = decodeURIComponent(request.url.pathname.slice(basePath.length + 1));
      const slash = path.indexOf("/");
      const bucketName = path.slice(0, slash);
      const key = path.slice(slash + 1);
      if (!bucketNames.has(bucketName)) {
        return refused({ status: 404, code: "NoSuchBucket", message: "The specified bucket does not exist" });
      }
      const object = objects.get(path);
      switch (request.method) {
        case "PUT":
          return put(request, bucketName, key, path);
        case "GET":
        case "HEAD":
          if (object !== undefined) return get(request, object);
          return refused({ status: 404, code: "NoSuchKey", message: "The specified key does not exist." });
        case "DELETE":
          objects.delete(path);
          return { status: 204, headers: {}, body: "" };
        default:
          return refused({ status: 501, code: "NotImplemented", message: `There is no ${request.method} at home.` });
      }
    },
    reset: () => objects.clear(),
  };
}

/** An error in S3's own form. The message is ours or S3's fixed text: nothing in it needs escaping. */
export function refused({ status, code, message }: S3Refusal): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, headers: { "content-type": "application/xml" }, body };
}
