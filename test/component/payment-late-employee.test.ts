import { expect, onTestFinished, test } from "vitest";
import { TicketTypeId } from "#kernel/ids";
import { kroner, type Money, ZERO } from "#kernel/money";
import type { PlaceRequest } from "#registration/ports/places";
import { ORDINARY } from "#test/shop";
import { openTill } from "#test/till";

test("a late payment goes back when an employee among its places has a ticket by another order now", async () => {
  const till = await openTill();
  onTestFinished(() => till.stripe.close());
  const { shop, stripe } = till;
  const [ordinary] = (await shop.offering()).ticketTypes;
  if (!ordinary) throw new Error("The course has a ticket type.");
  const ticketTypeId = TicketTypeId.parse("employees");
  const employees = { ...ordinary, ticketTypeId, price: ZERO, who: "municipal-employees" as const };
  const { offeringId } = await shop.offering({ ticketTypes: [ordinary, employees] });
  const participant = { name: "Ola Eksempel", email: "ola@kommune.example.no" };
  const mailProof = await shop.mailProof(participant.email);
  const paying = { offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const free = { ...paying, ticketTypeId, participant, mailProof };
  const order = (places: PlaceRequest[], expectedTotal: Money) =>
    shop.placeOrder(
      shop.origin(),
      { buyer: participant, mailProof, payment: "card", goods: [], places, expectedTotal },
      "nb",
    );

  const late = await order([paying, free], kroner(950));
  await till.pass(36 * 60);
  await till.closeUnpaidOrder(shop.origin(), late.orderNumber);
  await order([free], ZERO);
  const { orderNumber } = late;
  const session = await stripe.session({
    client_reference_id: orderNumber,
    payment_intent_data: { metadata: { orderNumber } },
  });
  stripe.control.pay(session.id);
  await till.deliver();
  const inBetween = await shop.ports.orders.get(orderNumber);
  expect([inBetween?.status, inBetween?.paid]).toEqual(["expired", kroner(950)]);
  await till.payBackAll(2);
  expect((await shop.ports.orders.get(orderNumber))?.paid).toBe(0);
});
