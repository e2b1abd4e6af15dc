import { toInstant } from "#kernel/clock";
import { kroner } from "#kernel/money";
import { startEngine } from "#local/dynamodb/engine";
import { capacityKey } from "#registration/store/keys";
import { callOff, freeOrders, walker } from "#test/called-off";
import { createTestTable } from "#test/dynamo";
import { openShop } from "#test/shop";
import { report } from "./report.ts";

const PLACES = 1500;

/** A festival of 1,500 is called off: everybody's place is cancelled, in pages, every tenth event delivered twice. */
export async function benchCalledOff(): Promise<void> {
  const engine = await startEngine();
  const shop = await openShop(toInstant(Date.now()), await createTestTable(engine.endpoint));
  const { ticketTypes } = await shop.offering();
  const free = ticketTypes.map((type) => ({ ...type, price: kroner(0) }));
  const offering = await shop.offering({ capacity: PLACES, ticketTypes: free });
  await freeOrders(shop, offering, PLACES);
  await callOff(shop, offering);
  const started = performance.now();
  const events = await walker(shop)(offering.offeringId, "walk");
  const seconds = (performance.now() - started) / 1000;
  const left = (await shop.row(capacityKey(offering.offeringId)))?.["free"];
  await engine.stop();
  report(
    `An offering with ${PLACES} places is called off`,
    "each place of an order of its own; the walk's events one after the other",
    {
      "events of the walk": events,
      "places free again (1500)": Number(left),
      seconds: seconds.toFixed(1),
    },
  );
}
