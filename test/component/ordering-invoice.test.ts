import { describe, expect, test } from "vitest";
import { toInstant } from "#kernel/clock";
import { kroner } from "#kernel/money";
import { cancelPlacesUseCase } from "#ordering/app/cancel-places";
import { listOrdersToInvoiceUseCase } from "#ordering/app/list-orders-to-invoice";
import { orderLists } from "#ordering/store/orders";
import { KARI, ORDINARY, openShop, SCHOOL, SELLER } from "#test/shop";

async function orderOnInvoice(organisation: Partial<typeof SCHOOL> & { invoiceReceiver?: string } = {}) {
  const shop = await openShop();
  const offering = await shop.offering();
  const deck = await shop.product(10, { kind: "card-deck", vatCategory: "S", price: kroner(100), weightGrams: 0 });
  const place = { offeringId: offering.offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] };
  const placed = await shop.placeOrder(
    shop.origin(),
    {
      buyer: { ...KARI, organisation: { ...SCHOOL, ...organisation } },
      payment: "invoice",
      goods: [{ productId: deck.productId, quantity: 2 }],
      places: [place, place],
      expectedTotal: kroner(2100),
      mailProof: await shop.mailProof(KARI.email),
    },
    "nb",
  );
  const list = async () => (await listOrdersToInvoiceUseCase(shop.ports.invoiceBases)(undefined)).items;
  const placeIds = async () => {
    const order = await shop.ports.orders.get(placed.orderNumber);
    return (order?.lines ?? []).flatMap((line) => (line.kind === "place" ? [line.placeId] : []));
  };
  return { shop, placed, list, placeIds, cancel: cancelPlacesUseCase(shop.ports) };
}

test("days and months are Norway's: half past eleven at night in UTC is tomorrow there", async () => {
  const shop = await openShop(toInstant(Date.UTC(2026, 10, 30, 23, 30)));
  const { offeringId } = await shop.offering();
  const places = [{ offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [] }];
  const buyer = { ...KARI, organisation: SCHOOL };
  const mailProof = await shop.mailProof(KARI.email);
  const command = { buyer, payment: "invoice" as const, goods: [], places, expectedTotal: kroner(950), mailProof };
  await shop.placeOrder(shop.origin(), command, "nb");
  const [basis] = (await shop.ports.invoiceBases.list({ limit: 1 })).items;
  expect(new Set(basis?.lines.map((line) => line.deliveredOn))).toEqual(new Set(["2026-12-22"]));
  const placedIn = async (month: string) => (await orderLists(shop.table).byMonth(month, { limit: 10 })).items.length;
  expect([await placedIn("2026-11"), await placedIn("2026-12")]).toEqual([0, 1]);
});

describe("an order on invoice", () => {
  test("is confirmed at once and listed with what an EHF invoice needs", async () => {
    const { placed, list, shop } = await orderOnInvoice();
    expect(placed.status).toBe("confirmed");
    const [basis] = await list();
    expect(basis).toMatchObject({
      orderNumber: placed.orderNumber,
      confirmedAt: shop.clock(),
      seller: SELLER,
      buyer: { organisationNumber: SCHOOL.organisationNumber, invoiceReference: SCHOOL.invoiceReference },
      contact: KARI,
      receiver: SCHOOL.organisationNumber,
      daysToPay: 30,
      internalPosting: false,
      gross: kroner(2100),
    });
    // norway.md's example, twice: teaching 380.00; lunch 126.66 + 31.67; book 221.67; deck 152.00 + 38.00.
    expect(basis?.lines.filter((line) => line.orderLine === 2)).toMatchObject([
      { net: 38000, vat: 0, vatCategory: "E", vatExemptionReason: "Unntatt undervisning, mval. § 3-5" },
      { net: 12666, vat: 3167, vatCategory: "S", vatBasisPoints: 2500 },
      { net: 22167, vat: 0, vatCategory: "Z" },
      {
        net: 15200,
        vat: 3800,
        vatCategory: "S",
        deliveredOn: "2026-11-23",
        deliveredAt: expect.stringContaining("Bergen"),
      },
    ]);
    expect(basis?.lines[0]).toMatchObject({ kind: "goods", quantity: 2, net: 16000, vat: 4000, vatCategory: "S" });
    expect((basis?.net ?? 0) + (basis?.vat ?? 0)).toBe(kroner(2100));
  });

  test("goes to its receiver, and a sale to the own municipality is posted internally", async () => {
    const { list } = await orderOnInvoice({ invoiceReceiver: SELLER.organisationNumber });
    expect((await list())[0]).toMatchObject({ receiver: SELLER.organisationNumber, internalPosting: true });
  });

  test("is invoiced for less when a place is cancelled; the place stays on the list as cancelled", async () => {
    const { cancel, placed, placeIds, shop, list } = await orderOnInvoice();
    const [first, second] = await placeIds();
    const caller = { kind: "guest" as const, key: placed.key };
    const { owedBack } = await cancel(shop.origin(), placed.orderNumber, { placeIds: [first ?? fail()] }, caller);
    expect(owedBack).toBe(kroner(950));
    const [basis] = await list();
    expect(basis?.gross).toBe(kroner(1150));
    expect(basis?.lines.filter((line) => line.cancelledAt).map((line) => line.orderLine)).toEqual([2, 2, 2, 2]);
    await cancel(shop.origin(), placed.orderNumber, { placeIds: [second ?? fail()] }, caller);
    expect((await list())[0]?.gross).toBe(kroner(200));
  });

  test("leaves the list when nothing is left of it", async () => {
    const { shop, placed, list } = await orderOnInvoice();
    const order = await shop.ports.orders.get(placed.orderNumber);
    const lines = order?.lines ?? [];
    await shop.ports.unitOfWork.handle(shop.origin(), () =>
      shop.ports.invoiceBases.withoutLines(placed.orderNumber, lines, shop.clock()),
    );
    expect(await list()).toEqual([]);
  });
});

function fail(): never {
  throw new Error("The order has two places.");
}
