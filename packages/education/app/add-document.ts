import * as z from "zod";
import type { UploadRequest, Uploads } from "#education/ports/files";
import type { ParticipationRef } from "#education/ports/participations";
import type { Caller } from "#kernel/caller";
import { mint } from "#kernel/id";
import { DocumentId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { type AddDocumentRequest, type AddEssayRequest, newDocument, newEssay } from "../domain/add-document.ts";
import { withDocument } from "../domain/hand-in.ts";
import type { AnnouncedFile, HandInKind, PracticeDocument } from "../domain/practice-document.ts";
import { type HandInPorts, type Loaded, loadOwnHandIn, writeHandIn } from "./hand-in-ports.ts";

/** The signed address is no part of what is remembered of a request: a repetition is given a fresh one. */
const Added = z.object({ documentId: DocumentId });

interface DocumentAdded {
  readonly documentId: DocumentId;
  /** For a document with a file: where the file is to be put now. */
  readonly upload?: UploadRequest;
}

export interface AddDocument {
  toPortfolio(
    origin: Origin,
    who: ParticipationRef,
    request: AddDocumentRequest,
    caller: Caller,
  ): Promise<DocumentAdded>;
  /** Takes the place of the essay before. */
  asEssay(origin: Origin, who: ParticipationRef, request: AddEssayRequest, caller: Caller): Promise<DocumentAdded>;
}

/**
 * A participant adds a document; its file, if it has one, is uploaded next, into quarantine.
 *
 * @throws DomainError `not-found`, `participant-withdrawn`, `hand-in-moved-on`, `too-many-documents`, and what `newDocument`
 *   throws
 */
export function addDocumentUseCase(ports: HandInPorts & { readonly uploads: Uploads }): AddDocument {
  const { unitOfWork, uploads } = ports;

  async function add(
    origin: Origin,
    ref: ParticipationRef & { readonly kind: HandInKind },
    file: AnnouncedFile | undefined,
    caller: Caller,
    make: (documentId: DocumentId, loaded: Loaded) => PracticeDocument,
  ): Promise<DocumentAdded> {
    const { documentId } = await unitOfWork.run(origin, Added, async () => {
      const loaded = await loadOwnHandIn(ports, ref, caller);
      const document = make(mint(DocumentId, unitOfWork.random), loaded);
      const after = withDocument(loaded.handIn, document, unitOfWork.clock());
      return { parts: writeHandIn(ports, loaded, after), answer: { documentId: document.documentId } };
    });
    return file ? { documentId, upload: await uploads.request({ ...ref, documentId }, file) } : { documentId };
  }

  return {
    toPortfolio: (origin, who, request, caller) =>
      add(origin, { ...who, kind: "portfolio" }, request.file, caller, (documentId, { cohort }) =>
        newDocument(request, cohort, { documentId, now: unitOfWork.clock() }),
      ),
    asEssay: (origin, who, request, caller) =>
      add(origin, { ...who, kind: "essay" }, request.file, caller, (documentId, { cohort }) =>
        newEssay(request, cohort, { documentId, now: unitOfWork.clock() }),
      ),
  };
}
