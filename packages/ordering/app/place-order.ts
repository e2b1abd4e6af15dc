import * as z from "zod";
import type { ForSale } from "#catalogue/ports/for-sale";
import type { StockParts } from "#catalogue/ports/stock";
import type { Caller } from "#kernel/caller";
import type { Instant } from "#kernel/clock";
import { DomainError, refusal } from "#kernel/domain-error";
import { AccessKey, mintAccessKey } from "#kernel/id";
import { OrderNumber, ProductId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import { Money } from "#kernel/money";
import { newOrderNumber } from "#kernel/order-number";
import { PostalAddress } from "#kernel/organisation";
import type { Origin } from "#kernel/origin";
import type { Seller } from "#kernel/seller";
import { part, record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { InvoiceBases } from "#ordering/ports/invoice-bases";
import type { Orders } from "#ordering/ports/orders";
import type { CheckoutParts } from "#payment/ports/checkout";
import type { MailProofParts } from "#people/ports/mail-proofs";
import { PlaceRequest } from "#registration/ports/places";
import type { TakePlaces } from "#registration/ports/take-places";
import { Buyer } from "../domain/buyer.ts";
import { FREIGHT_RATES } from "../domain/freight.ts";
import { invoiceBasis } from "../domain/invoice-basis.ts";
import type { Order } from "../domain/order.ts";
import { placeOrder, refuseTooMuch, ticketOnSale } from "../domain/place-order.ts";
import { orderConfirmed } from "../events/order-confirmed.ts";
import { orderPlaced } from "../events/order-placed.ts";
import { refuseMoreThanCanBeGivenBack } from "./given-back.ts";
import { goodsOnSale } from "./on-sale.ts";

/** No order takes as many: fewer than these and too many are refused with what the limit is. */
const MOST_LINES = 1000;

export const Basket = z.strictObject({
  goods: z
    .array(z.strictObject({ productId: ProductId, quantity: z.int().min(1).max(1000) }))
    .max(MOST_LINES)
    .default([]),
  places: z.array(PlaceRequest).max(MOST_LINES).default([]),
});

export const PlaceOrderCommand = Basket.extend({
  buyer: Buyer,
  deliveryAddress: PostalAddress.optional(),
  payment: z.enum(["card", "invoice"]),
  /** The total the buyer saw, in øre with VAT and freight: a price that changed meanwhile is refused. */
  expectedTotal: Money,
  /** That the buyer reads the mail of `buyer.email`; an order that isn't paid by card needs it, unless they are logged in. */
  mailProof: AccessKey.optional(),
}).refine((order) => order.goods.length + order.places.length > 0, {
  message: "An order has at least one line.",
  path: ["goods"],
});
export type PlaceOrderCommand = z.infer<typeof PlaceOrderCommand>;

/** Names no person: it is kept as the answer to a repeated request. */
export const OrderPlacedAnswer = z.object({
  orderNumber: OrderNumber,
  key: AccessKey,
  status: z.string(),
  total: Money,
  holdEndsAt: z.string().optional(),
});

export interface PlaceOrderPorts {
  readonly unitOfWork: UnitOfWork;
  readonly forSale: ForSale;
  readonly orders: Orders;
  readonly takePlaces: TakePlaces;
  readonly stock: StockParts;
  readonly checkout: CheckoutParts;
  readonly mailProofs: MailProofParts;
  readonly invoiceBases: InvoiceBases;
  /** Who writes the invoice. */
  readonly seller: Seller;
}

export type PlaceOrder = (
  origin: Origin,
  command: PlaceOrderCommand,
  locale: Locale,
  caller?: Caller,
) => Promise<z.infer<typeof OrderPlacedAnswer>>;

/** Takes places and stock, and writes the order, its payment and its facts, in one transaction. */
export function placeOrderUseCase(ports: PlaceOrderPorts): PlaceOrder {
  const { unitOfWork, forSale, orders, takePlaces, stock, checkout, mailProofs, invoiceBases, seller } = ports;
  return (origin, command, locale, caller = { kind: "guest" }) => {
    refuseTooMuch(command);
    const asked = {
      products: [...new Set(command.goods.map((each) => each.productId))],
      offerings: [...new Set(command.places.map((each) => each.offeringId))],
    };
    return unitOfWork.run(origin, OrderPlacedAnswer, async (attempt) => {
      // Most orders meet the terms that are remembered; the transaction checks that they still stand.
      if (attempt > 0) return decide(await forSale.load(asked), "look-first");
      try {
        return await decide(await forSale.recall(asked), "leap");
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return decide(await forSale.load(asked), "leap"); // nobody is refused by what may be old
      }
    });

    async function decide({ products, offerings }: Awaited<ReturnType<ForSale["load"]>>, look: "leap" | "look-first") {
      const now = unitOfWork.clock();
      const { random } = unitOfWork;
      const orderNumber = OrderNumber.parse(newOrderNumber(random));
      const taken = await takePlaces(command.places, offerings, { orderNumber, now, look });
      const places = taken.map(({ place, offering }) => ({
        placeId: place.placeId,
        ticket: ticketOnSale(offering, place.ticketTypeId),
      }));
      const goods = goodsOnSale(command.goods, products);
      const order = placeOrder(
        { ...command, locale, goods, places },
        { orderNumber, key: mintAccessKey(random), now },
        FREIGHT_RATES,
      );
      const parts = [
        orders.create(order),
        // Held as long as the order awaits payment; confirmed with an order that is confirmed at once.
        ...taken.flatMap((each) => each.as(order.status === "confirmed" ? "confirmed" : "held")),
        ...goods.map(({ product, quantity }) => stock.reserve(product.productId, quantity, product.version)),
        ...taken.flatMap(({ place }) => place.goods.map(({ productId }) => stock.reserve(productId, 1))),
        order.payment === "card"
          ? checkout.open(order.orderNumber, now)
          : provedBuyer(mailProofs, command, caller, now),
        ...(order.payment === "invoice" ? [invoiceBases.create(invoiceBasis(order, seller))] : []),
        record(factOf(order)),
      ];
      refuseMoreThanCanBeGivenBack(parts, taken, asked.products);
      return {
        parts,
        answer: {
          orderNumber,
          key: order.key,
          status: order.status,
          total: order.total,
          ...(order.hold && { holdEndsAt: order.hold.endsAt }),
        },
      };
    }
  };
}

/**
 * An order that nobody pays for now needs to know its buyer: else anyone takes every place in a school's name.
 *
 * @throws DomainError `mail-proof-missing`
 */
function provedBuyer(
  mailProofs: MailProofParts,
  { buyer, mailProof }: PlaceOrderCommand,
  caller: Caller,
  now: Instant,
): TransactionPart {
  if (caller.kind === "person" && caller.email === buyer.email) return part([]);
  if (!mailProof) throw refusal("mail-proof-missing", {});
  return mailProofs.check(mailProof, buyer.email, now);
}

function factOf(order: Order) {
  const { orderNumber, total, payment } = order;
  if (order.status === "awaiting-payment") return orderPlaced.of({ orderNumber, totalOre: total });
  return orderConfirmed.of({ orderNumber, payment, totalOre: total });
}
