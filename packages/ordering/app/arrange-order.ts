import type { StockParts } from "#catalogue/ports/stock";
import { mintAccessKey, type RandomBytes } from "#kernel/id";
import type { Seller } from "#kernel/seller";
import { record } from "#kernel/transaction-part";
import type { ArrangeOrder } from "#ordering/ports/arranged-orders";
import type { InvoiceBases } from "#ordering/ports/invoice-bases";
import type { Orders } from "#ordering/ports/orders";
import { arrangedOrder } from "../domain/arrange-order.ts";
import { invoiceBasis } from "../domain/invoice-basis.ts";
import { orderConfirmed } from "../events/order-confirmed.ts";

export interface ArrangeOrderPorts {
  readonly orders: Orders;
  readonly stock: StockParts;
  readonly invoiceBases: InvoiceBases;
  readonly random: RandomBytes;
  /** Who writes the invoice. */
  readonly seller: Seller;
}

/** Orders that other contexts arrange, as parts of their transactions; the contact gets the confirmation with its link. */
export function arrangeOrderUseCase({ orders, stock, invoiceBases, random, seller }: ArrangeOrderPorts): ArrangeOrder {
  return (arranged) => {
    const order = arrangedOrder(arranged, mintAccessKey(random));
    const { orderNumber, payment, total } = order;
    return {
      order,
      parts: [
        orders.create(order),
        ...arranged.goods.map(({ product, quantity }) => stock.reserve(product.productId, quantity, product.version)),
        ...arranged.places.flatMap(({ includedGoods }) =>
          includedGoods.map((productId) => stock.reserve(productId, 1)),
        ),
        ...(payment === "invoice" ? [invoiceBases.create(invoiceBasis(order, seller))] : []),
        record(orderConfirmed.of({ orderNumber, payment, totalOre: total })),
      ],
    };
  };
}
