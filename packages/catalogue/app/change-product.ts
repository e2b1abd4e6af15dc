import type { Products } from "#catalogue/ports/products";
import { refusal } from "#kernel/domain-error";
import type { ProductId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { editProduct, Product, type ProductDetails, publishProduct, withdrawProduct } from "../domain/product.ts";

/** Which product, and the version that the administrator saw. */
interface ProductSeen {
  readonly productId: ProductId;
  readonly version: number;
}

export interface ChangeProduct {
  edit(origin: Origin, seen: ProductSeen, details: ProductDetails): Promise<Product>;
  publish(origin: Origin, seen: ProductSeen): Promise<Product>;
  /** @throws DomainError `product-not-for-sale` for a draft */
  withdraw(origin: Origin, seen: ProductSeen): Promise<Product>;
}

/** Changes to a product, each refused with `changed-meanwhile` when somebody was faster, and `not-found`. */
export function changeProductUseCase(ports: { unitOfWork: UnitOfWork; products: Products }): ChangeProduct {
  const { unitOfWork, products } = ports;
  const change = (origin: Origin, seen: ProductSeen, to: (product: Product) => Product) =>
    unitOfWork.run(origin, Product, async () => {
      const before = await products.get(seen.productId);
      if (!before) throw refusal("not-found", {});
      if (before.version !== seen.version) throw refusal("changed-meanwhile", { version: before.version });
      const after = to(before);
      return { parts: [products.replace(before, after)], answer: after };
    });
  return {
    edit: (origin, seen, details) => change(origin, seen, (before) => editProduct(before, details)),
    publish: (origin, seen) => change(origin, seen, publishProduct),
    withdraw: (origin, seen) => change(origin, seen, withdrawProduct),
  };
}
