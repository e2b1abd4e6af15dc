import { describe, expect, test } from "vitest";
import { type AwsServices, awsAnswer, unlessBroken } from "#local/aws/endpoints";
import type { BusEvent } from "#local/eventbridge/event-bus";
import { type FaultSwitches, Faults } from "#local/faults";
import { localKms } from "#local/kms/kms";
import { localSes } from "#local/ses/ses";
import { localSqs } from "#local/sqs/sqs";
import { functionName, functionOf, functionsAppId, newThread } from "#local/threads";

const now = Date.UTC(2027, 0, 31, 12);

function services() {
  const events: [busName: string, event: BusEvent][] = [];
  const made: AwsServices = {
    busNames: new Set(["default", "smart"]),
    putEvent: (busName, event) => events.push([busName, event]),
    ses: localSes(
      { identities: ["example.no"], destinations: new Map(), suppressing: new Set() },
      { now: () => now, putEvent: () => {}, keep: () => {} },
    ),
    kms: localKms({ signing: new Set(["arn:key"]), wrapping: new Set() }),
    sqs: localSqs(new Map()),
    secrets: (arn) => (arn === "arn:secret" ? '{"secretKey":"sk_test_1"}' : undefined),
    now: () => now,
  };
  const ask = (service: string, target: string | undefined, body: unknown, path = "/") => {
    const answer = awsAnswer(made, service, {
      method: "POST",
      path,
      target,
      thread: undefined,
      body: JSON.stringify(body),
    });
    return { status: answer.status, error: answer.headers["x-amzn-errortype"], body: JSON.parse(String(answer.body)) };
  };
  return { ask, events };
}

describe("PutEvents", () => {
  const entry = { Source: "smart.ordering", DetailType: "a.v1", Detail: '{"a":1}', EventBusName: "smart" };
  const putting = (Entries: unknown[]) => {
    const { ask, events } = services();
    return { events, answer: ask("eventbridge", "AWSEvents.PutEvents", { Entries }) };
  };

  test("puts each entry on its bus, at the runtime's time, known by name or ARN", () => {
    const byArn = { ...entry, EventBusName: "arn:aws:events:eu-north-1:000000000000:event-bus/smart" };
    const { answer, events } = putting([entry, byArn, { ...entry, EventBusName: undefined }]);
    expect(answer.body.FailedEntryCount).toBe(0);
    expect(events.map(([busName]) => busName)).toEqual(["smart", "smart", "default"]);
    expect(events[0]?.[1]).toMatchObject({
      id: answer.body.Entries[0].EventId,
      source: "smart.ordering",
      "detail-type": "a.v1",
      time: "2027-01-31T12:00:00Z",
      detail: { a: 1 },
    });
  });

  test("tells of refused entries inside a 200, and takes the others", () => {
    const refused = [
      { ...entry, Detail: "{" },
      { ...entry, Detail: "[1]" },
      { ...entry, Source: undefined },
      { ...entry, DetailType: "" },
      { ...entry, EventBusName: "other" },
      { ...entry, Detail: JSON.stringify({ a: "x".repeat(262_144) }) },
    ];
    const { answer, events } = putting([...refused, entry]);
    expect(answer).toMatchObject({ status: 200, body: { FailedEntryCount: refused.length } });
    const codes = answer.body.Entries.map((one: { ErrorCode?: string }) => one.ErrorCode);
    expect(codes).toEqual([
      "MalformedDetail",
      "MalformedDetail",
      "InvalidArgument",
      "InvalidArgument",
      "ResourceNotFoundException",
      "InvalidArgument",
      undefined,
    ]);
    expect(events).toHaveLength(1);
  });

  test("refuses more than ten entries as a whole", () => {
    const { answer, events } = putting(Array(11).fill(entry));
    expect(answer).toMatchObject({ status: 400, error: "ValidationException" });
    expect(events).toEqual([]);
  });
});

test("a secret is given by its ARN, and an unknown one is an error", () => {
  const { ask } = services();
  const asking = (SecretId: string) => ask("secrets-manager", "secretsmanager.GetSecretValue", { SecretId });
  expect(asking("arn:secret").body).toMatchObject({ SecretString: '{"secretKey":"sk_test_1"}' });
  expect(asking("arn:other")).toMatchObject({ status: 400, error: "ResourceNotFoundException" });
});

test("a refusal of SES carries its name, as the SDK reads it", () => {
  const mail = {
    FromEmailAddress: "post@example.com",
    Destination: { ToAddresses: ["kari@example.no"] },
    Content: { Simple: { Subject: { Data: "a" }, Body: { Text: { Data: "a" } } } },
  };
  const answer = services().ask("ses", undefined, mail, "/v2/email/outbound-emails");
  expect(answer).toMatchObject({ status: 400, error: "MessageRejected" });
});

test("an operation the runtime does not have is named in a 501", () => {
  expect(services().ask("unknown", "AmazonSSM.GetParameter", {})).toMatchObject({
    status: 501,
    body: { message: "The local runtime does not know AmazonSSM.GetParameter of unknown." },
  });
});

describe("a fault switched on", () => {
  async function asked(switches: Partial<FaultSwitches>, times: number) {
    const faults = new Faults();
    faults.set({ ...faults.switches, ...switches });
    let done = 0;
    const statuses: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const answer = () => {
        done += 1;
        return { status: 200, headers: {}, body: "" };
      };
      statuses.push(
        (await unlessBroken(faults.mishap({ "user-agent": `aws-sdk app/${functionsAppId}` }), answer)).status,
      );
    }
    return { done, statuses };
  }

  test("throttles before anything is done", async () => {
    expect(await asked({ throttleRate: 1 }, 3)).toEqual({ done: 0, statuses: [400, 400, 400] });
  });

  test("loses the answer after all is done", async () => {
    expect(await asked({ lostAnswerRate: 1 }, 3)).toEqual({ done: 3, statuses: [500, 500, 500] });
  });

  test("makes the same things go wrong with the same seed, and others with another", async () => {
    const first = await asked({ lostAnswerRate: 0.5, seed: 7 }, 40);
    expect(first.statuses).toContain(200);
    expect(first.statuses).toContain(500);
    expect(await asked({ lostAnswerRate: 0.5, seed: 7 }, 40)).toEqual(first);
    expect(await asked({ lostAnswerRate: 0.5, seed: 8 }, 40)).not.toEqual(first);
  });

  test("breaks the one request asked for, counted from then on", () => {
    const faults = new Faults();
    const fromFunction = () => faults.mishap({ "user-agent": `app/${functionsAppId}` }, "writes")?.when;
    fromFunction();
    faults.breakRequest({ request: 2, kind: "after" });
    expect([fromFunction(), faults.struck, fromFunction(), fromFunction()]).toEqual([undefined, 0, "after", undefined]);
    expect([faults.counted, faults.struck]).toEqual([
      { requests: 3, writes: 3, transactions: 0, stripeCalls: 0, webhooks: 0 },
      1,
    ]);
  });

  test("breaks every third request from there when asked for, and none that the SDK asks for again", () => {
    const faults = new Faults();
    const ask = (attempt = 1) =>
      faults.mishap({
        "user-agent": `app/${newThread("functions/payment/api.ts").thread}`,
        "amz-sdk-request": `attempt=${attempt}; max=3`,
      })?.code;
    faults.breakRequest({ request: 2, kind: "throttle", every: 3 });
    const calls = [ask(), ask(), ask(2), ask(), ask(), ask(), ask(2), ask()];
    expect(calls.map((code) => code !== undefined)).toEqual([false, true, false, false, false, true, false, false]);
    expect([faults.counted.requests, faults.struck]).toEqual([6, 2]);
  });

  test("knows what sort of function a thread is of, however long its name", () => {
    const { thread } = newThread("functions/workplace-courses/api.ts");
    expect(functionOf(thread)).toBe(functionName("functions/workplace-courses/api.ts"));
    expect(functionOf(thread)).toMatch(/-api$/);
  });

  test("loses no answer of a read: nothing was done", () => {
    const faults = new Faults();
    faults.breakRequest({ request: 1, kind: "after" });
    expect([faults.mishap({ "user-agent": `app/${functionsAppId}` }), faults.struck]).toEqual([undefined, 0]);
    expect([faults.mishap({ "user-agent": `app/${functionsAppId}` }, "writes")?.when, faults.struck]).toEqual([
      "after",
      1,
    ]);
  });

  test("neither counts nor breaks what spared functions ask for, such as those that were seen to change nothing", () => {
    const faults = new Faults();
    const ask = (entry: string, ...sorts: "writes"[]) =>
      faults.mishap({ "user-agent": `app/${newThread(entry).thread}` }, ...sorts)?.when;
    faults.breakRequest();
    ask("functions/payment/sweep.ts");
    ask("functions/registration/sweep.ts");
    ask("functions/registration/sweep.ts", "writes");
    expect(faults.onlyLooked).toEqual([functionName("functions/payment/sweep.ts")]);
    faults.spare(faults.onlyLooked);
    faults.breakRequest({ request: 1, kind: "before" });
    expect([ask("functions/payment/sweep.ts"), faults.counted.requests]).toEqual([undefined, 0]);
    expect(ask("functions/registration/sweep.ts")).toBe("before");
  });

  test("counts transactions of their own for a conflict", () => {
    const faults = new Faults();
    faults.breakRequest({ request: 2, kind: "conflict" });
    const codes = ([["transactions"], ["writes"], ["transactions"]] as const).map(
      (sorts) => faults.mishap({ "user-agent": `app/${functionsAppId}` }, ...sorts)?.code,
    );
    expect(codes).toEqual([undefined, undefined, "TransactionCanceledException"]);
  });

  test("ends the thread that asked, after what it asked for is done", async () => {
    const faults = new Faults();
    const happened: string[] = [];
    faults.onKill(async (thread) => void happened.push(thread));
    faults.breakRequest({ request: 1, kind: "kill" });
    await unlessBroken(faults.mishap({ "user-agent": `aws-sdk app/${functionsAppId}-7 lang/js` }, "writes"), () => {
      happened.push("done");
      return { status: 200, headers: {}, body: "" };
    });
    expect(happened).toEqual(["done", `${functionsAppId}-7`]);
  });

  test("comes to functions only", () => {
    const faults = new Faults();
    faults.set({ ...faults.switches, throttleRate: 1 });
    expect(faults.mishap({ "user-agent": "aws-sdk-js/3" })).toBeUndefined();
    expect(faults.mishap({})).toBeUndefined();
    expect(faults.counted.requests).toBe(0);
  });
});
