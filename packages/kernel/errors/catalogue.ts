/** How catalogue says no: the code, and what it tells beside the code. */
export interface CatalogueErrors {
  "product-not-for-sale": { readonly productId: string };
  "out-of-stock": { readonly productId: string; readonly available: number };
}
