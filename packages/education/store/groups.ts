import type { Groups } from "#education/ports/groups";
import { refusal } from "#kernel/domain-error";
import { part, type StoredItem } from "#kernel/transaction-part";
import { getItem, type Table } from "#platform/dynamo/table";
import { GroupsVersion } from "../domain/groups.ts";
import { groupsKey } from "./keys.ts";

export function groups(table: Table): Groups {
  return {
    version: async (cohortId) => (await getItem(table, groupsKey(cohortId), GroupsVersion))?.version ?? 0,
    changed(cohortId, seen) {
      const otherwise = (found: StoredItem | undefined) =>
        refusal("changed-meanwhile", { version: Number(found?.["version"] ?? 0) });
      const key = groupsKey(cohortId);
      const item = { cohortId, version: seen + 1 };
      return seen === 0
        ? part([{ kind: "create", key, item, guards: [{ is: "absent", otherwise }] }])
        : part([
            { kind: "replace", key, item, guards: [{ is: "equal", attribute: "version", value: seen, otherwise }] },
          ]);
    },
  };
}
