import { generateKeyPairSync, sign } from "node:crypto";
import { replaceCertificateUseCase, revokeCertificateUseCase } from "#certificates/app/end-certificate";
import { type IssueCohortPorts, issueCohortUseCase } from "#certificates/app/issue-cohort";
import { requestCohortCertificatesUseCase } from "#certificates/app/request-cohort-certificates";
import { checkCertificateUseCase } from "#certificates/app/see-certificate";
import { addressesAt } from "#certificates/domain/addresses";
import { cohortCertificatesContinued } from "#certificates/events/cohort-certificates-continued";
import { cohortCertificatesRequested } from "#certificates/events/cohort-certificates-requested";
import type { Signer } from "#certificates/ports/signer";
import { certificates } from "#certificates/store/certificates";
import { holders } from "#certificates/store/holders";
import { issuerKeys } from "#certificates/store/issuer-keys";
import { proofs } from "#certificates/store/proofs";
import { statusLists } from "#certificates/store/status-lists";
import type { Cohort, Participation } from "#education/ports/participations";
import { cohorts } from "#education/store/cohorts";
import { grounds, participations } from "#education/store/participations";
import { PersonId } from "#kernel/caller";
import { plusSeconds, toInstant } from "#kernel/clock";
import { EventId } from "#kernel/event";
import { mint, mintAccessKey } from "#kernel/id";
import { DocumentId, OfferingId, PlaceId } from "#kernel/ids";
import { systemRandom } from "#platform/random";
import type { TestTable } from "./dynamo.ts";
import { openShop, SELLER, type Working } from "./shop.ts";

/** An Ed25519 key of this process' own, as KMS keeps one in AWS. */
export function ownSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return {
    sign: async (bytes) => sign(null, bytes, privateKey),
    publicKey: async () => new Uint8Array(Buffer.from(x, "base64url")),
  };
}

export const PUBLIC_URL = "https://smart.example.no";

/** The end of a school year, with cohorts whose participants have earned their certificates or not. */
export async function openAcademy(onTable?: TestTable, signer: Signer = ownSigner(), working?: Working) {
  const shop = await openShop(toInstant(Date.UTC(2027, 5, 10, 9)), onTable, working);
  const { table, clock } = shop;
  const { unitOfWork } = shop.ports;
  const addresses = addressesAt(PUBLIC_URL);
  const ports: IssueCohortPorts & { clock: typeof clock } = {
    unitOfWork,
    clock,
    random: systemRandom,
    addresses,
    issuer: SELLER.name,
    participations: participations(table),
    certificates: certificates(table),
    statusLists: statusLists(table),
    holders: holders(table),
    issuerKeys: issuerKeys(table),
    proofs: proofs(signer, addresses),
    cohorts: cohorts(table),
    grounds: grounds(),
  };
  const administrator = mint(PersonId, systemRandom);
  const everybody = participations(table);

  /** A cohort of `days` days that has been held. */
  async function cohort(days = 9): Promise<Cohort> {
    const first = toInstant(Date.UTC(2026, 8, 14, 7));
    const made: Cohort = {
      cohortId: mint(OfferingId, systemRandom),
      title: { nb: "Kull 9", en: "Cohort 9" },
      gatherings: Array.from({ length: days }, (_, index) => ({
        title: { nb: `Samling ${index + 1}` },
        venue: { name: "Eksempel skole", address: "Eksempelveien 1, 5003 Bergen" },
        days: [
          {
            dayId: `d${index + 1}`,
            startsAt: plusSeconds(first, index * 28 * 86_400),
            endsAt: plusSeconds(first, index * 28 * 86_400 + 6 * 3600),
            calledOff: false,
          },
        ],
        overnightStay: false,
      })),
      groups: { count: 6, size: 6 },
      markedDays: Array.from({ length: days }, (_, index) => `d${index + 1}`),
      version: 1,
    };
    await unitOfWork.handle(shop.origin(), async () => [cohorts(table).create(made)]);
    return made;
  }

  /** Somebody who was there on all days but `absent`, and has everything approved unless told otherwise. */
  async function participant(
    { cohortId, gatherings }: Cohort,
    values: Partial<Participation> & { readonly absent?: number } = {},
  ): Promise<Participation> {
    const { absent = 0, ...rest } = values;
    const placeId = mint(PlaceId, systemRandom);
    const days = gatherings.flatMap((gathering) => gathering.days);
    const made: Participation = {
      cohortId,
      placeId,
      key: mintAccessKey(systemRandom),
      locale: "nb",
      name: "Ánne Eksempel",
      email: `${placeId.slice(4, 12)}@example.no`,
      background: {},
      told: {},
      status: "active",
      processLeader: false,
      attendance: Object.fromEntries(
        days.map(({ dayId, endsAt }, index) => [
          dayId,
          { mark: index < absent ? ("absent" as const) : ("present" as const), markedAt: endsAt },
        ]),
      ),
      portfolio: { status: "approved", documents: documents(3) },
      essay: { status: "approved" },
      version: 1,
      ...rest,
    };
    await unitOfWork.handle(shop.origin(), async () => [everybody.create(made)]);
    return made;
  }

  /** Delivers a cohort's round and all that follows from it, each as often as `deliveries` says; answers the events it took. */
  async function issue(
    round: Parameters<ReturnType<typeof issueCohortUseCase>>[1],
    using: Partial<IssueCohortPorts> = {},
    deliveries = 1,
  ): Promise<number> {
    const issueCohort = issueCohortUseCase({ ...ports, ...using });
    const seen = new Set((await shop.facts(cohortCertificatesContinued.type)).map(({ id }) => id));
    let next = [{ eventId: mint(EventId, systemRandom), round }];
    let events = 0;
    while (next.length > 0) {
      events += next.length;
      for (const { eventId, round: each } of next) {
        const origin = { ...shop.origin(), delivery: { context: "certificates", eventId } };
        for (let delivery = 0; delivery < deliveries; delivery++) await issueCohort(origin, each);
      }
      const facts = await shop.facts(cohortCertificatesContinued.type);
      next = facts
        .filter(({ id }) => !seen.has(id))
        .map(({ id, data }) => ({ eventId: id, round: cohortCertificatesContinued.data.parse(data) }));
      for (const { eventId } of next) seen.add(eventId);
    }
    return events;
  }

  return {
    shop,
    ports,
    administrator,
    cohort,
    participant,
    issue,
    participations: everybody,
    request: requestCohortCertificatesUseCase(ports),
    revoke: revokeCertificateUseCase(ports),
    replace: replaceCertificateUseCase(ports),
    check: checkCertificateUseCase(ports),
    /** An administrator asks for all, and the consumer does it. */
    async issueAll({ cohortId }: Cohort): Promise<void> {
      await requestCohortCertificatesUseCase(ports)(shop.origin(), cohortId, {}, administrator);
      await issue({ cohortId, by: administrator });
    },
    requests: () => shop.facts(cohortCertificatesRequested.type),
    /** A cohort's certificates, the oldest first. */
    listed: async ({ cohortId }: Cohort) => (await ports.certificates.list(cohortId, { limit: 100 })).items,
    /** How often somebody is counted as a certified trainer. */
    async counted(email: string): Promise<number> {
      const row = await shop.row({ pk: `TRAINER#${ports.holders.holderOf(email)}`, sk: "TRAINER" });
      return Number(row?.["valid"] ?? 0);
    },
  };
}

export type Academy = Awaited<ReturnType<typeof openAcademy>>;

export function documents(count: number): Participation["portfolio"]["documents"] {
  return Array.from({ length: count }, () => ({ documentId: mint(DocumentId, systemRandom), datedOn: "2026-11-20" }));
}
