import type { DocumentId } from "#kernel/ids";
import type { AnnouncedFile, FileType, Measure } from "../domain/practice-document.ts";
import type { HandInRef } from "./hand-ins.ts";
import type { ParticipationRef } from "./participations.ts";

/** One document's file, while it is in quarantine. */
export interface UploadRef extends HandInRef {
  readonly documentId: DocumentId;
}

/** One document's file, where it is kept. */
export interface FileRef extends ParticipationRef {
  readonly documentId: DocumentId;
}

/** A request for the participant to make: PUT to the address with these headers, until then. */
export interface UploadRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where the files of portfolios and essays lie. Everything can be repeated. */
export interface Uploads {
  request(upload: UploadRef, file: AnnouncedFile): Promise<UploadRequest>;
}

export interface Quarantine {
  /** Which upload an object is; none: it isn't one. */
  uploadOf(objectKey: string): UploadRef | undefined;
  get(upload: UploadRef): Promise<Uint8Array | undefined>;
  delete(upload: UploadRef): Promise<void>;
}

export interface KeptFiles {
  put(file: FileRef, content: { readonly bytes: Uint8Array; readonly contentType: FileType }): Promise<void>;
  delete(file: FileRef): Promise<void>;
}

export interface FileAddresses {
  /** An address of the file that is good for five minutes, for whoever has it. */
  address(file: FileRef, fileName: string): Promise<string>;
}

/** What a file turned out to be: safe to keep as `bytes`, or why not. */
type Inspected =
  | { readonly is: "sound"; readonly bytes: Uint8Array; readonly measure?: Measure | undefined }
  | { readonly is: "unreadable" | "other-type" | "other-content" | "macros" };

/** Looks into a file: its real type, whether it is the announced bytes, how long it is; takes out where a photo was taken. */
export type InspectFile = (
  bytes: Uint8Array,
  announced: Pick<AnnouncedFile, "bytes" | "sha256"> & { readonly contentType: FileType },
) => Promise<Inspected>;
