import { expect, test } from "vitest";
import type { StockParts } from "#catalogue/ports/stock";
import { stockKey } from "#catalogue/store/keys";
import type { AccessKey } from "#kernel/id";
import { OrderNumber, type PlaceId } from "#kernel/ids";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import type { Particulars } from "#registration/domain/particulars";
import { healthKey, placeKey } from "#registration/store/keys";
import { openLine, outcome } from "#test/line";

const ALLERGIES = { questionId: "allergies", answer: "Nøtter" };

/** An order of one place to be named later, in an offering with a choice of two books and a question about health. */
async function orderToBeNamed(pieces = 1) {
  const line = await openLine();
  const [one, other] = [await line.product(pieces), await line.product(pieces)];
  const offering = await line.offering({
    includedGoods: [{ name: { nb: "Lærebok" }, oneOf: [one.productId, other.productId] }],
    questions: [{ questionId: "allergies", text: { nb: "Allergier?" }, kind: "health", required: false }],
  });
  const { orderNumber, key } = await line.order(offering);
  const placed = (await line.ports.orders.get(orderNumber))?.lines[0];
  if (placed?.kind !== "place") throw new Error("The order has one line, of a place.");
  const place = { offeringId: offering.offeringId, placeId: placed.placeId };
  const nameParticipant = nameParticipantUseCase(line.ports);
  const name = (given: Partial<Particulars>, by: { key?: AccessKey; placeId?: PlaceId } = {}) =>
    outcome(
      nameParticipant(
        line.origin(),
        { orderNumber, placeId: by.placeId ?? place.placeId },
        { participant: { name: "Ola Eksempel" }, chosenGoods: [], answers: [], ...given },
        { kind: "guest", key: by.key ?? key },
      ),
    );
  const available = async () => [
    (await line.row(stockKey(one.productId)))?.["available"],
    (await line.row(stockKey(other.productId)))?.["available"],
  ];
  return { line, offering, one, other, place, orderNumber, name, available };
}

test("the book is reserved when the participant is named, and swapped when they choose another", async () => {
  const { line, one, other, place, name, available } = await orderToBeNamed();
  expect(await available()).toEqual([1, 1]);
  expect(await name({ chosenGoods: [one.productId] })).toMatchObject({ goods: [one.productId] });
  expect(await available()).toEqual([0, 1]);
  expect(await name({ chosenGoods: [other.productId], participant: { name: "Kari Eksempel" } })).toMatchObject({
    goods: [other.productId],
  });
  expect(await available()).toEqual([1, 0]);
  expect(await line.row(placeKey(place))).toMatchObject({ participant: { name: "Kari Eksempel" }, version: 3 });
  expect(await line.facts("registration.participant-named.v1")).toHaveLength(2);
});

test("nobody is named with a book that is out of stock, and nothing is stored", async () => {
  const { line, one, place, name } = await orderToBeNamed(0);
  expect(await name({ chosenGoods: [one.productId] })).toBe("out-of-stock");
  expect((await line.row(placeKey(place)))?.["participant"]).toBeUndefined();
});

test("many names at once: one book is reserved, whoever comes last is named", async () => {
  const { one, other, name, available } = await orderToBeNamed();
  await Promise.all(
    Array.from({ length: 6 }, (_, index) => name({ chosenGoods: [(index % 2 ? one : other).productId] })),
  );
  expect((await available()).toSorted()).toEqual([0, 1]);
});

/** Two places of one order name their participants at once, both with the last book; answers what is left of it. */
async function lastBookForTwo(stockOf: (real: StockParts) => StockParts) {
  const line = await openLine();
  const [one, other] = [await line.product(1), await line.product(0)];
  const includedGoods = [{ name: { nb: "Lærebok" }, oneOf: [one.productId, other.productId] }];
  const offering = await line.offering({ includedGoods });
  const { orderNumber, key } = await line.order(offering, { places: 2 });
  const nameParticipant = nameParticipantUseCase({ ...line.ports, stock: stockOf(line.ports.stock) });
  const places = ((await line.ports.orders.get(orderNumber))?.lines ?? []).flatMap((each) =>
    each.kind === "place" ? [each.placeId] : [],
  );
  const given = { participant: { name: "Ola Eksempel" }, chosenGoods: [one.productId], answers: [] };
  const answers = await Promise.all(
    places.map((placeId) =>
      outcome(nameParticipant(line.origin(), { orderNumber, placeId }, given, { kind: "guest", key })),
    ),
  );
  return { answers, available: (await line.row(stockKey(one.productId)))?.["available"] };
}

test("the last book goes to one of two who choose it at once", async () => {
  const { answers, available } = await lastBookForTwo((real) => real);
  expect(answers.filter((answer) => answer === "out-of-stock")).toHaveLength(1);
  expect(available).toBe(0);
});

test("negative control: without the condition on stock, the last book goes to both", async () => {
  const { available } = await lastBookForTwo((real) => ({
    ...real,
    reserve: (productId, quantity) => real.release(productId, -quantity),
  }));
  expect(available).toBe(-1);
});

test("a place that is cancelled while it is named gives back the book or never takes it", async () => {
  const { line, offering, one, orderNumber, name, available, place } = await orderToBeNamed();
  const [named] = await Promise.all([
    name({ chosenGoods: [one.productId] }),
    line.ports.unitOfWork.handle(line.origin(), async () => {
      const order = await line.ports.orders.get(orderNumber);
      return order ? line.settlement.expire(order) : [];
    }),
  ]);
  expect(await available()).toEqual([1, 1]);
  expect(await line.row(placeKey(place))).toMatchObject({ status: "cancelled" });
  expect(await line.counters(offering)).toMatchObject({ free: 10 });
  expect([named, await name({ chosenGoods: [one.productId] })]).toContain("place-cancelled");
});

test("another order's key names nobody, and neither does a place of another order", async () => {
  const { line, offering, name } = await orderToBeNamed();
  const other = await line.order(offering);
  const placed = (await line.ports.orders.get(OrderNumber.parse(other.orderNumber)))?.lines[0];
  if (placed?.kind !== "place") throw new Error("The order has one line, of a place.");
  expect(await name({}, { key: other.key })).toBe("not-found");
  expect(await name({}, { placeId: placed.placeId })).toBe("not-found");
});

test("health answers are in a row of their own, replaced with the participant, and gone with the place", async () => {
  const { line, offering, one, place, orderNumber, name } = await orderToBeNamed();
  const health = { consent: true, answers: [ALLERGIES] };
  await name({ chosenGoods: [one.productId], health });
  expect(await line.row(healthKey(place))).toMatchObject({ answers: [ALLERGIES], consentedAt: line.clock() });
  const elsewhere = (await line.everything()).filter((row) => row["sk"] !== healthKey(place).sk);
  expect(JSON.stringify(elsewhere)).not.toContain("Nøtter");

  await name({});
  expect(await line.row(healthKey(place))).toBeUndefined();

  await name({ health });
  await line.cancelPlaces(offering, orderNumber);
  expect(await line.row(healthKey(place))).toBeUndefined();
});
