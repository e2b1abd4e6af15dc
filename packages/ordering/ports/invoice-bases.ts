import type { Instant } from "#kernel/clock";
import type { OrderNumber } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { InvoiceBasis } from "../domain/invoice-basis.ts";
import type { OrderLine } from "../domain/order.ts";

/** What is to be invoiced. */
export interface InvoiceBases {
  create(basis: InvoiceBasis): TransactionPart;
  /** Takes lines off what is to be invoiced; what nothing is left of leaves the list. */
  withoutLines(
    orderNumber: OrderNumber,
    cancelled: readonly OrderLine[],
    at: Instant,
  ): Promise<readonly TransactionPart[]>;
  /** A page of the orders to be invoiced, the oldest first. */
  list(page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<{
    readonly items: readonly InvoiceBasis[];
    readonly cursor?: string;
  }>;
}
