import { adjustStockUseCase } from "#catalogue/app/adjust-stock";
import { changeOfferingUseCase } from "#catalogue/app/change-offering";
import { changeProductUseCase } from "#catalogue/app/change-product";
import { createOfferingUseCase } from "#catalogue/app/create-offering";
import { createProductUseCase } from "#catalogue/app/create-product";
import { readOfferingsUseCase } from "#catalogue/app/read-offerings";
import { readProductsUseCase } from "#catalogue/app/read-products";
import { offerings } from "#catalogue/store/offerings";
import { products } from "#catalogue/store/products";
import { capacityParts, capacityReads } from "#registration/store/capacity";
import { openShop } from "./shop.ts";

/** A shop whose administrators are at work: the catalogue's use cases on a table of its own. */
export async function openCatalogue(start?: Parameters<typeof openShop>[0]) {
  const shop = await openShop(start);
  const { table, clock } = shop;
  const ports = {
    ...shop.ports,
    clock,
    products: products(table),
    offerings: offerings(table),
    capacity: { ...capacityParts(), ...capacityReads(table) },
  };
  return {
    ...shop,
    capacity: ports.capacity,
    app: {
      readProducts: readProductsUseCase(ports.products),
      createProduct: createProductUseCase(ports),
      changeProduct: changeProductUseCase(ports),
      adjustStock: adjustStockUseCase(ports),
      readOfferings: readOfferingsUseCase(ports),
      createOffering: createOfferingUseCase(ports),
      changeOffering: changeOfferingUseCase(ports),
    },
  };
}

export type Catalogue = Awaited<ReturnType<typeof openCatalogue>>;
