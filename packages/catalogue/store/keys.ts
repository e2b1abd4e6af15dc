import type { OfferingId, ProductId } from "#kernel/ids";

export const productKey = (productId: ProductId) => ({ pk: `PRODUCT#${productId}`, sk: "PRODUCT" });
export const stockKey = (productId: ProductId) => ({ pk: `PRODUCT#${productId}`, sk: "STOCK" });
export const offeringKey = (offeringId: OfferingId) => ({ pk: `OFFERING#${offeringId}`, sk: "OFFERING" });
