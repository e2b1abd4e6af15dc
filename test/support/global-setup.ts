import type { TestProject } from "vitest/node";
import { startEngine } from "#local/dynamodb/engine";
import { startDynamoGateway } from "#local/dynamodb/gateway";
import { Faults } from "#local/faults";
import "./shared-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The run's one DynamoDB engine, behind the gateway that reports conflicts as AWS does. */
    dynamodbEndpoint: string;
  }
}

/** One engine for the whole run; each test file makes its own table on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await startEngine();
  const faults = new Faults();
  faults.set({ ...faults.switches, conflicts: true });
  const gateway = await startDynamoGateway(engine.endpoint, faults);
  project.provide("dynamodbEndpoint", gateway.endpoint);
  return async () => {
    await gateway.stop();
    await engine.stop();
  };
}
