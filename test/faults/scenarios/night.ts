import assert from "node:assert/strict";
import { plusSeconds, toInstant } from "#kernel/clock";
import { ERASED } from "#kernel/personal-data";
import { see } from "#local/demo/buying";
import type { Walk } from "#local/demo/walk";
import { OrderView } from "#ordering/http/order-view";
import { pageOf } from "#platform/http/paging";
import { ListedReconciliation } from "#reconciliation/http/views";
import type { Begin } from "../scenario.ts";
import { deckByCard } from "./card.ts";
import { seededIsOver } from "./course.ts";

const DAY = 86_400;
/** An order that nobody pays for is kept so long. */
const CART_DAYS = 30;

/** A night walks through all rows twice: everything is recounted, and who left a cart a month ago is forgotten. */
export async function night(walk: Walk): Promise<Begin> {
  await seededIsOver(walk);
  return async (client) => {
    const order = await deckByCard(client, client.person("Per Pauseknapp"));
    await client.pass(40 * 60);
    assert.equal((await see(client, order)).status, "expired");
    const begun = toInstant((await client.now()).getTime());
    const path = `/orders/${order.orderNumber}`;
    return {
      act: () => client.passTo(plusSeconds(begun, (CART_DAYS + 1) * DAY)),
      async afterwards() {
        const { buyer, deliveryAddress } = await client.get(OrderView, path, { as: "administrator" });
        assert.deepEqual({ buyer, deliveryAddress }, { buyer: ERASED, deliveryAddress: undefined });
        const recounted = await client.listed(
          "/reconciliations",
          pageOf(ListedReconciliation),
          ({ status, askedBy, askedAt }) => status === "finished" && askedBy === "schedule" && askedAt > begun,
        );
        assert.equal(recounted?.differences, 0);
      },
    };
  };
}
