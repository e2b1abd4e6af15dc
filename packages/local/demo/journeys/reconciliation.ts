import assert from "node:assert/strict";
import * as z from "zod";
import type { Walk } from "../walk.ts";

const Asked = z.object({ reconciliationId: z.string() });
const Report = z.object({
  status: z.string(),
  rows: z.int().optional(),
  differences: z.int().optional(),
  listed: z.array(z.object({ says: z.string() })),
});

/** An administrator has everything recounted: after all that was walked, it adds up. */
export async function reconciliation(walk: Walk): Promise<void> {
  // What has just happened may be on its way to others; after an hour it must have come.
  await walk.pass(3660);
  const { reconciliationId } = await walk.post(Asked, "/reconciliations", { as: "administrator" });
  walk.say("An administrator asks for everything to be counted again from the rows.");
  await walk.pass(60);
  const report = await walk.get(Report, `/reconciliations/${reconciliationId}`, { as: "administrator" });
  assert.equal(report.status, "finished");
  assert.deepEqual(report.listed, []);
  walk.say(`${report.rows} rows were compared with each other, and ${report.differences} differences found.`);
}
