import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";

/** Counts what a client asks of DynamoDB, and the capacity units that the answers say it took. */
export function meter(client: DynamoDBClient) {
  let requests = 0;
  let units = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = await next(args);
      requests += 1;
      units += consumed(answer.output);
      return answer;
    },
    { step: "initialize", name: "meter" },
  );
  const start = () => {
    requests = 0;
    units = 0;
  };
  return {
    /** Counts from here. */
    start,
    async during(work: () => Promise<unknown>): Promise<string> {
      start();
      await work();
      return `${requests} requests, ${units} units`;
    },
  };
}

const Capacity = z.object({ CapacityUnits: z.number() });
const Output = z.object({ ConsumedCapacity: z.union([Capacity, z.array(Capacity)]).optional() });

function consumed(output: object): number {
  return [Output.parse(output).ConsumedCapacity ?? []].flat().reduce((total, each) => total + each.CapacityUnits, 0);
}
