import { toInstant } from "#kernel/clock";
import { DomainError } from "#kernel/domain-error";
import { kroner } from "#kernel/money";
import { startEngine } from "#local/dynamodb/engine";
import { startDynamoGateway } from "#local/dynamodb/gateway";
import { Faults, faultSwitches } from "#local/faults";
import { PlaceOrderCommand } from "#ordering/app/place-order";
import { capacityKey } from "#registration/store/keys";
import { createTestTable } from "#test/dynamo";
import { KARI, ORDINARY, openShop } from "#test/shop";
import { report } from "./report.ts";

const BUYERS = 500;
const PLACES = 50;

/** 500 buyers at once for 50 places, on an engine that answers conflicts as AWS would. A 503 is asked again, as its Retry-After says. */
export async function benchRush(): Promise<void> {
  const engine = await startEngine();
  const faults = new Faults();
  faults.set(faultSwitches.parse({ conflicts: true }));
  const gateway = await startDynamoGateway(engine.endpoint, faults);
  const shop = await openShop(toInstant(Date.now()), await createTestTable(gateway.endpoint));
  const { offeringId } = await shop.offering({ capacity: PLACES });
  const command = PlaceOrderCommand.parse({
    buyer: KARI,
    payment: "card",
    places: [{ offeringId, ticketTypeId: ORDINARY, participant: { name: KARI.name } }],
    expectedTotal: kroner(950),
  });
  const answers = new Map<string, number>();
  const count = (answer: string) => answers.set(answer, (answers.get(answer) ?? 0) + 1);
  const buy = async (): Promise<void> => {
    try {
      await shop.placeOrder(shop.origin(), command, "nb");
      count("placed");
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      count(error.code);
      if (error.code === "busy-try-again") await buy();
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: BUYERS }, buy));
  const seconds = (performance.now() - started) / 1000;
  const free = (await shop.row(capacityKey(offeringId)))?.["free"];
  await gateway.stop();
  await engine.stop();
  report(
    `${BUYERS} buyers at once for ${PLACES} places`,
    "conflicts answered as AWS does; a spent retry budget is asked again",
    {
      "placed (50)": answers.get("placed") ?? 0,
      "told it is full (450)": answers.get("offering-full") ?? 0,
      "503 on the way": answers.get("busy-try-again") ?? 0,
      "places left (0)": Number(free),
      seconds: seconds.toFixed(1),
    },
  );
}
