import * as z from "zod";
import type { InvoiceBases } from "#ordering/ports/invoice-bases";
import { InvoiceBasis } from "../domain/invoice-basis.ts";

const PAGE = 50;

export const OrdersToInvoice = z.object({ items: z.array(InvoiceBasis), cursor: z.string().optional() });

export type ListOrdersToInvoice = (cursor: string | undefined) => ReturnType<InvoiceBases["list"]>;

/** What is to be invoiced, with everything an EHF invoice needs, the oldest first. */
export function listOrdersToInvoiceUseCase(bases: InvoiceBases): ListOrdersToInvoice {
  return (cursor) => bases.list({ limit: PAGE, cursor });
}
