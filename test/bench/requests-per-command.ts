import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { toInstant } from "#kernel/clock";
import { mint } from "#kernel/id";
import { type OfferingId, OrderNumber, PlaceId } from "#kernel/ids";
import { kroner, ZERO } from "#kernel/money";
import { newOrderNumber } from "#kernel/order-number";
import { startEngine } from "#local/dynamodb/engine";
import { PlaceOrderCommand } from "#ordering/app/place-order";
import { systemRandom } from "#platform/random";
import type { Place } from "#registration/ports/places";
import { placeKey } from "#registration/store/keys";
import { createTestTable } from "#test/dynamo";
import { KARI, ORDINARY, openShop, type Shop } from "#test/shop";
import { meter } from "./meter.ts";
import { report } from "./report.ts";

const SIZES = [100, 10_000] as const;

/** A command costs a constant number of requests and capacity units, however many have registered. */
export async function benchRequestsPerCommand(): Promise<void> {
  const figures: Record<string, string> = {};
  for (const registrations of SIZES) {
    const engine = await startEngine();
    const shop = await openShop(toInstant(Date.now()), await createTestTable(engine.endpoint));
    for (const [command, cost] of Object.entries(await costs(shop, registrations))) {
      figures[command] = [figures[command], cost].filter(Boolean).join("   |   ");
    }
    await engine.stop();
  }
  report(
    `Requests to DynamoDB and capacity units per command, with ${SIZES.join(" | ")} registrations`,
    "ConsumedCapacity as the engine reports it; read and write units together",
    figures,
  );
}

async function costs(shop: Shop, registrations: number): Promise<Record<string, string>> {
  const { offeringId } = await shop.offering({ capacity: 5000 });
  await register(shop, offeringId, registrations);
  const spent = meter(shop.table.client);
  const command = PlaceOrderCommand.parse({
    buyer: KARI,
    payment: "card",
    places: [{ offeringId, ticketTypeId: ORDINARY, participant: { name: KARI.name } }],
    expectedTotal: kroner(950),
  });
  const place = () => shop.placeOrder(shop.origin(), command, "nb");
  const settle = (what: "confirm" | "expire") => async () => {
    const { orderNumber } = await place();
    spent.start();
    await shop.ports.unitOfWork.handle(shop.origin(), async () => {
      const order = await shop.settlement.load(orderNumber);
      if (!order) throw new Error("The order is gone.");
      return what === "confirm"
        ? shop.settlement.confirmPaid(
            order,
            { paid: order.total, refundFailed: ZERO, dispute: undefined, movedAt: undefined },
            shop.clock(),
          )
        : shop.settlement.expire(order);
    });
  };
  return {
    "place an order": await spent.during(place),
    "confirm a paid order": await spent.during(settle("confirm")),
    "expire an unpaid order": await spent.during(settle("expire")),
  };
}

/** So many confirmed places, written straight into the table: only their number matters here. */
async function register(shop: Shop, offeringId: OfferingId, registrations: number): Promise<void> {
  const places = Array.from({ length: registrations }, (): Place => {
    const orderNumber = OrderNumber.parse(newOrderNumber(systemRandom));
    const placeId = mint(PlaceId, systemRandom);
    return {
      placeId,
      offeringId,
      ticketTypeId: ORDINARY,
      orderNumber,
      status: "confirmed",
      participant: { name: KARI.name },
      answers: [],
      healthAnswered: false,
      goods: [],
      takenAt: shop.clock(),
      version: 1,
    };
  });
  for (let from = 0; from < places.length; from += 25) {
    const puts = places.slice(from, from + 25).map((place) => ({
      PutRequest: { Item: marshall({ ...placeKey(place), ...place }) },
    }));
    await shop.table.client.send(new BatchWriteItemCommand({ RequestItems: { [shop.table.name]: puts } }));
  }
}
