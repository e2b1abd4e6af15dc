import type { Products } from "#catalogue/ports/products";
import { mint } from "#kernel/id";
import { ProductId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { newProduct, Product, type ProductDetails } from "../domain/product.ts";

export type CreateProduct = (origin: Origin, details: ProductDetails) => Promise<Product>;

/** A draft of a product, with nothing on the shelf. */
export function createProductUseCase(ports: { unitOfWork: UnitOfWork; products: Products }): CreateProduct {
  const { unitOfWork, products } = ports;
  return (origin, details) =>
    unitOfWork.run(origin, Product, async () => {
      const product = newProduct(mint(ProductId, unitOfWork.random), details);
      return { parts: [products.create(product)], answer: product };
    });
}
