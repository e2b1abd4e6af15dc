import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

/** What a run's products share, whichever of its threads starts them: templates and built code. */
export const sharedFolder = join(tmpdir(), `smart-product-${process.pid}`);

function remove(): void {
  rmSync(sharedFolder, { recursive: true, force: true });
}

// A former process of the same number may have been ended before it could tidy up: its code is not ours.
if (isMainThread) {
  remove();
  process.once("exit", remove);
}
