import * as z from "zod";
import { Instant } from "#kernel/clock";
import { OfferingId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { place } from "#local/demo/buying";
import { Walk } from "#local/demo/walk";
import { offeringSeeds } from "#local/seed/offerings";
import { CheckoutStarted } from "#payment/app/start-checkout";
import { type Product, startProduct } from "#test/product";
import { milliseconds, report } from "./report.ts";

const Draft = z.object({ offeringId: OfferingId, version: z.int() });

const WARM_UP = 50;
const ORDERS = 200;
/** Buyers at a time, as a busy hour has them: queues then deliver small batches, as they do in AWS. */
const AT_A_TIME = 5;

/** The functions' CPU for an order from its placing to its confirmation mail: all functions, bundled as deployed, summed. */
export async function benchPaidOrder(): Promise<void> {
  const product = await startProduct({ bundling: true });
  const walk = new Walk({ apiUrl: product.apiUrl, say: () => {}, keep: () => {} });
  const offeringId = await openCourse(walk);
  await buy(product, walk, offeringId, WARM_UP);
  const before = cpu(product);
  const mailsBefore = (await product.mails()).length;
  await buy(product, walk, offeringId, ORDERS);
  const after = cpu(product);
  const mails = (await product.mails()).length - mailsBefore;
  await product.stop();
  const perFunction = Object.entries(after)
    .map(([entry, spent]) => [entry, (spent - (before[entry] ?? 0)) / ORDERS] as const)
    .filter(([, spent]) => spent >= 0.005);
  const total = perFunction.reduce((sum, [, spent]) => sum + spent, 0);
  report(
    "Function CPU per paid order, order to confirmation mail",
    `${ORDERS} orders of a course place, ${AT_A_TIME} at a time, after ${WARM_UP} to warm up; bundles; CPU of the functions' threads; ${mails} mails`,
    {
      ...Object.fromEntries(perFunction.map(([entry, spent]) => [entry, milliseconds(spent)])),
      "in all (at most 16 ms)": milliseconds(total),
    },
  );
}

function cpu(product: Product): Record<string, number> {
  return Object.fromEntries(Object.entries(product.functions()).map(([entry, { cpuMs }]) => [entry, cpuMs]));
}

/** A course with room for all of them, made as an administrator makes it. */
async function openCourse(walk: Walk): Promise<OfferingId> {
  const now = Instant.parse((await walk.now()).toISOString());
  const details = { ...offeringSeeds["course-digital"](now), capacity: 1000 };
  const { offeringId, version } = await walk.post(Draft, "/offerings", { as: "administrator", body: details });
  await walk.post(Draft, `/offerings/${offeringId}/publication`, { as: "administrator", body: { version } });
  return offeringId;
}

async function buy(product: Product, walk: Walk, offeringId: OfferingId, count: number): Promise<void> {
  for (let from = 0; from < count; from += AT_A_TIME) {
    await Promise.all(
      Array.from({ length: Math.min(AT_A_TIME, count - from) }, () => buyOnePlace(product, walk, offeringId)),
    );
  }
  await product.idle(60_000);
}

async function buyOnePlace(product: Product, walk: Walk, offeringId: OfferingId): Promise<void> {
  const buyer = walk.person("Kari Eksempel");
  const placed = await place(walk, {
    buyer,
    payment: "card",
    places: [{ offeringId, ticketTypeId: "ordinary", participant: { name: buyer.name } }],
    expectedTotal: kroner(250),
  });
  const { url } = await walk.post(CheckoutStarted, `/orders/${placed.orderNumber}/checkout`, { key: placed.key });
  product.stripe.control.pay(url.slice(url.lastIndexOf("/") + 1));
}
