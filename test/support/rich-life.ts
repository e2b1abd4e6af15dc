import { USUAL_PRICES } from "#agreements/domain/agreement";
import { agreements } from "#agreements/store/agreements";
import { enquiries } from "#agreements/store/enquiries";
import { workplaceCourses } from "#agreements/store/workplace-courses";

import { handInKey } from "#education/store/hand-in-keys";
import { handIns } from "#education/store/hand-ins";
import { histories } from "#education/store/histories";
import { PersonId } from "#kernel/caller";
import { plusSeconds } from "#kernel/clock";
import { mint, mintAccessKey } from "#kernel/id";
import {
  AgreementId,
  ContactId,
  DocumentId,
  EnquiryId,
  EntryId,
  OfferingId,
  OrderNumber,
  PlaceId,
  WorkplaceCourseId,
} from "#kernel/ids";
import { kroner, ZERO } from "#kernel/money";
import { newOrderNumber } from "#kernel/order-number";

import { part, type StoredItem } from "#kernel/transaction-part";
import { invoiceBasis } from "#ordering/domain/invoice-basis";
import type { Order } from "#ordering/domain/order";

import { openAccountUseCase } from "#people/app/open-account";

import { requestMailCodeUseCase } from "#people/app/request-mail-code";

import { callerLimit } from "#people/store/caller-limit";
import { mailCodes } from "#people/store/mail-codes";
import { people } from "#people/store/people";

import { addressHash } from "#platform/dynamo/address-hash";

import { systemRandom } from "#platform/random";
import type { Bucket, StoredFile } from "#platform/s3/bucket";

import { entryKey, healthKey, placeKey, ticketKey } from "#registration/store/keys";
import { waitingListParts } from "#registration/store/waiting-list-parts";

import { openAcademy } from "./certificates.ts";
import { openPrivacy } from "./privacy.ts";

import { ORDINARY, SCHOOL, SELLER } from "./shop.ts";

/** Somebody invented, with words that occur nowhere else. */
export const PETRA = {
  name: "Petra Personvernsen",
  email: "petra.personvernsen@kommune.example.no",
  phone: "900 00 123",
  street: "Hemmeligveien 7",
};

/** All that must not be found of her, with the hash that keys hold. */
export const SECRETS = {
  name: "Personvernsen",
  email: PETRA.email,
  phone: PETRA.phone,
  street: PETRA.street,
  hash: addressHash(PETRA.email),
};

const DAY = 86_400;

/** A bucket in memory. */
function memoryBucket() {
  const objects = new Map<string, StoredFile>();
  const bucket: Bucket = {
    put: async (key, file) => void objects.set(key, file),
    get: async (key) => objects.get(key),
    delete: async (key) => void objects.delete(key),
  };
  return { bucket, objects };
}

/**
 * A world in which Petra has done all that one can do: bought, been signed up, waited, learnt, been certified, written, and
 * been a contact; beside others who must not be touched. It is all over, unless a test makes more.
 */
export async function openRichLife({ without }: { readonly without?: string } = {}) {
  const academy = await openAcademy();
  const { shop } = academy;
  const { table, clock, origin } = shop;
  const { unitOfWork } = shop.ports;
  const files = memoryBucket();
  const waiting = memoryBucket();
  const write = (pk: string, sk: string, item: StoredItem) =>
    unitOfWork.handle(origin(), async () => [part([{ kind: "replace", key: { pk, sk }, item, guards: [] }])]);
  const past = (days: number) => plusSeconds(clock(), -days * DAY);

  const privacy = openPrivacy(shop, { files: files.bucket, waiting: waiting.bucket, without });

  /** An order of hers that is over, with what else is told. */
  async function order(values: Partial<Order> = {}): Promise<Order> {
    const placed = past(200);
    const made: Order = {
      orderNumber: OrderNumber.parse(newOrderNumber(systemRandom)),
      key: mintAccessKey(systemRandom),
      placedAt: placed,
      locale: "nb",
      buyer: { name: PETRA.name, email: PETRA.email },
      deliveryAddress: { name: PETRA.name, street: PETRA.street, postalCode: "5003", city: "Bergen" },
      payment: "card",
      status: "confirmed",
      confirmedAt: placed,
      lines: [freight()],
      total: kroner(79),
      paid: kroner(79),
      version: 1,
      ...values,
    };
    await unitOfWork.handle(origin(), async () => [shop.ports.orders.create(made)]);
    return made;
  }

  /** A place of hers in an offering that was held, or is to be. */
  async function place(offeringId: OfferingId, orderNumber: OrderNumber, values: StoredItem = {}) {
    const placeId = mint(PlaceId, systemRandom);
    const { pk, sk } = placeKey({ offeringId, placeId });
    await write(pk, sk, {
      placeId,
      offeringId,
      ticketTypeId: ORDINARY,
      orderNumber,
      status: "confirmed",
      participant: { name: PETRA.name, email: PETRA.email },
      ticketAddress: PETRA.email,
      answers: [{ questionId: "phone", answer: PETRA.phone }],
      healthAnswered: true,
      goods: [],
      takenAt: past(100),
      version: 1,
      ...values,
    });
    const ticket = ticketKey(offeringId, PETRA.email);
    await write(ticket.pk, ticket.sk, { placeId });
    const health = healthKey({ offeringId, placeId });
    await write(health.pk, health.sk, {
      placeId,
      offeringId,
      answers: [{ questionId: "allergy", answer: `Nøtter, ring ${PETRA.phone}` }],
      consentedAt: past(100),
    });
    return placeId;
  }

  const held = (days: number) => ({ sessions: [{ startsAt: past(days), endsAt: plusSeconds(past(days), 6 * 3600) }] });

  /** All of it. */
  async function live() {
    const course = await shop.offering(held(60));
    const paid = await order();
    await write(`ORDER#${paid.orderNumber}`, "PAYMENT", {
      orderNumber: paid.orderNumber,
      state: "paid",
      attempt: 1,
      sessionExpiresAt: paid.placedAt,
      captures: [
        { paymentIntentId: "pi_1", amount: kroner(79), currency: "nok", capturedAt: paid.placedAt, quarantined: false },
      ],
      refunds: [],
      disputes: [],
      version: 1,
    });
    await place(course.offeringId, paid.orderNumber);
    await order({ payment: "free", total: ZERO, paid: ZERO });
    await order({
      status: "expired",
      confirmedAt: undefined,
      paid: ZERO,
      hold: { endsAt: past(199), extended: false },
    });
    const invoiced = await order({
      payment: "invoice",
      buyer: { name: PETRA.name, email: PETRA.email, organisation: SCHOOL },
      paid: ZERO,
    });
    await unitOfWork.handle(origin(), async () => [shop.ports.invoiceBases.create(invoiceBasis(invoiced, SELLER))]);
    await entry(course.offeringId, "lapsed");
    await contacts();
    await education();
    await signIn();
    return { stranger: mintAccessKey(systemRandom) };
  }

  async function entry(offeringId: OfferingId, status: "lapsed" | "waiting") {
    const waits = {
      entryId: mint(EntryId, systemRandom),
      key: mintAccessKey(systemRandom),
      offeringId,
      ticketTypeId: ORDINARY,
      name: PETRA.name,
      email: PETRA.email,
      locale: "nb" as const,
      joinedAt: past(80),
      version: 1,
    };
    // Joined, whether or not it is full.
    const joined = waitingListParts()
      .join({ ...waits, status: "waiting" })
      .writes.map((each) => ({ ...each, guards: [] }));
    if (status === "waiting") return void (await unitOfWork.handle(origin(), async () => [part(joined)]));
    const { pk, sk } = entryKey(waits);
    await write(pk, sk, { ...waits, status });
  }

  async function contacts() {
    const someoneElse = {
      contactId: mint(ContactId, systemRandom),
      name: "Rut Eksempel",
      email: "rut@example.no",
      key: mintAccessKey(systemRandom),
    };
    const petra = { ...someoneElse, contactId: mint(ContactId, systemRandom), name: PETRA.name, email: PETRA.email };
    await unitOfWork.handle(origin(), async () => [
      agreements(table).create({
        agreementId: mint(AgreementId, systemRandom),
        organisation: SCHOOL,
        locale: "nb",
        period: { from: "2023-08-01", to: "2026-07-31" },
        seats: 6,
        promised: [{ "core-group": 4, staff: 4, "planning-day": 1, "smart-relasjon": 0 }],
        prices: USUAL_PRICES,
        contacts: [someoneElse, { ...petra, key: mintAccessKey(systemRandom) }],
        version: 1,
      }),
      enquiries(table).create({
        enquiryId: mint(EnquiryId, systemRandom),
        organisation: { name: SCHOOL.name, organisationNumber: SCHOOL.organisationNumber },
        name: PETRA.name,
        email: PETRA.email,
        wish: `Ring meg på ${PETRA.phone}`,
        locale: "nb",
        receivedAt: past(50),
        status: "accepted",
        agreementId: mint(AgreementId, systemRandom),
        version: 2,
      }),
    ]);
    const asked = {
      what: "Grunnkurs",
      venue: { name: SCHOOL.name, address: "Eksempelveien 1" },
      wishedOn: "2027-01-15",
      participants: 20,
      contact: { name: PETRA.name, email: PETRA.email },
      organisation: SCHOOL,
      locale: "nb" as const,
      requestedAt: past(150),
      version: 1,
    };
    const ids = () => ({ courseId: mint(WorkplaceCourseId, systemRandom), key: mintAccessKey(systemRandom) });
    const quote = {
      title: { nb: "Grunnkurs" },
      price: kroner(10_000),
      vatAllocation: { version: "2026-1", shares: [{ what: "teaching" as const, category: "E" as const, weight: 1 }] },
      startsAt: past(120),
      endsAt: plusSeconds(past(120), 6 * 3600),
      capacity: 20,
      answerBy: past(130),
      number: 1,
      quotedAt: past(140),
    };
    await unitOfWork.handle(origin(), async () => [
      workplaceCourses(table).create({ ...asked, ...ids(), status: "requested" }),
      workplaceCourses(table).create({
        ...asked,
        ...ids(),
        status: "ordered",
        quote,
        offeringId: mint(OfferingId, systemRandom),
        orderNumber: OrderNumber.parse(newOrderNumber(systemRandom)),
        orderedAt: past(135),
      }),
    ]);
  }

  /** A year at trainer education, with its portfolio, and a certificate in the end. */
  async function education() {
    const cohort = await academy.cohort();
    const portfolio = [1, 2, 3].map(() => ({ documentId: mint(DocumentId, systemRandom), datedOn: "2026-11-20" }));
    const her = await academy.participant(cohort, {
      name: PETRA.name,
      email: PETRA.email,
      background: { profession: "Lærer", workplace: `${PETRA.street} barnehage` },
      told: { profession: "Lærer", workplace: `${PETRA.street} barnehage` },
      portfolio: { status: "approved", documents: portfolio },
    });
    const other = await academy.participant(cohort, {});
    const ref = { cohortId: cohort.cohortId, placeId: her.placeId, kind: "portfolio" as const };
    const documents = portfolio.map((each, index) => ({
      ...each,
      kind: "text" as const,
      title: `Av ${PETRA.name}`,
      text: `Telefon ${PETRA.phone}`,
      addedAt: past(90),
      ...(index === 0 && {
        file: {
          status: "ready" as const,
          fileName: "petra-personvernsen.pdf",
          contentType: "application/pdf" as const,
          bytes: 3,
          sha256: `${"A".repeat(43)}=`,
        },
      }),
    }));
    const { documentId } = documents[0] ?? {};
    const object = { bytes: new TextEncoder().encode(PETRA.name), contentType: "application/pdf" };
    files.objects.set(`portfolio/${ref.cohortId}/${ref.placeId}/${documentId}`, object);
    waiting.objects.set(`portfolio/${ref.cohortId}/${ref.placeId}/portfolio/${documentId}`, object);
    const others = { ...object, bytes: new TextEncoder().encode("Ánne Eksempel") };
    files.objects.set(`portfolio/${ref.cohortId}/${other.placeId}/${documentId}`, others);
    const handed = { ...ref, status: "approved" as const, documents, comments: `Hei ${PETRA.name}`, version: 3 };
    const { pk, sk } = handInKey(ref);
    await write(pk, sk, { ...handed, duePartition: "education", dueAt: plusSeconds(clock(), 300 * DAY) });
    const by = mint(PersonId, systemRandom);
    await unitOfWork.handle(origin(), async () => [
      handIns(table).log({ ...ref, version: 3, move: "approve", at: past(40), by, comments: `Bra, ${PETRA.name}` }),
      histories(table).add({
        cohortId: ref.cohortId,
        placeId: ref.placeId,
        version: 2,
        by,
        at: past(100),
        what: "marked",
        dayId: "d1",
        mark: "present",
        instead: "absent",
        markedAt: past(100),
        reason: `${PETRA.name} ringte`,
      }),
    ]);
    await academy.issueAll(cohort);
  }

  async function signIn() {
    const mailProof = await shop.mailProof(PETRA.email);
    const ports = { ...shop.ports, mailCodes: mailCodes(table), callerLimit: callerLimit(table) };
    await requestMailCodeUseCase(ports)(origin(), { email: PETRA.email }, { locale: "nb", sourceIp: "192.0.2.1" });
    const openAccount = openAccountUseCase({ ...ports, people: people(table), firstAdministrator: "leder@example.no" });
    await openAccount(origin(), { email: PETRA.email, mailProof }, { kind: "guest", subject: "subject-1" });
  }

  return {
    ...privacy,
    shop,
    order,
    place,
    entry,
    held,
    live,
    /** What is in both buckets, by name. */
    objects: () => new Map([...files.objects, ...waiting.objects]),
  };
}

export type RichLife = Awaited<ReturnType<typeof openRichLife>>;

function freight() {
  return {
    kind: "freight" as const,
    line: 1,
    title: { nb: "Frakt" },
    unitPrice: kroner(79),
    amount: kroner(79),
    vat: [{ what: "freight" as const, category: "S" as const, basisPoints: 2500, net: 6320, vat: 1580, gross: 7900 }],
  };
}
