import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";

/** A file with what it is served as. */
export interface StoredFile {
  readonly bytes: Uint8Array;
  /** A media type such as `application/pdf`. */
  readonly contentType: string;
}

/** One bucket, as the functions that may read and write it see it. Every operation can be repeated. */
export interface Bucket {
  put(key: string, file: StoredFile): Promise<void>;
  /** None: there is no such object, never was or not any more. */
  get(key: string): Promise<StoredFile | undefined>;
  /** Also when there is no such object. */
  delete(key: string): Promise<void>;
}

/** A client that hashes nothing beside what it is asked to: the objects' keepers check their own. */
export function s3Client(config: S3ClientConfig = {}): S3Client {
  return new S3Client({
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...config,
  });
}

export function bucket(client: S3Client, name: string): Bucket {
  return {
    async put(key, { bytes, contentType }) {
      await client.send(new PutObjectCommand({ Bucket: name, Key: key, Body: bytes, ContentType: contentType }));
    },
    async get(key) {
      try {
        const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
        if (!Body) throw new Error("S3 answered without a body.");
        return { bytes: await Body.transformToByteArray(), contentType: ContentType ?? "application/octet-stream" };
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand({ Bucket: name, Key: key }));
    },
  };
}
