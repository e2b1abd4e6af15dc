import { TransactWriteItemsCommand, type TransactWriteItemsCommandInput } from "@aws-sdk/client-dynamodb";
import { toInstant } from "#kernel/clock";
import { kroner } from "#kernel/money";
import { startEngine } from "#local/dynamodb/engine";
import { PlaceOrderCommand } from "#ordering/app/place-order";
import { createTestTable } from "#test/dynamo";
import { KARI, ORDINARY, openShop } from "#test/shop";
import { median, milliseconds, report } from "./report.ts";

const WARM_UP = 200;
const ORDERS = 500;

/**
 * Place-order (validate, decide, write) against the bare transaction it needs: the same writes with fresh keys, sent by
 * the same client to the same engine, the two taking turns in one run.
 */
export async function benchPlaceOrder(): Promise<void> {
  const engine = await startEngine();
  const shop = await openShop(toInstant(Date.now()), await createTestTable(engine.endpoint));
  const { client } = shop.table;
  let sent: TransactWriteItemsCommandInput | undefined;
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (context.commandName === "TransactWriteItemsCommand" && isTransaction(args.input)) sent = args.input;
      return next(args);
    },
    { step: "initialize", name: "seen" },
  );
  const { offeringId } = await shop.offering({ capacity: 2 * (WARM_UP + ORDERS) });
  const request = {
    buyer: KARI,
    payment: "card",
    places: [{ offeringId, ticketTypeId: ORDINARY, participant: { name: KARI.name } }],
    expectedTotal: kroner(950),
  };
  const placing: number[] = [];
  const bare: number[] = [];
  for (let index = 0; index < WARM_UP + ORDERS; index++) {
    const idempotency = { scope: "place-order#guest", key: `key-${index}`, requestHash: "hash" };
    const placed = await timed(() =>
      shop.placeOrder({ ...shop.origin(), idempotency }, PlaceOrderCommand.parse(request), "nb"),
    );
    const again = withFreshKeys(sent, index);
    const written = await timed(() => client.send(new TransactWriteItemsCommand(again)));
    if (index < WARM_UP) continue;
    placing.push(placed);
    bare.push(written);
  }
  await engine.stop();
  report(
    "Place-order against the bare transaction it needs",
    `${ORDERS} of each in turn, after ${WARM_UP} to warm up; p50`,
    {
      "place-order": milliseconds(median(placing)),
      "bare transaction": milliseconds(median(bare)),
      "ratio (at most 1.5)": (median(placing) / median(bare)).toFixed(2),
    },
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The same writes: what is created gets a key of its own, what is changed is changed again. */
function withFreshKeys(
  input: TransactWriteItemsCommandInput | undefined,
  index: number,
): TransactWriteItemsCommandInput {
  const items = input?.TransactItems?.map((item) =>
    item.Put?.Item
      ? { Put: { ...item.Put, Item: { ...item.Put.Item, pk: { S: `BARE#${index}#${item.Put.Item["pk"]?.S}` } } } }
      : item,
  );
  return { TransactItems: items };
}

function isTransaction(input: object): input is TransactWriteItemsCommandInput {
  return "TransactItems" in input;
}
