import { restore } from "../mending.ts";
import type { Check } from "../recount.ts";

/** Who waits stands in line, and nobody else: the line is what offers are made by. */
export const waitingListCheck: Check = {
  rule: "waiting-list",
  find(recount) {
    const lines = Map.groupBy(recount.of("in-line"), ({ entryId }) => entryId);
    const entries = new Map(recount.of("entry").map((entry) => [entry.entryId, entry]));
    return [
      ...[...entries.values()].flatMap((entry) => {
        const inLine = lines.get(entry.entryId) ?? [];
        const expected = entry.status === "waiting" ? 1 : 0;
        if (inLine.length === expected) return [];
        const says = `${entry.entryId} is ${entry.status}, and stands in line ${inLine.length} times`;
        return [{ says, mend: restore("the entry"), rows: [entry, ...inLine] }];
      }),
      ...[...lines.values()]
        .flat()
        .filter(({ entryId }) => !entries.has(entryId))
        .map((row) => ({
          says: `${row.entryId} stands in line, and is not there`,
          mend: restore("the entry"),
          rows: [row],
        })),
    ];
  },
};
