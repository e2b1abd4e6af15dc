import { restore } from "../mending.ts";
import type { Check } from "../recount.ts";

/** Every row is what its schema says: what can't be read can't be used, and counts for nothing. */
export const rowsCheck: Check = {
  rule: "rows",
  find: (recount) =>
    recount.of("unreadable").map((row) => ({
      says: `Row ${row.key} is not what its schema says: at ${row.at.join(", ")}`,
      mend: restore("the row"),
      rows: [row],
    })),
};
