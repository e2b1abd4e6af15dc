import { expect, test } from "vitest";
import { mintAccessKey } from "#kernel/id";
import { AllotmentId, TicketTypeId } from "#kernel/ids";
import type { Write } from "#kernel/transaction-part";
import { systemRandom } from "#platform/random";
import type { CapacityReads } from "#registration/ports/capacity";
import type { PlaceParts } from "#registration/ports/places";
import { openLine, outcome } from "#test/line";
import { ORDINARY } from "#test/shop";

const EMPLOYEES = TicketTypeId.parse("employees");

/** Two ticket types in one offering: ten places in all, four of them ordinary at most, three set aside for a cohort. */
async function festival() {
  const line = await openLine();
  const [ordinary] = (await line.offering()).ticketTypes;
  if (!ordinary) throw new Error("The course has a ticket type.");
  const allotment = {
    allotmentId: AllotmentId.parse("cohort-5"),
    name: { nb: "Kull 5" },
    ticketTypeId: EMPLOYEES,
    places: 3,
    key: mintAccessKey(systemRandom),
  };
  const offering = await line.offering({
    kind: "festival",
    capacity: 10,
    ticketTypes: [
      { ...ordinary, quota: 4 },
      { ...ordinary, ticketTypeId: EMPLOYEES },
    ],
    allotments: [allotment],
  });
  return { line, offering, allotmentKey: allotment.key };
}

/** Twelve buyers of ordinary tickets, some of employees' and six of the cohort, all at once; `without` takes conditions away. */
async function rush(employees: number, without?: (counter: string) => boolean) {
  const { line, offering, allotmentKey } = await festival();
  const using = without && { placeParts: unguarded(line.ports.placeParts, without), capacity: ALWAYS_ROOM };
  const buyers = (count: number, request: Parameters<typeof line.order>[1]) =>
    Array.from({ length: count }, () => outcome(line.order(offering, request, using)));
  const answers = await Promise.all([
    ...buyers(12, { ticketTypeId: ORDINARY }),
    ...buyers(employees, { ticketTypeId: EMPLOYEES }),
    ...buyers(6, { ticketTypeId: EMPLOYEES, allotmentKey }),
  ]);
  const places = (await line.rows(`OFFERING#${offering.offeringId}`)).filter((row) =>
    String(row["sk"]).startsWith("PLACE#"),
  );
  return {
    refusals: answers.filter((answer) => typeof answer === "string"),
    all: places.length,
    ordinary: places.filter((place) => place["ticketTypeId"] === ORDINARY).length,
    allotted: places.filter((place) => place["allotmentId"] !== undefined).length,
    counters: await line.counters(offering),
  };
}

test("never more places than capacity, in all, per ticket type and per allotment, whatever runs at once", async () => {
  const { refusals, all, ordinary, allotted, counters } = await rush(12);
  expect(all).toBe(10);
  expect(ordinary).toBeLessThanOrEqual(4);
  expect(allotted).toBe(3);
  expect(refusals).toEqual(Array.from({ length: 20 }, () => "offering-full"));
  expect(counters).toMatchObject({ free: 0, open: 0, "allotted:cohort-5": 0 });
});

/** Holds a place with the same counting, without the condition that these counters don't go below zero. */
function unguarded(real: PlaceParts, without: (counter: string) => boolean): PlaceParts {
  const uncounted = (write: Write): Write => {
    if (write.kind !== "change") return write;
    const takes = write.take ?? [];
    const spared = takes.filter(({ attribute }) => without(attribute));
    const add = Object.fromEntries(spared.map(({ attribute, amount }) => [attribute, -amount]));
    return { ...write, add: { ...write.add, ...add }, take: takes.filter((take) => !spared.includes(take)) };
  };
  return {
    ...real,
    hold(place, terms) {
      const { writes, facts } = real.hold(place, terms);
      return { writes: writes.map(uncounted), facts };
    },
  };
}

/** Whoever looks before they take again is told that there is room. */
const ALWAYS_ROOM: CapacityReads = {
  left: async (offeringIds) => new Map(offeringIds.map((offeringId) => [offeringId, PLENTY])),
  holders: async () => [],
};
const PLENTY = Object.fromEntries(
  ["free", "open", "free:ordinary", "open:ordinary", "free:employees", "open:employees", "allotted:cohort-5"].map(
    (counter) => [counter, 99],
  ),
);

test.each([
  ["in all", 12, (counter: string) => counter === "free" || counter === "open"],
  ["per ticket type", 0, (counter: string) => counter.includes(":ordinary")],
  ["per allotment", 12, (counter: string) => counter.startsWith("allotted:")],
])("negative control: without the condition %s, the same rush oversells", async (_what, employees, without) => {
  const { all, ordinary, allotted } = await rush(employees, without);
  expect(all > 10 || ordinary > 4 || allotted > 3).toBe(true);
});

test("an allotment's place goes back to its allotment, and nobody in line is offered it", async () => {
  const { line, offering, allotmentKey } = await festival();
  const cohort = await line.order(offering, { ticketTypeId: EMPLOYEES, allotmentKey });
  await line.order(offering, { ticketTypeId: EMPLOYEES, places: 7 });
  const waiting = await line.join(offering, EMPLOYEES);
  await line.cancelPlaces(offering, cohort.orderNumber);
  await line.settleEvents();
  expect(await line.counters(offering)).toMatchObject({ free: 0, open: -1, "allotted:cohort-5": 3 });
  expect(await line.see(offering, waiting)).toMatchObject({ entry: { status: "waiting" } });
});

test.each([
  ["another key", { ticketTypeId: EMPLOYEES, allotmentKey: mintAccessKey(systemRandom) }],
  ["another ticket type than the allotment's", { ticketTypeId: ORDINARY }],
])("an allotment's place is not taken with %s", async (_what, request) => {
  const { line, offering, allotmentKey } = await festival();
  expect(await outcome(line.order(offering, { allotmentKey, ...request }))).toBe("allotment-key-unknown");
});

test("many cancellations of one place free it once", async () => {
  const { line, offering } = await festival();
  const { orderNumber } = await line.order(offering);
  const placed = await line.ports.orders.get(orderNumber);
  const expired = await Promise.all(
    Array.from({ length: 8 }, () =>
      outcome(
        line.ports.unitOfWork.handle(line.origin(), async () => {
          const order = await line.ports.orders.get(orderNumber);
          return order?.status === "awaiting-payment" ? line.settlement.expire(order) : [];
        }),
      ),
    ),
  );
  expect(placed?.status).toBe("awaiting-payment");
  expect(expired).toEqual(expired.map(() => undefined));
  expect(await line.counters(offering)).toMatchObject({ free: 7, open: 7, "free:ordinary": 4, "open:ordinary": 4 });
});
