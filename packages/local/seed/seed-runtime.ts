import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { toInstant } from "#kernel/clock";
import { localCredentials } from "#local/credentials";
import type { LocalPerson } from "#local/oidc/issuer";
import type { Runtime } from "#local/runtime";
import { peopleSeeds } from "./people.ts";
import { seed } from "./seed.ts";

/** Who can be picked on the local sign-in page. */
export const seededPeople: readonly LocalPerson[] = Object.entries(peopleSeeds).map(([sub, { name, email }]) => ({
  sub,
  name,
  email,
}));

/**
 * Fills a running product, with dates counted from its clock.
 *
 * @throws StartFailure naming the seed that is broken
 */
export async function seedRuntime({ dynamodb, clock }: Runtime): Promise<void> {
  const client = new DynamoDBClient({ endpoint: dynamodb.endpoint, ...localCredentials });
  for (const name of dynamodb.streamedTables) await seed({ client, name }, toInstant(clock.now()));
  client.destroy();
}
