import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

/** What is to be uploaded, as its owner says before they do: S3 takes nothing else. */
interface Announced {
  readonly contentType: string;
  readonly bytes: number;
  /** SHA-256, base64. */
  readonly sha256: string;
}

/** A request for whoever uploads to make: PUT to the address, with these headers, before it is too late. */
interface UploadRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Links that give one request on one object, for a while, to whoever has them. */
export interface FileLinks {
  upload(key: string, announced: Announced, seconds: number): Promise<UploadRequest>;
  /** @param fileName what a browser saves it as, without a path */
  download(key: string, fileName: string, seconds: number): Promise<string>;
}

export function fileLinks(client: S3Client, bucketName: string): FileLinks {
  return {
    async upload(key, { contentType, bytes, sha256 }, seconds) {
      const command = new PutObjectCommand({
        Bucket: bucketName,
        Key: key,
        ContentType: contentType,
        ContentLength: bytes,
        ChecksumSHA256: sha256,
      });
      const url = await getSignedUrl(client, command, {
        expiresIn: seconds,
        // Left to itself the presigner signs none of these as headers, and S3 would take any file.
        signableHeaders: new Set(["host", "content-type", "content-length", "x-amz-checksum-sha256"]),
        unhoistableHeaders: new Set(["x-amz-checksum-sha256"]),
      });
      return {
        url,
        headers: { "content-type": contentType, "content-length": `${bytes}`, "x-amz-checksum-sha256": sha256 },
      };
    },
    download(key, fileName, seconds) {
      const command = new GetObjectCommand({
        Bucket: bucketName,
        Key: key,
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        ResponseCacheControl: "private, no-store",
      });
      return getSignedUrl(client, command, { expiresIn: seconds });
    },
  };
}
