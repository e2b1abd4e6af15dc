import type { PersonalData } from "#kernel/personal-data";

/** What reconciliation holds about people: nothing. */
export const reconciliationData: PersonalData = {
  context: "reconciliation",
  kinds: [],
  nothing: [
    {
      rows: { pk: "RECONCILIATION#", sk: "RECONCILIATION" },
      because:
        "keys, ids and numbers of rows that contradict each other, for a year; of addresses' hashes only a certified trainer's, who is kept for good",
    },
    { rows: { pk: "RECONCILIATION-NIGHT", sk: "NIGHT" }, because: "a time" },
  ],
};
