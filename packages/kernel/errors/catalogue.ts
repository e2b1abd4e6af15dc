/** How catalogue says no: the code, and what it tells beside the code. */
export interface CatalogueErrors {
  "product-not-for-sale": { readonly productId: string };
  "out-of-stock": { readonly productId: string; readonly available: number };
  "stock-below-reserved": { readonly productId: string; readonly available: number };
  "changed-meanwhile": { readonly version: number };
  "bound-by-publication": { readonly offeringId: string; readonly fields: readonly string[] };
  "cohort-has-its-calendar": { readonly offeringId?: string };
  "offering-is-cancelled": { readonly offeringId: string };
  "offering-is-over": { readonly offeringId: string };
  "capacity-taken": {
    readonly offeringId: string;
    /** Which limit: the offering's `capacity`, a ticket type's quota or an allotment. */
    readonly limit: string;
    readonly taken: number;
    /** Who has the places, the first hundred of them. */
    readonly places: readonly { readonly placeId: string; readonly orderNumber: string; readonly name?: string }[];
  };
}
