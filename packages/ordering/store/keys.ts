import type { OfferingId, OrderNumber } from "#kernel/ids";

export const orderKey = (orderNumber: OrderNumber) => ({ pk: `ORDER#${orderNumber}`, sk: "ORDER" });
export const packingKey = (orderNumber: OrderNumber) => ({ pk: `ORDER#${orderNumber}`, sk: "PACKING" });

/** There for each order that pays for a whole course: found by the course when it is called off. */
export const SERVICE = "SERVICE#";
export const servicePartition = (offeringId: OfferingId) => `OFFERING#${offeringId}`;
export const serviceKey = (offeringId: OfferingId, orderNumber: OrderNumber) => ({
  pk: servicePartition(offeringId),
  sk: `${SERVICE}${orderNumber}`,
});
