import { expect, test } from "vitest";
import { mintAccessKey } from "#kernel/id";
import { AllotmentId, TicketTypeId } from "#kernel/ids";
import { systemRandom } from "#platform/random";
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
