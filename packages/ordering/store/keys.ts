import type { OrderNumber } from "#kernel/ids";

export const orderKey = (orderNumber: OrderNumber) => ({ pk: `ORDER#${orderNumber}`, sk: "ORDER" });
export const packingKey = (orderNumber: OrderNumber) => ({ pk: `ORDER#${orderNumber}`, sk: "PACKING" });
