import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { keptFiles, quarantine } from "#education/store/files";
import type { Caller } from "#kernel/caller";
import { PersonId } from "#kernel/caller";
import { mint } from "#kernel/id";
import { PersonalDataRequestId } from "#kernel/ids";
import { confirmErasureUseCase } from "#people/app/confirm-erasure";
import { isKnown } from "#people/app/kinds-of-rows";
import { readPersonalDataUseCase } from "#people/app/read-personal-data";
import { requestPersonalDataUseCase } from "#people/app/request-personal-data";
import { erasureRequested } from "#people/events/erasure-requested";
import { exportRequested } from "#people/events/export-requested";
import { personalDataWalkContinued } from "#people/events/personal-data-walk-continued";
import { personalDataLimit } from "#people/store/caller-limit";
import { personalDataRequests, requestIdIn } from "#people/store/personal-data";
import { consumer } from "#platform/events/consumer";
import { systemRandom } from "#platform/random";
import type { Bucket } from "#platform/s3/bucket";
import { sweep } from "#platform/sweep";
import { eventTable } from "../../functions/people/event-table.ts";
import { personalData } from "../../functions/people/personal-data.ts";
import { wirePersonalData } from "../../functions/people/wire-personal-data.ts";
import { everyMinute, lambdaContext, sqsEvent } from "./lambda.ts";
import type { Row } from "./rows.ts";
import type { Shop } from "./shop.ts";

/** Somebody at the centre. */
const administrator = {
  kind: "person",
  personId: mint(PersonId, systemRandom),
  email: "administrator@example.no",
  roles: ["administrator"],
} satisfies Caller;

const OURS: readonly string[] = [exportRequested.type, erasureRequested.type, personalDataWalkContinued.type];

interface Stored {
  readonly files: Bucket;
  readonly waiting: Bucket;
  /** A context whose policies are left out. */
  readonly without?: string | undefined;
}

/** Rows of kinds of which no context says what they hold about people: a kind that nobody has thought of is a mistake. */
export function rowsWithoutPolicy(rows: readonly Row[]): string[] {
  const untouched = { delete: async () => {} };
  const table = { client: new DynamoDBClient({}), name: "" };
  const data = personalData(table, { keptFiles: untouched, quarantine: untouched });
  const keys = rows.map((row) => ({ pk: `${row["pk"]}`, sk: `${row["sk"]}` }));
  return keys.filter((key) => !isKnown(data, key)).map(({ pk, sk }) => `${pk} ${sk}`);
}

/** Exports, erasures and nights of a shop's table: their use cases as functions wire them. */
export function openPrivacy(shop: Shop, { files, waiting, without }: Stored) {
  const { table, clock, origin } = shop;
  const stores = { keptFiles: keptFiles(files), quarantine: quarantine(waiting) };
  const data = personalData(table, stores).map((each) => (each.context === without ? { ...each, kinds: [] } : each));
  const wired = wirePersonalData(table, stores, { clock, data });
  const requests = personalDataRequests(table);
  const ports = { ...shop.ports, personalDataRequests: requests, personalDataLimit: personalDataLimit(table) };
  const requestPersonalData = requestPersonalDataUseCase(ports);
  const confirmErasure = confirmErasureUseCase(ports);
  const consume = consumer("people", eventTable(wired));
  const delivered = new Set<string>();
  const waitingFacts = async () =>
    (await shop.facts()).filter(({ id, type }) => OURS.includes(type) && !delivered.has(id));
  const sweepOnce = sweep({
    context: "people",
    table,
    clock,
    settle: (origin, key) => wired.settlePersonalDataRequest(origin, PersonalDataRequestId.parse(requestIdIn(key))),
  });

  return {
    data,
    requests,
    administrator,
    requestPersonalData,
    confirmErasure,
    read: readPersonalDataUseCase(requests),
    /** A person asks, proves the address and confirms. */
    async ask(kind: "export" | "erasure", email: string) {
      const mailProof = await shop.mailProof(email);
      const asked = { caller: { kind: "guest" } as const, locale: "nb" as const };
      const requested = await requestPersonalData(origin(), kind, { email, mailProof }, asked);
      const caller: Caller = { kind: "guest", key: requested.key };
      if (kind === "erasure") await confirmErasure(origin(), requested.requestId, caller);
      return { ...requested, caller };
    },
    /** Delivers the next events of walks, each `times` over; answers how many there were. */
    async deliver(times = 1): Promise<number> {
      const facts = await waitingFacts();
      for (const fact of facts) {
        const message = { id: crypto.randomUUID(), source: "smart", "detail-type": fact.type, detail: fact };
        const messages = Array.from({ length: times }, () => message);
        const { batchItemFailures } = await consume(sqsEvent(messages), lambdaContext());
        if (batchItemFailures.length > 0) throw new Error(`${fact.type} could not be handled`);
        delivered.add(fact.id);
      }
      return facts.length;
    },
    /** Loses the next events of walks; answers how many there were. */
    async lose(): Promise<number> {
      const facts = await waitingFacts();
      for (const { id } of facts) delivered.add(id);
      return facts.length;
    },
    /** Lets walks go on to their ends. */
    async settle(times = 1): Promise<void> {
      while ((await this.deliver(times)) > 0);
    },
    sweep: () => sweepOnce(everyMinute, lambdaContext()),
    /** A night's round, over the whole table. */
    async night(): Promise<number> {
      shop.pass(86_400);
      for (let failed = 0; ; ) {
        const page = await wired.keepRetention(origin());
        failed += page.failed;
        if (!page.more) return failed;
      }
    },
  };
}
