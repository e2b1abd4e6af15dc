import type { Page, PageAsked } from "#catalogue/ports/page";
import type { Products } from "#catalogue/ports/products";
import { refusal } from "#kernel/domain-error";
import type { ProductId } from "#kernel/ids";
import type { Product } from "../domain/product.ts";
import type { Stock } from "../domain/stock.ts";

export interface StockedProduct {
  readonly product: Product;
  readonly stock: Stock;
}

export interface ReadProducts {
  /** @throws DomainError `not-found`, also for what isn't published when only that may be seen */
  one(which: "published" | "all", productId: ProductId): Promise<StockedProduct>;
  list(which: "published" | "all", asked: PageAsked): Promise<Page<StockedProduct>>;
}

/** Products with their stock, for the shop's window (`published`) or for administrators (`all`). */
export function readProductsUseCase(products: Products): ReadProducts {
  async function stocked(found: readonly Product[]): Promise<StockedProduct[]> {
    const stocks = await products.stockOf(found.map(({ productId }) => productId));
    return found.flatMap((product) => {
      const stock = stocks.get(product.productId);
      return stock ? [{ product, stock }] : [];
    });
  }
  return {
    async one(which, productId) {
      const product = await products.get(productId);
      const seen = product && (which === "all" || product.status === "published") ? [product] : [];
      const [found] = await stocked(seen);
      if (!found) throw refusal("not-found", {});
      return found;
    },
    async list(which, asked) {
      const page = await products.list(which, asked);
      return { ...page, items: await stocked(page.items) };
    },
  };
}
