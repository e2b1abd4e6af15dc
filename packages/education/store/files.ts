import type { FileAddresses, FileRef, KeptFiles, Quarantine, UploadRef, Uploads } from "#education/ports/files";
import { DocumentId, OfferingId, PlaceId } from "#kernel/ids";
import type { Bucket } from "#platform/s3/bucket";
import type { FileLinks } from "#platform/s3/links";
import { HandInKind } from "../domain/practice-document.ts";

/** Whoever has a link opens the file by it: long enough to click, too short to pass on. */
const LINK_SECONDS = 5 * 60;
/** For a slow line and a file of 20 MB. */
const UPLOAD_SECONDS = 15 * 60;

const uploadKey = ({ cohortId, placeId, kind, documentId }: UploadRef) =>
  `portfolio/${cohortId}/${placeId}/${kind}/${documentId}`;
const fileKey = ({ cohortId, placeId, documentId }: FileRef) => `portfolio/${cohortId}/${placeId}/${documentId}`;

export function uploads(links: Pick<FileLinks, "upload">): Uploads {
  return { request: (upload, file) => links.upload(uploadKey(upload), file, UPLOAD_SECONDS) };
}

export function quarantine(bucket: Pick<Bucket, "get" | "delete">): Quarantine {
  return {
    uploadOf(objectKey) {
      const [root, cohortId, placeId, kind, documentId, ...more] = objectKey.split("/");
      if (root !== "portfolio" || more.length > 0) return undefined;
      return {
        cohortId: OfferingId.parse(cohortId),
        placeId: PlaceId.parse(placeId),
        kind: HandInKind.parse(kind),
        documentId: DocumentId.parse(documentId),
      };
    },
    get: async (upload) => (await bucket.get(uploadKey(upload)))?.bytes,
    delete: (upload) => bucket.delete(uploadKey(upload)),
  };
}

export function keptFiles(bucket: Pick<Bucket, "put" | "delete">): KeptFiles {
  return {
    put: (file, content) => bucket.put(fileKey(file), content),
    delete: (file) => bucket.delete(fileKey(file)),
  };
}

export function fileAddresses(links: Pick<FileLinks, "download">): FileAddresses {
  return { address: (file, fileName) => links.download(fileKey(file), fileName, LINK_SECONDS) };
}
