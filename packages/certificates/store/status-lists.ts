import type { StatusLists } from "#certificates/ports/status-lists";
import { part } from "#kernel/transaction-part";
import { getItem, queryItems, type Table } from "#platform/dynamo/table";
import { StatusList } from "../domain/status-list.ts";
import { STATUS_LISTS, statusIndexKey, statusListKey } from "./keys.ts";

export function statusLists(table: Table): StatusLists {
  return {
    get: (list) => getItem(table, statusListKey(list), StatusList),
    async newest() {
      const { items } = await queryItems(table, STATUS_LISTS, StatusList, { limit: 1, newestFirst: true });
      return items[0];
    },
    create: (list) =>
      part([
        {
          kind: "create",
          key: statusListKey(list.list),
          item: { ...list },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    handOut: ({ list }, more) =>
      part([{ kind: "change", key: statusListKey(list), add: { handedOut: more }, guards: [] }]),
    take: (entry, certificateId) =>
      part([
        {
          kind: "create",
          key: statusIndexKey(entry),
          item: { ...entry, certificateId },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    revoke: (before, { revoked, credential, version }) =>
      part([
        {
          kind: "change",
          key: statusListKey(before.list),
          set: { revoked, credential, version },
          guards: [{ is: "equal", attribute: "version", value: before.version, otherwise: "reload" }],
        },
      ]),
  };
}
