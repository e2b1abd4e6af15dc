import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { adjustStockUseCase } from "#catalogue/app/adjust-stock";
import { products } from "#catalogue/store/products";
import { Instant } from "#kernel/clock";
import { AnyEnvelope } from "#kernel/event";
import { mintAccessKey } from "#kernel/id";
import { AllotmentId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import type { Table } from "#platform/dynamo/table";
import { systemRandom } from "#platform/random";
import type { Bucket } from "#platform/s3/bucket";
import { OWED_MAILS } from "#reconciliation/app/owed-mails";
import { openAgreements } from "./agreements.ts";
import { openAcademy } from "./certificates.ts";
import { openEducation } from "./cohort.ts";
import { createTestTable } from "./dynamo.ts";
import { openLine } from "./line.ts";
import { openPortfolio } from "./portfolio.ts";
import { openPrivacy } from "./privacy.ts";
import type { Row } from "./rows.ts";
import { KARI, ORDINARY, openShop } from "./shop.ts";
import { openTill } from "./till.ts";

/** A moment at which everything in the whole world is long done. */
export const LATER = Instant.parse("2027-07-01T09:00:00.000Z");

/** Rows of every kind that is recounted, as the use cases leave them: each part of the world from a table of its own. */
export async function wholeWorld(): Promise<Row[]> {
  const parts = await Promise.all([sales(), waiting(), seats(), participants(), handIns(), certificates(), asking()]);
  const rows = parts.flat();
  return [...rows, ...mailsOwedBy(rows)];
}

/** A table that holds these rows. */
export async function tableOf(rows: readonly Row[]): Promise<Table> {
  const { client, tableName } = await createTestTable();
  for (let from = 0; from < rows.length; from += 25) {
    const puts = rows
      .slice(from, from + 25)
      .map((row) => ({ PutRequest: { Item: marshall(row, { removeUndefinedValues: true }) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: puts } }));
  }
  return { client, name: tableName };
}

/** Somebody who has seen what is held about them, and the night after. */
async function asking(): Promise<Row[]> {
  const shop = await openShop();
  const nothing: Bucket = { put: async () => {}, get: async () => undefined, delete: async () => {} };
  const privacy = openPrivacy(shop, { files: nothing, waiting: nothing });
  await privacy.ask("export", KARI.email);
  await privacy.settle();
  await privacy.night();
  return shop.everything();
}

/** One order of a book and a place with a deck, paid by card; one that somebody gave up. */
async function sales(): Promise<Row[]> {
  const till = await openTill();
  const { shop, stripe } = till;
  const adjustStock = adjustStockUseCase({ ...shop.ports, products: products(shop.table) });
  const onShelf = async () => {
    const product = await shop.product(0, { weightGrams: 0 });
    await adjustStock(shop.origin(), product.productId, { reason: "received", change: 10 });
    return product;
  };
  const [book, deck] = [await onShelf(), await onShelf()];
  const offering = await shop.offering({
    includedGoods: [{ name: { nb: "Kort" }, oneOf: [deck.productId] }],
    allotments: [
      {
        allotmentId: AllotmentId.parse("own"),
        name: { nb: "Egne" },
        ticketTypeId: ORDINARY,
        places: 3,
        key: mintAccessKey(systemRandom),
      },
    ],
  });
  const order = () =>
    shop.placeOrder(
      shop.origin(),
      {
        buyer: KARI,
        payment: "card",
        goods: [{ productId: book.productId, quantity: 2 }],
        places: [
          { offeringId: offering.offeringId, ticketTypeId: ORDINARY, chosenGoods: [deck.productId], answers: [] },
        ],
        expectedTotal: kroner(1350),
      },
      "nb",
    );
  stripe.control.pay(await till.checkout(await order()));
  await till.deliver();
  const { orderNumber } = await order();
  await till.pass(3 * 3600);
  await till.closeUnpaidOrder(shop.origin(), orderNumber);
  await stripe.close();
  return shop.everything();
}

/** A full course, and two who wait for a place in it. */
async function waiting(): Promise<Row[]> {
  const line = await openLine();
  const [ticketType] = (await line.offering()).ticketTypes;
  if (!ticketType) throw new Error("The course has a ticket type.");
  const course = await line.offering({ capacity: 2, ticketTypes: [{ ...ticketType, price: kroner(0) }] });
  await line.order(course, { places: 2 });
  await line.join(course);
  await line.join(course);
  return line.everything();
}

/** An agreement with two seats used and one given back. */
async function seats(): Promise<Row[]> {
  const at = await openAgreements();
  const school = await at.agree();
  const cohort = await at.cohort(2026);
  const { seatId } = await at.take(school, cohort);
  await at.take(school, cohort);
  await at.take(school, cohort);
  at.pass(60);
  await at.giveBack(school, seatId);
  return at.everything();
}

/** Two who take part in a cohort, one day marked. */
async function participants(): Promise<Row[]> {
  const education = await openEducation();
  const { cohortId } = await education.cohort();
  await education.signUp(cohortId, education.people(2));
  await education.settleEvents();
  education.pass(28 * 86_400);
  const marks = (await education.everybody(cohortId)).map(({ placeId }) => ({ placeId, mark: "present" as const }));
  await education.mark(cohortId, "d1", marks);
  return education.everything();
}

/** A portfolio with a document. */
async function handIns(): Promise<Row[]> {
  const portfolio = await openPortfolio();
  await portfolio.addText();
  return portfolio.everything();
}

/** Three certificates, of which one is revoked. */
async function certificates(): Promise<Row[]> {
  const academy = await openAcademy();
  const cohort = await academy.cohort(9);
  for (let count = 0; count < 3; count += 1) await academy.participant(cohort, { absent: 1 });
  await academy.issueAll(cohort);
  const [first] = await academy.listed(cohort);
  if (!first) throw new Error("There are three.");
  await academy.revoke(academy.shop.origin(), first.certificateId, { reason: "Feil person." }, academy.administrator);
  return academy.shop.everything();
}

/** What notifications leaves of each fact that owes a mail. */
function mailsOwedBy(rows: readonly Row[]): Row[] {
  return rows.flatMap(({ envelope }) => {
    if (envelope === undefined) return [];
    const { id, type, occurredAt, correlationId } = AnyEnvelope.parse(JSON.parse(String(envelope)));
    const template = OWED_MAILS.get(type);
    if (template === undefined) return [];
    const mailId = `${id}.${template}.0`;
    const notice = { template: "order-expired", orderNumber: "K7M4-9QXY" };
    const sent = { status: "sent", sentAt: occurredAt, messageId: "ses-1", attempts: 1, version: 2 };
    return [{ pk: `MAIL#${mailId}`, sk: "MAIL", mailId, notice, correlationId, owedAt: occurredAt, ...sent }];
  });
}
