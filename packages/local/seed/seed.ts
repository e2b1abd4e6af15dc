import * as z from "zod";
import { seatsOfCohort } from "#agreements/app/seats-of-cohort";
import { agreements } from "#agreements/store/agreements";
import { seatParts, seatReads } from "#agreements/store/seats";
import { adjustStockUseCase } from "#catalogue/app/adjust-stock";
import { changeProductUseCase } from "#catalogue/app/change-product";
import { createProductUseCase } from "#catalogue/app/create-product";
import { offeringEdits } from "#catalogue/app/offering-edits";
import { OfferingDetails } from "#catalogue/domain/offering";
import { ProductDetails } from "#catalogue/domain/product";
import { offerings } from "#catalogue/store/offerings";
import { products } from "#catalogue/store/products";
import { PersonId, type Role } from "#kernel/caller";
import type { Instant } from "#kernel/clock";
import { CorrelationId } from "#kernel/event";
import { mint } from "#kernel/id";
import { OfferingId, ProductId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { StartFailure } from "#local/start-failure";
import { personOf } from "#people/domain/account";
import { people } from "#people/store/people";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { capacityParts, capacityReads } from "#registration/store/capacity";
import { scheduleParts } from "#registration/store/schedule";
import { changeFormsUseCase } from "#survey/app/change-forms";
import { FIRST_FORMS } from "#survey/domain/content/forms";
import { type FormContent, FormKind } from "#survey/domain/form";
import { forms } from "#survey/store/forms";
import { type OfferingName, type OfferingSeed, offeringSeeds } from "./offerings.ts";
import { peopleSeeds } from "./people.ts";
import { type ProductName, productSeeds } from "./products.ts";
import { seededRandom } from "./seeded-random.ts";

/** The id that seeded goods have on every machine. */
export function seededProduct(name: ProductName): ProductId {
  return mint(ProductId, seededRandom(name));
}

/** The id that a seeded offering has on every machine. */
export function seededOffering(name: OfferingName): OfferingId {
  return mint(OfferingId, seededRandom(name));
}

const allOfferings: Readonly<Record<string, OfferingSeed>> = offeringSeeds;

/**
 * Puts the centre's goods, offerings, people and survey forms into the table by the same use cases as an administrator, with dates
 * counted from `now`. What is there already stays as it is.
 *
 * @throws StartFailure naming the seed that is broken, and why
 */
export async function seed(table: Table, now: Instant, described = allOfferings): Promise<void> {
  await all(productSeeds, (name, values) => seedProduct(table, now, name, values));
  await all(described, (name, describe) => seedOffering(table, now, name, describe(now, seededProduct)));
  await all(FIRST_FORMS, (kind, content) => seedForm(table, now, FormKind.parse(kind), content));
  await all(peopleSeeds, (subject, { email, roles }) => seedPerson(table, now, subject, email, roles));
}

/** Plants all seeds of a kind at once: none needs another of its kind. */
async function all<Values>(
  seeds: Readonly<Record<string, Values>>,
  plant: (name: string, values: Values) => Promise<void>,
): Promise<void> {
  await Promise.all(
    Object.entries(seeds).map(([name, values]) =>
      plant(name, values).catch((error: unknown) => {
        throw new StartFailure(`The seed "${name}" is broken: ${reasonOf(error)}`);
      }),
    ),
  );
}

async function seedProduct(table: Table, now: Instant, name: string, values: { details: unknown; pieces: number }) {
  const store = products(table);
  const productId = mint(ProductId, seededRandom(name));
  if (await store.get(productId)) return;
  const ports = { unitOfWork: work(table, now, name), products: store };
  const details = ProductDetails.parse(values.details);
  const draft = await createProductUseCase(ports)(originOf(name), details);
  await adjustStockUseCase(ports)(originOf(name), productId, { reason: "received", change: values.pieces });
  await changeProductUseCase(ports).publish(originOf(name), draft);
}

async function seedOffering(table: Table, now: Instant, name: string, values: unknown) {
  const store = offerings(table);
  const offeringId = mint(OfferingId, seededRandom(name));
  if (await store.get(offeringId)) return;
  const capacity = { ...capacityParts(), ...capacityReads(table) };
  const seats = seatsOfCohort({ agreements: agreements(table), seatReads: seatReads(table), seatParts: seatParts() });
  const random = seededRandom(name);
  const ports = {
    clock: () => now,
    random,
    offerings: store,
    capacity,
    schedule: scheduleParts(),
    seatsOfCohort: seats,
  };
  const { parts } = offeringEdits(ports).create(offeringId, OfferingDetails.parse(values), "published");
  await work(table, now, name).handle(originOf(name), async () => parts);
}

async function seedForm(table: Table, now: Instant, kind: FormKind, content: FormContent) {
  const store = forms(table);
  if (await store.get(kind, 1)) return;
  const name = `survey-form-${kind}`;
  await changeFormsUseCase({ unitOfWork: work(table, now, name), forms: store }).create(originOf(name), kind, content);
}

/** Somebody who has signed in before, and has these roles. */
async function seedPerson(table: Table, now: Instant, subject: string, email: string, roles: readonly Role[]) {
  const store = people(table);
  if (await store.find(subject)) return;
  const account = { email, roles: [...roles], subjects: [subject], changedAt: now, version: 1 };
  const person = personOf(account, subject, mint(PersonId, seededRandom(subject)));
  await work(table, now, subject).handle(originOf(subject), async () => [
    store.create(person),
    store.keep(undefined, account),
  ]);
}

function work(table: Table, now: Instant, name: string) {
  return unitOfWork(table, { clock: () => now, random: seededRandom(name) });
}

function originOf(name: string): Origin {
  return { correlationId: CorrelationId.parse(`seed-${name}`) };
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [first] = error.issues;
    return `${first?.path.join(".")}: ${first?.message}`;
  }
  return error instanceof Error ? error.message : String(error);
}
