import { randomUUID } from "node:crypto";
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { localCredentials } from "#local/credentials";
import { type KeySchema, touchedItems } from "#local/dynamodb/item-keys";
import { ItemsInFlight } from "#local/dynamodb/items-in-flight";
import type { Faults, Mishap } from "#local/faults";
import { listen, readBody } from "#local/http-server";

const writes = new Set(["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"]);

/** A request that may have written: whether it did, who says to have sent it, and what it asked for. */
export interface Write {
  readonly done: boolean;
  readonly userAgent: string | undefined;
  readonly body: Buffer;
}

export interface DynamoGateway {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * An HTTP proxy in front of a DynamoDB engine that does what the engine never does, as far as faults are switched on:
 * it throttles, it loses answers, and with `conflicts`
 * a TransactWriteItems or TransactGetItems overlapping a write in flight is cancelled with `TransactionConflict`
 * reasons, and a single write overlapping a transaction in flight gets `TransactionConflictException`.
 */
export async function startDynamoGateway(
  engineEndpoint: string,
  faults: Faults,
  /** Called before the answer to a request that may have written, so that a stream's readers look. */
  written: (write: Write) => void = () => {},
): Promise<DynamoGateway> {
  const engine = engineClient(engineEndpoint);
  const inFlight = new ItemsInFlight();

  async function answer(incoming: IncomingMessage): Promise<EngineAnswer> {
    const asked = await readBody(incoming);
    const operation = String(incoming.headers["x-amz-target"] ?? "").split(".")[1] ?? "";
    const userAgent = incoming.headers["user-agent"];
    const isWrite = writes.has(operation);
    const isTransaction = operation === "TransactWriteItems";
    const mishap = faults.mishap(
      incoming.headers,
      ...(isWrite ? ["writes" as const] : []),
      ...(isTransaction ? ["transactions" as const] : []),
    );
    if (mishap?.when === "before") return broken(mishap, asked);
    const change = isTransaction ? faults.changeOf(userAgent) : undefined;
    const body = change === undefined ? asked : changed(asked, change);
    const headers = { ...incoming.headers, "content-length": `${body.length}` };
    const forward = () => engine.send(incoming.method ?? "POST", incoming.url ?? "/", headers, body);
    const answered = faults.switches.conflicts ? await guarded(operation, body, forward) : await forward();
    if (isWrite) written({ done: answered.status === 200, userAgent, body });
    await mishap?.first?.();
    return mishap === undefined ? answered : broken(mishap, body);
  }

  async function guarded(operation: string, body: Buffer, forward: () => Promise<EngineAnswer>): Promise<EngineAnswer> {
    const touch = await touchedItems(operation, parseJson(body), engine.keySchema);
    if (touch === undefined) return forward();
    const claim = inFlight.claim(touch);
    if (!claim.granted) return touch.kind === "write" ? writeConflict() : transactionConflict(claim.conflicting);
    try {
      return await forward();
    } finally {
      claim.release();
    }
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming).then(
      (result) => respond(outgoing, result),
      (error: unknown) => respond(outgoing, failure(502, "EngineUnreachable", { message: String(error) })),
    );
  });
  const port = await listen(server, 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      engine.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const Transaction = z.looseObject({ TransactItems: z.array(z.unknown()) });

function changed(body: Buffer, change: (action: unknown) => unknown): Buffer {
  const asked = Transaction.parse(parseJson(body));
  return Buffer.from(JSON.stringify({ ...asked, TransactItems: asked.TransactItems.map(change) }));
}

interface EngineAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function respond(outgoing: ServerResponse, { status, headers, body }: EngineAnswer): void {
  outgoing.writeHead(status, headers);
  outgoing.end(body);
}

function broken({ status, code, message }: Mishap, body: Buffer): EngineAnswer {
  if (code !== "TransactionCanceledException") return failure(status, code, { message });
  const { TransactItems } = Transaction.parse(parseJson(body));
  return transactionConflict(TransactItems.map((_item, index) => index === 0));
}

function transactionConflict(conflicting: boolean[]): EngineAnswer {
  const codes = conflicting.map((taken) => (taken ? "TransactionConflict" : "None"));
  return failure(400, "TransactionCanceledException", {
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(", ")}]`,
    CancellationReasons: conflicting.map((taken) =>
      taken ? { Code: "TransactionConflict", Message: "Transaction is ongoing for the item" } : { Code: "None" },
    ),
  });
}

function writeConflict(): EngineAnswer {
  return failure(400, "TransactionConflictException", { message: "Transaction is ongoing for the item" });
}

function failure(status: number, code: string, detail: Record<string, unknown>): EngineAnswer {
  return {
    status,
    headers: { "content-type": "application/x-amz-json-1.0", "x-amzn-requestid": randomUUID() },
    body: Buffer.from(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${code}`, ...detail })),
  };
}

function engineClient(endpoint: string) {
  const agent = new Agent({ keepAlive: true });
  const client = new DynamoDBClient({ endpoint, ...localCredentials });
  const known = new Map<string, Promise<readonly string[]>>();

  function send(method: string, path: string, headers: IncomingHttpHeaders, body: Buffer): Promise<EngineAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(new URL(path, endpoint), { method, headers, agent }, (response) => {
        readBody(response).then(
          (answered) => resolve({ status: response.statusCode ?? 502, headers: response.headers, body: answered }),
          reject,
        );
      });
      outgoing.once("error", reject);
      outgoing.end(body);
    });
  }

  const keySchema: KeySchema = (tableName) => {
    const asked = known.get(tableName) ?? describeKeys(tableName);
    known.set(tableName, asked);
    asked.catch(() => known.delete(tableName));
    return asked;
  };

  async function describeKeys(tableName: string): Promise<readonly string[]> {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    return (Table?.KeySchema ?? []).flatMap((key) => key.AttributeName ?? []);
  }

  return {
    send,
    keySchema,
    close: () => {
      agent.destroy();
      client.destroy();
    },
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
