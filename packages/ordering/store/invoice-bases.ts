import { invariant } from "#kernel/domain-error";
import type { OrderNumber } from "#kernel/ids";
import { type Guard, part } from "#kernel/transaction-part";
import type { InvoiceBases } from "#ordering/ports/invoice-bases";
import { getItem, queryList, type Table } from "#platform/dynamo/table";
import { InvoiceBasis, withoutLines } from "../domain/invoice-basis.ts";

const LIST = "orders-to-invoice";

const basisKey = (orderNumber: OrderNumber) => ({ pk: `ORDER#${orderNumber}`, sk: "INVOICE-BASIS" });

export function invoiceBases(table: Table): InvoiceBases {
  return {
    create: (basis) => write("create", basis, { is: "absent", otherwise: "reload" }),
    async withoutLines(orderNumber, cancelled, at) {
      const before = await getItem(table, basisKey(orderNumber), InvoiceBasis);
      invariant(before !== undefined, "an order on invoice has what is to be invoiced");
      const unchanged = { is: "equal", attribute: "version", value: before.version, otherwise: "reload" } as const;
      return [write("replace", withoutLines(before, cancelled, at), unchanged)];
    },
    list: (page) => queryList(table, { partition: LIST }, InvoiceBasis, page),
  };
}

function write(kind: "create" | "replace", basis: InvoiceBasis, guard: Guard) {
  const { orderNumber, confirmedAt, lines } = basis;
  const somethingLeft = lines.some((line) => !line.cancelledAt);
  const listed = somethingLeft && { listPartition: LIST, listSort: `${confirmedAt}#${orderNumber}` };
  return part([{ kind, key: basisKey(orderNumber), item: { ...basis, ...listed }, guards: [guard] }]);
}
