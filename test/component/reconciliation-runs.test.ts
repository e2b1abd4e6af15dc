import { expect, test } from "vitest";
import { PersonId } from "#kernel/caller";
import { type Instant, plusSeconds } from "#kernel/clock";
import { mint } from "#kernel/id";
import { kroner } from "#kernel/money";
import { part } from "#kernel/transaction-part";
import { cancelPlacesUseCase } from "#ordering/app/cancel-places";
import { systemRandom } from "#platform/random";
import { askNightlyUseCase, askReconciliationUseCase } from "#reconciliation/app/ask-reconciliation";
import { suspectsIn } from "#reconciliation/app/checks";
import { reconcileUseCase } from "#reconciliation/app/reconcile";
import { type Counted, recountOf } from "#reconciliation/app/recount";
import { settledDifferences, type WalkTable } from "#reconciliation/app/settled-differences";
import type { ReconciliationId } from "#reconciliation/domain/reconciliation";
import { reconciliationFinished } from "#reconciliation/events/reconciliation-finished";
import { reconciliations } from "#reconciliation/store/reconciliations";
import { wholeTable } from "#reconciliation/store/whole-table";
import { capacityKey } from "#registration/store/keys";
import { count } from "#test/counts";
import { openLine } from "#test/line";
import { openShop, type Shop } from "#test/shop";
import { countedRows } from "../../functions/reconciliation/wire.ts";

/** Reconciliations of a shop: asked for, done, and read. */
function reconcilerOf(shop: Shop, walkTable: WalkTable = wholeTable(shop.table, countedRows)) {
  const ports = { unitOfWork: shop.ports.unitOfWork, reconciliations: reconciliations(shop.table) };
  const reconcile = reconcileUseCase({ ...ports, walkTable, measure: () => {} });
  const ask = askReconciliationUseCase(ports);
  const nightly = askNightlyUseCase(ports);
  return {
    ask: async () => (await ask(shop.origin(), mint(PersonId, systemRandom))).reconciliationId,
    nightly: () => nightly(shop.origin()),
    reconcile: (reconciliationId: ReconciliationId) => reconcile(shop.origin(), reconciliationId),
    get: ports.reconciliations.get,
    list: async () => (await ports.reconciliations.list({ limit: 100 })).items,
    /** Whatever is due, as the sweep does it. */
    async sweep() {
      for (const { reconciliationId } of await this.list()) await reconcile(shop.origin(), reconciliationId);
    },
  };
}

test("while orders run nothing is reported but what stands: single walks see rows of before and after", {
  timeout: 60_000,
}, async (context) => {
  const line = await openLine();
  const [ticketType] = (await line.offering()).ticketTypes;
  if (!ticketType) throw new Error("The course has a ticket type.");
  const free = { ticketTypes: [{ ...ticketType, price: kroner(0) }] };
  const busy = await line.offering({ capacity: 500, ...free });
  const quiet = await line.offering({ capacity: 2, ...free });
  await line.order(quiet, { places: 2 });
  const cancelPlaces = cancelPlacesUseCase(line.ports);
  const placed = [await line.order(busy)];
  while (placed.length < 8) placed.push(await line.order(busy));
  /** Somebody orders a place, and somebody else cancels one. */
  async function traffic(): Promise<void> {
    placed.push(await line.order(busy));
    const oldest = placed.shift();
    const [order] = oldest ? await line.ports.orders.load([oldest.orderNumber]) : [];
    const placeIds = order?.lines.flatMap((each) => (each.kind === "place" ? [each.placeId] : [])) ?? [];
    if (order) await cancelPlaces(line.origin(), order.orderNumber, { placeIds }, { kind: "guest", key: order.key });
  }
  const pages = wholeTable(line.table, countedRows, 20);
  let suspected = 0;
  let open = true;
  const walkTable = async function* () {
    const seen: Counted[] = [];
    let commands = 0;
    for await (const page of pages()) {
      seen.push(...page.facts);
      yield page;
      // Not after each page: the table would grow faster than it is walked.
      if (open && commands++ < 4) await traffic();
    }
    suspected += suspectsIn(recountOf(seen), judgedAt(line.clock())).filter(({ rows }) => !isQuiet(rows)).length;
  };
  const isQuiet = (keys: readonly string[]) => keys.some((key) => key.includes(quiet.offeringId));
  const settle = () => settledDifferences(walkTable, line.clock, performance.now() + 60_000);
  // Where rows lie in the table is chance, and so is which of them a walk sees too early.
  for (let round = 0; round < 1 || (suspected === 0 && round < 20); round += 1)
    expect((await settle()).stands).toEqual([]);
  expect(suspected, "single walks that would have been false alarms").toBeGreaterThan(0);
  await line.ports.unitOfWork.handle(line.origin(), async () => [
    part([{ kind: "change", key: capacityKey(quiet.offeringId), add: { free: 1 }, guards: [] }]),
  ]);
  const { stands } = await settle();
  expect(stands.map(({ says }) => says)).toEqual([`${quiet.offeringId} counts 1 free, and its rows 0`]);
  open = false;
  expect(await settle()).toMatchObject({ passes: 2, unsettled: [] });
  count(context, "suspicions under traffic, of which none was reported", suspected);
});

function judgedAt(now: Instant) {
  return { until: plusSeconds(now, -3600), mailsSince: plusSeconds(now, -86_400) };
}

test("a mail on its way is no difference, one that has not come after an hour is", async () => {
  const line = await openLine();
  await line.join(await line.offering({ capacity: 1 })).catch(() => undefined);
  const course = await line.offering({ capacity: 1 });
  await line.order(course);
  await line.join(course);
  const at = reconcilerOf(line);
  const told = async () => {
    const reconciliationId = await at.ask();
    await at.reconcile(reconciliationId);
    const done = await at.get(reconciliationId);
    return done?.status === "finished" ? done.differences.map(({ says }) => says).join() : done?.status;
  };
  expect(await told()).toBe("");
  line.pass(3602);
  expect(await told()).toMatch(/^registration\.waiting-list-joined\.v1 evt_\w+ has no mail$/);
});

test("each night one is asked for, once, and told of as a fact", async () => {
  const shop = await openShop();
  const at = reconcilerOf(shop);
  const nights = async () => {
    await Promise.all([at.nightly(), at.nightly(), at.nightly()]);
    await at.sweep();
    return (await shop.facts(reconciliationFinished.type)).length;
  };
  expect(await nights()).toBe(0);
  // From 10 in the morning to 03:14, and a minute more.
  shop.pass((17 * 60 + 14) * 60);
  expect(await nights()).toBe(0);
  shop.pass(60);
  expect(await nights()).toBe(1);
  expect(await nights()).toBe(1);
  shop.pass(86_400);
  expect(await nights()).toBe(2);
  const [last] = await shop.facts(reconciliationFinished.type);
  expect(reconciliationFinished.data.parse(last?.data).differences).toEqual([]);
});

test("one is done by one only; whoever dies at it leaves it due, and the fourth gives it up", async () => {
  const shop = await openShop();
  let walks = 0;
  const walk = wholeTable(shop.table, countedRows);
  const counting: WalkTable = () => {
    walks += 1;
    return walk();
  };
  const at = reconcilerOf(shop, counting);
  const first = await at.ask();
  await Promise.all([at.reconcile(first), at.reconcile(first), at.reconcile(first)]);
  await at.reconcile(first);
  expect(walks).toBe(1);
  expect(await at.get(first)).toMatchObject({ status: "finished", attempts: 1 });
  const broken = reconcilerOf(shop, () => {
    throw new Error("killed on purpose");
  });
  const second = await broken.ask();
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await expect(broken.reconcile(second)).rejects.toThrow("killed on purpose");
    expect(await at.get(second)).toMatchObject({ status: "running", attempts: attempt });
    await broken.reconcile(second);
    shop.pass(16 * 60);
  }
  await broken.reconcile(second);
  expect(await at.get(second)).toMatchObject({ status: "given-up" });
});

test("a walk whose time is over is no report", async () => {
  const shop = await openShop();
  await shop.product(1);
  const walk = wholeTable(shop.table, countedRows);
  await expect(settledDifferences(walk, shop.clock, performance.now() - 1)).rejects.toThrow("its time was over");
});
