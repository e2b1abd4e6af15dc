import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { seatsOfCohort } from "#agreements/app/seats-of-cohort";
import { agreements } from "#agreements/store/agreements";
import { seatParts, seatReads } from "#agreements/store/seats";
import { offeringEdits } from "#catalogue/app/offering-edits";
import type { Offering, Product } from "#catalogue/ports/for-sale";
import { forSale } from "#catalogue/store/for-sale";
import { offeringKey, productKey, stockKey } from "#catalogue/store/keys";
import { offerings } from "#catalogue/store/offerings";
import { stockParts } from "#catalogue/store/stock-parts";
import { certifiedTrainers } from "#certificates/store/certified-trainers";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { AnyEnvelope, CorrelationId } from "#kernel/event";
import { mint, mintAccessKey } from "#kernel/id";
import { OfferingId, ProductId, TicketTypeId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import type { Origin } from "#kernel/origin";
import { part } from "#kernel/transaction-part";
import { cancellation } from "#ordering/app/cancellation";
import { placeOrderUseCase } from "#ordering/app/place-order";
import { settlement } from "#ordering/app/settlement";
import { invoiceBases } from "#ordering/store/invoice-bases";
import { orders } from "#ordering/store/orders";
import { checkoutParts, payments } from "#payment/store/payments";
import { mailCodes, mailProofParts } from "#people/store/mail-codes";
import type { Table } from "#platform/dynamo/table";
import { type UnitOfWorkOptions, unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { takePlacesUseCase } from "#registration/app/take-places";
import { countersOf } from "#registration/domain/capacity";
import { capacityParts, capacityReads } from "#registration/store/capacity";
import { healthRows } from "#registration/store/health-rows";
import { capacityKey } from "#registration/store/keys";
import { placeParts, placeReads } from "#registration/store/place-parts";
import { placesOfOffering } from "#registration/store/places-of-offering";
import { scheduleParts, scheduleReads } from "#registration/store/schedule";
import { waitingListParts } from "#registration/store/waiting-list-parts";
import { waitingLists } from "#registration/store/waiting-lists";
import { createTestTable, type TestTable } from "./dynamo.ts";
import { everyRow } from "./rows.ts";

export const ORDINARY = TicketTypeId.parse("ordinary");

/** How the unit of work draws and waits, where a test wants it otherwise. */
export type Working = Partial<Pick<UnitOfWorkOptions, "random" | "retryMilliseconds">>;

/**
 * A shop on a table of its own: the stores and use cases as functions wire them, a clock that a test moves, and ways to
 * put things up for sale and to look at the rows.
 */
export async function openShop(
  start: Instant = toInstant(Date.UTC(2026, 10, 2, 9)),
  onTable?: TestTable,
  { random = systemRandom, ...patience }: Working = {},
) {
  const { client, tableName } = onTable ?? (await createTestTable());
  const table: Table = { client, name: tableName };
  let now = start;
  const clock = () => now;
  const work = unitOfWork(table, { clock, random, ...patience });
  const waitingListPorts = { waitingLists: waitingLists(table), waitingListParts: waitingListParts() };
  const cancelling = {
    orders: orders(table),
    placeReads: placeReads(table),
    placeParts: placeParts(),
    stock: stockParts(),
    invoiceBases: invoiceBases(table),
    seatReturns: seatParts(),
  };
  const editing = {
    clock,
    random: systemRandom,
    offerings: offerings(table),
    capacity: { ...capacityParts(), ...capacityReads(table) },
    schedule: scheduleParts(),
    seatsOfCohort: seatsOfCohort({
      agreements: agreements(table),
      seatReads: seatReads(table),
      seatParts: seatParts(),
    }),
  };
  const ports = {
    ...waitingListPorts,
    ...cancelling,
    cancelPlacesOf: cancellation(cancelling),
    edits: offeringEdits(editing),
    unitOfWork: work,
    forSale: forSale(table),
    capacity: capacityReads(table),
    placesOfOffering: placesOfOffering(table),
    healthRows: healthRows(table),
    schedule: { ...scheduleParts(), ...scheduleReads(table) },
    checkout: checkoutParts(),
    mailProofs: mailProofParts(),
    certifiedTrainers: certifiedTrainers(),
    municipalityDomain: "kommune.example.no",
    seller: SELLER,
    payments: payments(table),
  };
  let requests = 0;
  const origin = (): Origin => ({ correlationId: CorrelationId.parse(`request-${++requests}`) });

  async function rows(pk: string): Promise<Record<string, unknown>[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": { S: pk } },
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => unmarshall(item));
  }

  return {
    table,
    clock,
    ports,
    /** What `ports.edits` is made of. */
    editing,
    placeOrder: placeOrderUseCase({ ...ports, takePlaces: takePlacesUseCase({ ...ports, random }) }),
    settlement: settlement(ports),
    origin,
    /** Moves the clock on. */
    pass(seconds: number): Instant {
      now = plusSeconds(now, seconds);
      return now;
    },
    rows,
    /** One row, or none. */
    async row({ pk, sk }: { pk: string; sk: string }) {
      return (await rows(pk)).find((row) => row["sk"] === sk);
    },
    /** Every row of the table. */
    everything: () => everyRow(client, tableName),
    /** The facts in the outbox, oldest first. */
    async facts(type?: string) {
      const all = (await everyRow(client, tableName)).filter((row) => String(row["pk"]).startsWith("OUTBOX#"));
      return all
        .map((row) => AnyEnvelope.parse(JSON.parse(String(row["envelope"]))))
        .filter((fact) => !type || fact.type === type)
        .sort((a, b) => a.occurredAt.localeCompare(b.occurredAt));
    },
    /** A proof that somebody reads the address's mail, as a code by mail would give it, valid for a day. */
    async mailProof(email: string) {
      const proof = { proof: mintAccessKey(systemRandom), email, validUntil: plusSeconds(now, 86_400) };
      await work.handle(origin(), async () => [mailCodes(table).createProof(proof)]);
      return proof.proof;
    },
    /** Puts goods up for sale: `pieces` on the shelf. */
    async product(pieces: number, values: Partial<Product> = {}): Promise<Product> {
      const productId = mint(ProductId, systemRandom);
      const product: Product = { ...book(productId), ...values };
      await store(work, origin(), [
        { kind: "create", key: productKey(productId), item: { ...product }, guards: [] },
        {
          kind: "create",
          key: stockKey(productId),
          item: { productId, onHand: pieces, available: pieces, terms: product.version },
          guards: [],
        },
      ]);
      return product;
    },
    /** Opens an offering for sign-up. */
    async offering(values: Partial<Offering> = {}): Promise<Offering> {
      const offering: Offering = { ...course(mint(OfferingId, systemRandom), start), ...values };
      const { offeringId } = offering;
      await store(work, origin(), [
        { kind: "create", key: offeringKey(offeringId), item: { ...offering }, guards: [] },
        { kind: "create", key: capacityKey(offeringId), item: countersOf(offering), guards: [] },
        ...scheduleParts().plan(undefined, offering).writes,
      ]);
      return offering;
    },
  };
}

export type Shop = Awaited<ReturnType<typeof openShop>>;

async function store(work: Shop["ports"]["unitOfWork"], origin: Origin, writes: Parameters<typeof part>[0]) {
  await work.handle(origin, async () => [part(writes)]);
}

function book(productId: ProductId): Product {
  return {
    productId,
    kind: "book",
    title: { nb: "SMART oppvekst 3" },
    ageGroup: "primary",
    price: kroner(200),
    vatCategory: "Z",
    weightGrams: 400,
    status: "published",
    version: 1,
  };
}

/** A day course in three weeks: NOK 950, the split of norway.md's example, nothing included unless told. */
function course(offeringId: OfferingId, now: Instant): Offering {
  const day = plusSeconds(now, 21 * 86_400);
  return {
    offeringId,
    kind: "course",
    title: { nb: "Grunnkurs i Bergen" },
    sessions: [{ startsAt: day, endsAt: plusSeconds(day, 6.5 * 3600) }],
    venue: { kind: "place", name: "Eksempel skole", address: "Eksempelveien 1, 5003 Bergen" },
    capacity: 10,
    ticketTypes: [
      {
        ticketTypeId: ORDINARY,
        name: { nb: "Ordinær" },
        price: kroner(950),
        vatAllocation: {
          version: "2026-1",
          shares: [
            { what: "teaching", category: "E", weight: 600 },
            { what: "serving", category: "S", weight: 250 },
            { what: "book", category: "Z", weight: 350 },
            { what: "deck", category: "S", weight: 300 },
          ],
        },
        who: "everyone",
      },
    ],
    allotments: [],
    signUpOpensAt: plusSeconds(now, -86_400),
    signUpClosesAt: plusSeconds(day, -7 * 86_400),
    namingDeadline: plusSeconds(day, -3 * 86_400),
    cancellationDeadline: plusSeconds(day, -7 * 86_400),
    includedGoods: [],
    questions: [],
    reminderHours: 48,
    status: "published",
    version: 1,
  };
}

/** A private buyer, invented. */
export const KARI = { name: "Kari Eksempel", email: "kari@example.no" };

/** The centre's own municipality, invented. */
export const SELLER = {
  name: "SMART oppvekst, Eksempel kommune",
  organisationNumber: "100000008",
  vatRegistered: true,
};

/** A school, invented: a valid check digit, and a first digit that no real organisation number has. */
export const SCHOOL = {
  name: "Eksempel skole",
  organisationNumber: "200000005",
  invoiceReference: { kind: "buyer-reference" as const, value: "Ola Eksempel, 4. trinn" },
  address: { name: "Eksempel skole", street: "Eksempelveien 1", postalCode: "5003", city: "Bergen" },
};
