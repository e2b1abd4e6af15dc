import type { Meetings } from "#agreements/ports/meetings";
import { refusal } from "#kernel/domain-error";
import { part } from "#kernel/transaction-part";
import { getItem, queryItems, type Table } from "#platform/dynamo/table";
import { Meeting } from "../domain/meeting.ts";
import { agreementPartition, MEETING, meetingKey } from "./keys.ts";

/** 20 years of 20 meetings of each kind would be more; they are below 1 MB too, and one request. */
const ALL = 2000;

export function meetings(table: Table): Meetings {
  return {
    get: (meeting) => getItem(table, meetingKey(meeting), Meeting),
    async ofAgreement(agreementId) {
      const partition = { pk: agreementPartition(agreementId), prefix: MEETING };
      return (await queryItems(table, partition, Meeting, { limit: ALL })).items;
    },
    create: (meeting) => part([{ kind: "create", key: meetingKey(meeting), item: meeting, guards: [] }]),
    replace: (before, after) =>
      part([
        {
          kind: "replace",
          key: meetingKey(before),
          item: after,
          guards: [
            {
              is: "equal",
              attribute: "version",
              value: before.version,
              otherwise: (found) => refusal("changed-meanwhile", { version: Number(found?.["version"] ?? 0) }),
            },
          ],
        },
      ]),
  };
}
