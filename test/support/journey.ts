import assert from "node:assert/strict";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { localCredentials } from "#local/credentials";
import { ADDRESS } from "#local/demo/buying";
import { Walk } from "#local/demo/walk";
import { rowsWithoutPolicy } from "./privacy.ts";
import { type Product, startProduct } from "./product.ts";
import { everyRow, type Row } from "./rows.ts";
import { keptByStripe } from "./rules/stripe.ts";
import { brokenRules, type World } from "./rules.ts";

/** The product at home, to walk journeys in. Stop it when done. */
export async function openJourney(options: Parameters<typeof startProduct>[0] = {}) {
  const product = await startProduct(options);
  const client = new DynamoDBClient({ endpoint: product.dynamodb.endpoint, ...localCredentials });
  const rows = async (): Promise<Row[]> => {
    const perTable = await Promise.all(product.dynamodb.tableNames.map((name) => everyRow(client, name)));
    return perTable.flat();
  };
  /** Everything there is once it has come to rest. */
  const world = async (): Promise<World> => {
    await product.idle();
    const mails = await product.mails();
    // The survey keeps no row of a mail, since a reminder's would tell who hadn't answered.
    const kept = mails.filter(({ tags }) => tags["sender"] !== "survey");
    const inbox = kept.map(({ tags }) => tags["mail-id"] ?? "a mail without an id");
    return { rows: await rows(), inbox, stripe: await keptByStripe(product.stripe.url) };
  };
  return {
    product,
    rows,
    walk: () => new Walk({ apiUrl: product.apiUrl, say: () => {}, keep: () => {} }),
    world,
    givenUp: () => givenUp(product),
    /** Looks at every row, mail, payment and queue: the rules hold, nothing was given up, and no function failed. */
    async expectRulesHold({ despiteFailures = false } = {}): Promise<void> {
      const stands = await world();
      assert.deepEqual(brokenRules(stands), []);
      assert.deepEqual(rowsWithoutPolicy(stands.rows), []);
      assert.deepEqual([...givenUp(product), ...(despiteFailures ? [] : failures(product))], []);
    },
    /** Looks through everything the functions have logged: nothing of what the walk told of people. */
    expectNobodyInLogs({ secrets }: Walk): void {
      const personal = [ADDRESS.street, ...secrets];
      const telling = product.logs().filter(({ line }) => personal.some((each) => line.includes(each)));
      assert.ok(product.logs().length > 0);
      assert.deepEqual(telling, []);
    },
    async stop(): Promise<void> {
      client.destroy();
      await product.stop();
    },
  };
}

export type JourneyRun = Awaited<ReturnType<typeof openJourney>>;

/** Functions that failed. */
function failures(product: Product): string[] {
  const failed = Object.entries(product.functions()).filter(([, use]) => use.errors > 0);
  return failed.map(([entry, use]) => `${entry} failed ${use.errors} times`);
}

/** Messages that no function takes any more. */
function givenUp(product: Product): string[] {
  const given = Object.entries(product.queues()).filter(([, messages]) => messages.length > 0);
  return given.map(([queue, messages]) => `${messages.length} messages lie in ${queue}`);
}
