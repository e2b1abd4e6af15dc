import type { Enquiries } from "#agreements/ports/enquiries";
import { type Guard, part } from "#kernel/transaction-part";
import { getItem, queryList, type Table } from "#platform/dynamo/table";
import { Enquiry, forgottenAt } from "../domain/enquiry.ts";
import { enquiryKey } from "./keys.ts";

const LIST = "agreement-enquiries";

export function enquiries(table: Table): Enquiries {
  return {
    get: (enquiryId) => getItem(table, enquiryKey(enquiryId), Enquiry),
    create: (enquiry) => part([{ kind: "create", key: enquiryKey(enquiry.enquiryId), item: row(enquiry), guards: [] }]),
    replace: (before, after) =>
      part([{ kind: "replace", key: enquiryKey(before.enquiryId), item: row(after), guards: [asRead(before)] }]),
    forget: (enquiry) => part([{ kind: "delete", key: enquiryKey(enquiry.enquiryId), guards: [asRead(enquiry)] }]),
    list: (page) => queryList(table, { partition: LIST }, Enquiry, { ...page, newestFirst: true }),
  };
}

function asRead({ version }: Enquiry): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}

/** What led to no agreement is due to be forgotten. */
function row(enquiry: Enquiry) {
  const dueAt = forgottenAt(enquiry);
  return {
    ...enquiry,
    listPartition: LIST,
    listSort: `${enquiry.receivedAt}#${enquiry.enquiryId}`,
    ...(dueAt && { duePartition: "agreements", dueAt }),
  };
}
