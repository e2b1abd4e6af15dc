import type { MaterialsOrders } from "#agreements/ports/materials";
import type { ForSale } from "#catalogue/ports/for-sale";
import type { Instant } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import type { OrderNumber } from "#kernel/ids";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { ArrangeOrder, NewOrderNumber } from "#ordering/ports/arranged-orders";
import type { Agreement } from "../domain/agreement.ts";
import { goodsOf, type Materials, productsOf } from "../domain/materials.ts";
import { materialsOrdered } from "../events/materials-ordered.ts";

export interface ArrangeMaterialsPorts {
  readonly forSale: ForSale;
  readonly arrangeOrder: ArrangeOrder;
  readonly newOrderNumber: NewOrderNumber;
  readonly materialsOrders: MaterialsOrders;
}

interface Arranged {
  readonly orderNumber: OrderNumber;
  readonly parts: readonly TransactionPart[];
}

/**
 * The invoice order that sets for employees become, at the agreement's prices: its stock is reserved with it.
 *
 * @throws DomainError `product-not-for-sale`, `not-part-of-a-set`; `out-of-stock` when it is written
 */
export function arrangeMaterials({ forSale, arrangeOrder, newOrderNumber, materialsOrders }: ArrangeMaterialsPorts) {
  return async (
    agreement: Agreement,
    materials: Materials,
    asked: {
      readonly contact: { readonly name: string; readonly email: string };
      readonly by: string;
      readonly now: Instant;
    },
  ): Promise<Arranged> => {
    const { agreementId, organisation, locale, prices } = agreement;
    const { contact, by, now } = asked;
    const { products } = await forSale.load({ products: productsOf(materials), offerings: [] });
    const goods = goodsOf(materials, products, prices).map(({ productId, ...line }) => {
      const product = products.get(productId);
      invariant(product !== undefined, "a set's goods were found");
      return { product, ...line };
    });
    const orderNumber = newOrderNumber();
    const { deliveryAddress = organisation.address } = materials;
    const order = { orderNumber, now, locale, contact, organisation, deliveryAddress, goods, places: [], services: [] };
    const employees = materials.sets.reduce((sum, set) => sum + set.employees, 0);
    return {
      orderNumber,
      parts: [
        ...arrangeOrder(order).parts,
        materialsOrders.create({ agreementId, orderNumber, orderedAt: now, by, employees }),
        record(materialsOrdered.of({ agreementId, orderNumber, sets: employees })),
      ],
    };
  };
}
