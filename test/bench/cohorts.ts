import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { listEligibilityUseCase } from "#education/app/list-eligibility";
import type { Participation } from "#education/domain/participation";
import { proposeGroups } from "#education/domain/propose-groups";
import { cohortKey, participationKey } from "#education/store/keys";
import { participations } from "#education/store/participations";
import { toInstant } from "#kernel/clock";
import { mint, mintAccessKey } from "#kernel/id";
import { DocumentId, OfferingId, PlaceId } from "#kernel/ids";
import { startEngine } from "#local/dynamodb/engine";
import { systemRandom } from "#platform/random";
import { weeklyDays } from "#test/cohort";
import { createTestTable } from "#test/dynamo";
import { meter } from "./meter.ts";
import { median, milliseconds, report } from "./report.ts";

const SIZES = [36, 360] as const;
const ROUNDS = 5;
const DAYS = 9;

/** Learning groups for 36 and for 360 people, and what the list of who qualifies asks of DynamoDB. */
export async function benchCohorts(): Promise<void> {
  const proposals = Object.fromEntries(SIZES.map((people) => [`${people} people`, proposalOf(people)]));
  report("Learning groups of six proposed", `p50 of ${ROUNDS}, with a new seed each`, proposals);
  const lists: Record<string, string> = {};
  for (const people of SIZES) lists[`${people} participants`] = await eligibilityOf(people);
  report(
    "Requests to DynamoDB and capacity units of the eligibility list",
    `${DAYS} days marked; ConsumedCapacity as the engine reports it`,
    lists,
  );
}

function proposalOf(people: number): string {
  const members = Array.from({ length: people }, (_none, index) => participationIn(index));
  const times = Array.from({ length: ROUNDS }, (_none, seed) => {
    const started = performance.now();
    proposeGroups(members, { count: people / 6, size: 6, fill: "even", seed });
    return performance.now() - started;
  });
  return milliseconds(median(times));
}

async function eligibilityOf(people: number): Promise<string> {
  const engine = await startEngine();
  const { client, tableName } = await createTestTable(engine.endpoint);
  const table = { client, name: tableName };
  const cohortId = mint(OfferingId, systemRandom);
  const gatherings = weeklyDays(toInstant(Date.now()), DAYS);
  const cohort = {
    cohortId,
    title: { nb: "Kull" },
    gatherings,
    groups: { count: 6, size: 6 },
    markedDays: [],
    version: 1,
  };
  const rows = [
    { ...cohortKey(cohortId), ...cohort },
    ...Array.from({ length: people }, (_none, index) => {
      const participation = { ...participationIn(index), cohortId };
      return { ...participationKey(participation), ...participation };
    }),
  ];
  for (let from = 0; from < rows.length; from += 25) {
    const puts = rows.slice(from, from + 25).map((row) => ({ PutRequest: { Item: marshall(row) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: puts } }));
  }
  const list = listEligibilityUseCase({ participations: participations(table) });
  const spent = await meter(client).during(() => list(cohortId));
  client.destroy();
  await engine.stop();
  return spent;
}

/** Somebody of a cohort whose professions, services, municipalities and workplaces are many and unevenly spread. */
function participationIn(index: number): Participation {
  const markedAt = toInstant(0);
  return {
    cohortId: mint(OfferingId, systemRandom),
    placeId: mint(PlaceId, systemRandom),
    key: mintAccessKey(systemRandom),
    locale: "nb",
    name: `Deltaker ${index}`,
    email: `deltaker-${index}@example.no`,
    background: {
      profession: `Yrke ${(index * index) % 7}`,
      service: `Tjeneste ${(index * 3) % 5}`,
      municipality: `Kommune ${Math.floor(index / 9)}`,
      workplace: `Arbeidsplass ${Math.floor(index / 3)}`,
    },
    told: {},
    status: "active",
    processLeader: false,
    attendance: Object.fromEntries(
      Array.from({ length: DAYS }, (_none, day) => [`d${day + 1}`, { mark: "present" as const, markedAt }]),
    ),
    portfolio: {
      status: "approved",
      documents: [1, 2, 3].map((each) => ({
        documentId: DocumentId.parse(`doc_${String(each).padStart(22, "0")}`),
        datedOn: "2027-01-01",
      })),
    },
    essay: { status: "approved" },
    version: 1,
  };
}
