import { expect, test } from "vitest";
import { mint, mintAccessKey } from "#kernel/id";
import { EntryId, TicketTypeId } from "#kernel/ids";
import { ZERO } from "#kernel/money";
import { systemRandom } from "#platform/random";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import type { Entry } from "#registration/domain/waiting-list";
import { readOfferForm } from "#registration/http/pages/read-offer-form";
import { openLine, outcome } from "#test/line";

const EMPLOYEES = TicketTypeId.parse("employees");

/** A festival with free tickets for employees of kommune.example.no, and a way to order as one of them. */
async function festival() {
  const line = await openLine();
  const [ordinary] = (await line.offering()).ticketTypes;
  if (!ordinary) throw new Error("The course has a ticket type.");
  const offering = await line.offering({
    kind: "festival",
    ticketTypes: [ordinary, { ...ordinary, ticketTypeId: EMPLOYEES, price: ZERO, who: "municipal-employees" }],
  });
  const employee = async (email: string, proved = email) => ({
    ticketTypeId: EMPLOYEES,
    participant: { name: "Ola Eksempel", email },
    mailProof: await line.mailProof(proved),
  });
  return { line, offering, employee };
}

test("an employee gets one free ticket for a proved work address, and confirmed at once", async () => {
  const { line, offering, employee } = await festival();
  const order = await line.order(offering, await employee("ola@kommune.example.no"));
  expect(order.status).toBe("confirmed");
  expect(await outcome(line.order(offering, await employee("ola@kommune.example.no")))).toBe("participant-has-place");
  const another = await line.offering({ kind: "festival", ticketTypes: offering.ticketTypes });
  expect(await outcome(line.order(another, await employee("ola@kommune.example.no")))).toMatchObject({
    status: "confirmed",
  });
});

test.each([
  ["elsewhere", "ola@example.no", "ola@example.no", "employee-address-missing"],
  ["that only ends alike", "ola@minkommune.example.no", "ola@minkommune.example.no", "employee-address-missing"],
  ["that somebody else has proved", "ola@kommune.example.no", "kari@kommune.example.no", "mail-proof-missing"],
])("no employee's ticket for an address %s", async (_what, email, proved, code) => {
  const { line, offering, employee } = await festival();
  expect(await outcome(line.order(offering, await employee(email, proved)))).toBe(code);
  expect(await line.placesTaken(offering)).toBe(0);
});

test("no employee's ticket without a name, without a proof, or with one that is too old", async () => {
  const { line, offering, employee } = await festival();
  const { mailProof, ...unproved } = await employee("ola@kommune.example.no");
  expect(await outcome(line.order(offering, { ticketTypeId: EMPLOYEES }))).toBe("employee-address-missing");
  expect(await outcome(line.order(offering, unproved))).toBe("mail-proof-missing");
  line.pass(86_400);
  expect(await outcome(line.order(offering, { ...unproved, mailProof }))).toBe("mail-proof-missing");
});

test("one address twice in one order is refused, as it is in two", async () => {
  const { line, offering, employee } = await festival();
  const ola = await employee("ola@kommune.example.no");
  expect(await outcome(line.order(offering, { each: [ola, ola] }))).toBe("participant-has-place");
  expect(await line.placesTaken(offering)).toBe(0);
});

test("a cancelled place frees its address, and a new name frees the old one's", async () => {
  const { line, offering, employee } = await festival();
  const ola = await employee("ola@kommune.example.no");
  const kari = await employee("kari@kommune.example.no");
  const first = await line.order(offering, ola);
  await line.cancelPlaces(offering, first.orderNumber);
  const second = await line.order(offering, ola);
  const placed = (await line.ports.orders.get(second.orderNumber))?.lines[0];
  if (placed?.kind !== "place") throw new Error("The order has one line, of a place.");
  const { ticketTypeId: _type, ...particulars } = kari;
  await nameParticipantUseCase(line.ports)(
    line.origin(),
    { orderNumber: second.orderNumber, placeId: placed.placeId },
    { ...particulars, chosenGoods: [], answers: [] },
    { kind: "guest", key: second.key },
  );
  expect(await outcome(line.order(offering, kari))).toBe("participant-has-place");
  expect(await outcome(line.order(offering, ola))).toMatchObject({ status: "confirmed" });
});

test("no address in a key, in an event or in the counters", async () => {
  const { line, offering, employee } = await festival();
  await line.order(offering, await employee("ola@kommune.example.no"));
  const keys = (await line.everything()).map(({ pk, sk }) => `${pk} ${sk}`);
  expect(keys.join("\n")).not.toContain("kommune.example.no");
  expect(JSON.stringify([await line.facts(), await line.counters(offering)])).not.toContain("kommune.example.no");
});

test("an offered employees' ticket ordered from another address is told why, at that field", async () => {
  const { line, offering } = await festival();
  const employee = { name: "Ola Eksempel", email: "ola@kommune.example.no" };
  const entry: Entry = {
    ...employee,
    entryId: mint(EntryId, systemRandom),
    key: mintAccessKey(systemRandom),
    offeringId: offering.offeringId,
    ticketTypeId: EMPLOYEES,
    locale: "nb",
    joinedAt: line.clock(),
    status: "waiting",
    version: 1,
  };
  const details = { entry, offering, products: new Map(), at: line.clock() };
  const fields = { ...employee, "buyer-name": "Kari Eksempel", "expected-total": "0" };
  expect(readOfferForm({ ...fields, "buyer-email": "kari@example.no" }, details, "nb")).toEqual({
    errors: [{ field: "buyer-email", message: expect.stringContaining("samme adressen") }],
  });
  expect(readOfferForm({ ...fields, "buyer-email": employee.email }, details, "nb")).toHaveProperty("value");
});
