import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a run's products share, whichever of its threads starts them: templates and built code. */
export const sharedFolder = join(tmpdir(), `smart-product-${process.pid}`);
