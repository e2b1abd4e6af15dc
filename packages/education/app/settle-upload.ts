import type { InspectFile, KeptFiles, Quarantine, UploadRef } from "#education/ports/files";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UploadedFile } from "../domain/practice-document.ts";
import { awaitedFile, settled, type UploadVerdict } from "../domain/settle-upload.ts";
import { documentRejected } from "../events/document-rejected.ts";
import { type HandInPorts, loadHandIn, writeHandIn } from "./hand-in-ports.ts";

/**
 * What the scan found. `unscannable`: a file it can't look into, as one with a password. `scan-failed`: it didn't get to look,
 * which says nothing of the file.
 */
export type ScanFound = "nothing" | "threats" | "unscannable" | "scan-failed";

export interface SettleUploadPorts extends HandInPorts {
  readonly quarantine: Quarantine;
  readonly keptFiles: KeptFiles;
  readonly inspectFile: InspectFile;
}

export type SettleUpload = (origin: Origin, objectKey: string, found: ScanFound) => Promise<void>;

/**
 * A file in quarantine has been scanned: it is looked into and moved on, or turned away. Each step can be done twice, and
 * the order makes a stop between any two harmless: the file is kept before its row says so, and leaves quarantine last. What
 * nobody waits for (removed, given up, or settled before) only leaves.
 *
 * @throws when the scan failed and the file is still waited for: it stays where it is, and somebody is told
 */
export function settleUploadUseCase(ports: SettleUploadPorts): SettleUpload {
  const { unitOfWork, handIns, quarantine, keptFiles, inspectFile } = ports;

  async function verdictOn(
    upload: UploadRef,
    file: UploadedFile,
    found: ScanFound,
  ): Promise<UploadVerdict | undefined> {
    if (found === "threats") return { verdict: "rejected", reason: "malware" };
    if (found === "scan-failed")
      throw new Error(`${upload.documentId} waits for a scan that failed: see to GuardDuty.`);
    if (found === "unscannable") return { verdict: "rejected", reason: "unreadable" };
    const bytes = await quarantine.get(upload);
    if (!bytes) return undefined;
    const inspected = await inspectFile(bytes, file);
    if (inspected.is !== "sound") return { verdict: "rejected", reason: inspected.is };
    await keptFiles.put(upload, { bytes: inspected.bytes, contentType: file.contentType });
    return { verdict: "ready", measure: inspected.measure };
  }

  return async (origin, objectKey, found) => {
    const upload = quarantine.uploadOf(objectKey);
    if (!upload) return;
    const { documentId } = upload;
    const file = awaitedFile(await handIns.get(upload), documentId);
    const verdict = file && (await verdictOn(upload, file, found));
    if (verdict) {
      await unitOfWork.handle(origin, async () => {
        const loaded = await loadHandIn(ports, upload);
        if (!awaitedFile(loaded.handIn, documentId)) return [];
        const { cohortId, placeId, kind } = upload;
        const told =
          verdict.verdict === "rejected" ? [documentRejected.of({ cohortId, placeId, kind, documentId })] : [];
        return [...writeHandIn(ports, loaded, settled(loaded.handIn, documentId, verdict)), record(...told)];
      });
    }
    const now = (await handIns.get(upload))?.documents.find((document) => document.documentId === documentId);
    if (now?.file?.status === "awaiting-upload") return;
    if (now?.file?.status !== "ready") await keptFiles.delete(upload);
    await quarantine.delete(upload);
  };
}
