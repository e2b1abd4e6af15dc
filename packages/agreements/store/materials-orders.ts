import type { MaterialsOrders } from "#agreements/ports/materials";
import { part } from "#kernel/transaction-part";
import { queryItems, type Table } from "#platform/dynamo/table";
import { MaterialsOrder } from "../domain/materials.ts";
import { agreementPartition, MATERIALS, materialsKey } from "./keys.ts";

export function materialsOrders(table: Table): MaterialsOrders {
  return {
    create: (order) =>
      part([{ kind: "create", key: materialsKey(order.agreementId, order.orderNumber), item: order, guards: [] }]),
    async ofAgreement(agreementId) {
      const partition = { pk: agreementPartition(agreementId), prefix: MATERIALS };
      return (await queryItems(table, partition, MaterialsOrder)).items;
    },
  };
}
