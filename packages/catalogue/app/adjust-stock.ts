import type { Products } from "#catalogue/ports/products";
import { refusal } from "#kernel/domain-error";
import type { ProductId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { StockAdjustment } from "../domain/stock.ts";
import { stockAdjusted } from "../events/stock-adjusted.ts";

export type AdjustStock = (
  origin: Origin,
  productId: ProductId,
  adjustment: StockAdjustment,
) => Promise<StockAdjustment>;

/**
 * Puts pieces on the shelf or takes them off, for a reason that is kept as a fact.
 *
 * @throws DomainError `not-found`, `stock-below-reserved`
 */
export function adjustStockUseCase(ports: { unitOfWork: UnitOfWork; products: Products }): AdjustStock {
  const { unitOfWork, products } = ports;
  return (origin, productId, adjustment) =>
    unitOfWork.run(origin, StockAdjustment, async () => {
      const product = await products.get(productId);
      if (!product) throw refusal("not-found", {});
      const fact = stockAdjusted.of({ productId, ...adjustment });
      return {
        parts: [products.adjustStock(productId, adjustment), record(fact)],
        answer: adjustment,
      };
    });
}
