import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

const ofParent = process.env["SMART_SHARED_FOLDER"];

/** What a run's products share, whichever of its threads and processes starts them: templates and built code. */
export const sharedFolder = ofParent ?? join(tmpdir(), `smart-product-${process.pid}`);

/** A new folder that goes with the run. */
export function newFolder(): string {
  mkdirSync(sharedFolder, { recursive: true });
  return mkdtempSync(join(sharedFolder, "one-"));
}

function remove(): void {
  rmSync(sharedFolder, { recursive: true, force: true });
}

// A former process of the same number may have been ended before it could tidy up: its code is not ours.
if (isMainThread && ofParent === undefined) {
  remove();
  process.once("exit", remove);
}
