import { agreements } from "#agreements/store/agreements";
import { enquiries } from "#agreements/store/enquiries";
import { enquiryLimit } from "#agreements/store/enquiry-limit";
import { materialsOrders } from "#agreements/store/materials-orders";
import { meetings } from "#agreements/store/meetings";
import { seatParts, seatReads } from "#agreements/store/seats";
import { warnings } from "#agreements/store/warnings";
import { offerings } from "#catalogue/store/offerings";
import { products } from "#catalogue/store/products";
import type { Table } from "#platform/dynamo/table";
import { capacityParts, capacityReads } from "#registration/store/capacity";
import { wireOrdering } from "../ordering/wire.ts";

/** What agreements' functions are made of. */
export function wireAgreements(table: Table) {
  return {
    ...wireOrdering(table),
    agreements: agreements(table),
    enquiries: enquiries(table),
    enquiryLimit: enquiryLimit(table),
    materialsOrders: materialsOrders(table),
    meetings: meetings(table),
    warnings: warnings(table),
    seatParts: seatParts(),
    seatReads: seatReads(table),
    offerings: offerings(table),
    products: products(table),
    capacity: { ...capacityParts(), ...capacityReads(table) },
  };
}
