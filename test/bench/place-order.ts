import { TransactWriteItemsCommand, type TransactWriteItemsCommandInput } from "@aws-sdk/client-dynamodb";
import { toInstant } from "#kernel/clock";
import { kroner } from "#kernel/money";
import { startEngine } from "#local/dynamodb/engine";
import { PlaceOrderCommand } from "#ordering/app/place-order";
import { createTestTable } from "#test/dynamo";
import { KARI, ORDINARY, openShop } from "#test/shop";
import { median, milliseconds, report } from "./report.ts";

const ROUNDS = 12;
/** The engine scans the stream at every write: a fresh one each round, so that its slowness doesn't drown the difference. */
const ORDERS_A_ROUND = 50;
const WARM_UP_ROUNDS = 4;

interface Times {
  readonly placing: number[];
  readonly bare: number[];
}

/**
 * Place-order (validate, decide, write) against the bare transaction it needs: the same writes with fresh keys, sent by
 * the same client to the same engine, the two taking turns in one run.
 */
export async function benchPlaceOrder(): Promise<void> {
  const times: Times = { placing: [], bare: [] };
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const { placing, bare } = await measureRound();
    if (round < WARM_UP_ROUNDS) continue;
    times.placing.push(...placing);
    times.bare.push(...bare);
  }
  const [placing, bare] = [median(times.placing), median(times.bare)];
  report(
    "Place-order against the bare transaction it needs",
    `${times.bare.length} of each in turn, ${ORDERS_A_ROUND} on each fresh engine, after ${WARM_UP_ROUNDS} such rounds to warm up; p50`,
    {
      "place-order": milliseconds(placing),
      "bare transaction": milliseconds(bare),
      "ratio (at most 1.5)": (placing / bare).toFixed(2),
    },
  );
}

async function measureRound(): Promise<Times> {
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
  const { offeringId } = await shop.offering({ capacity: 2 * ORDERS_A_ROUND });
  const request = {
    buyer: KARI,
    payment: "card",
    places: [{ offeringId, ticketTypeId: ORDINARY, participant: { name: KARI.name } }],
    expectedTotal: kroner(950),
  };
  const times: Times = { placing: [], bare: [] };
  for (let index = 0; index < ORDERS_A_ROUND; index++) {
    const idempotency = { scope: "place-order#guest", key: `key-${index}`, requestHash: "hash" };
    times.placing.push(
      await timed(() => shop.placeOrder({ ...shop.origin(), idempotency }, PlaceOrderCommand.parse(request), "nb")),
    );
    const again = withFreshKeys(sent, index);
    times.bare.push(await timed(() => client.send(new TransactWriteItemsCommand(again))));
  }
  client.destroy();
  await engine.stop();
  return times;
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
