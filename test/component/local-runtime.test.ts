import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Runtime } from "#local/runtime";
import { startRuntime } from "#local/start-runtime";
import { newFolder } from "#test/shared-folder";
import { sampleApp } from "../support/infra/sample-app.ts";

let runtime: Runtime;

const folder = newFolder();
const root = join(import.meta.dirname, "../support/local-app");
const sample = {
  assembly: sampleApp().synth().directory,
  code: { from: "sources" as const, root, builtFolder: join(folder, "functions") },
};

beforeAll(async () => {
  runtime = await startRuntime({ ...sample, mailFolder: join(folder, "mail") });
});
afterAll(() => runtime?.stop());

const api = (path: string, init?: RequestInit) => fetch(`${runtime.apiUrl}${path}`, init);
const control = (path: string, init?: RequestInit) => api(`/_local${path}`, init);
const shown = z.object({
  event: z.looseObject({ headers: z.record(z.string(), z.string()) }),
  env: z.string(),
  now: z.string(),
  today: z.number(),
});
const show = async (response: Response) => shown.parse(await response.json());
async function postSample(recipient: string): Promise<string> {
  const response = await api("/samples", {
    method: "POST",
    body: recipient,
    headers: { "content-type": "text/plain" },
  });
  expect(response.status).toBe(201);
  return response.text();
}
const mailsTo = async (recipient: string) =>
  (await runtime.mails()).filter((mail) => mail.recipients.includes(recipient));

describe("the local runtime", () => {
  test("carries what a request wrote through stream, publisher, bus and queue to one mail", async () => {
    await postSample("kari@example.no");
    await runtime.idle();
    const mails = await mailsTo("kari@example.no");
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      subject: "Påmeldingen din – takk, Čáhppe! 🎉",
      text: "Hei på deg",
      html: "<p>Hei på deg</p>",
      attachments: [{ fileName: "kurs.ics", contentType: "text/calendar" }],
    });
    expect(mails[0]?.attachments[0]?.content.toString().trimEnd()).toBe("BEGIN:VCALENDAR");
  });

  test("tells of a bounce by an event on the default bus, with the mail's tags", async () => {
    const bouncing = await postSample("bounce@example.no");
    const fine = await postSample("ola@example.no");
    await runtime.idle();
    expect(await (await api(`/samples/${bouncing}`)).json()).toEqual({ bounced: true });
    expect(await (await api(`/samples/${fine}`)).json()).toEqual({ bounced: false });
  });

  test("tries a failing message again after its visibility timeout and gives it up to the dead-letter queue", async () => {
    await postSample("unlucky@example.no");
    await runtime.idle();
    const deadLetters = () =>
      Object.entries(runtime.queues()).flatMap(([name, messages]) => (name.includes("DeadLetters") ? messages : []));
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(deadLetters()).toEqual([]);
      await runtime.clock.advance(181);
    }
    expect(deadLetters()).toHaveLength(1);
    expect(deadLetters()[0]?.body).toContain("unlucky@example.no");
  });

  test("hands a function the HTTP API's event and gives its answer back", async () => {
    const response = await api("/anything/else?a=1&a=2&b=%C3%A6", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", cookie: "x=1; y=2", "X-Thing": "yes" },
      body: "name=K%C3%A5re",
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    const { event, env } = await show(response);
    expect(env).toBe("dev");
    expect(event).toMatchObject({
      version: "2.0",
      routeKey: "$default",
      rawPath: "/anything/else",
      rawQueryString: "a=1&a=2&b=%C3%A6",
      queryStringParameters: { a: "1,2", b: "æ" },
      cookies: ["x=1", "y=2"],
      headers: { "x-thing": "yes" },
      isBase64Encoded: true,
      body: Buffer.from("name=K%C3%A5re").toString("base64"),
      requestContext: { http: { method: "POST", path: "/anything/else" }, stage: "$default" },
    });
    expect(event.headers["cookie"]).toBeUndefined();
    const created = await api("/samples", { method: "POST", body: "ola@example.no" });
    expect(created.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  test("answers 500 for a handler that throws, and keeps its error and where in the source it was for the developer", async () => {
    const response = await api("/throws");
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: "Internal Server Error" });
    const lines = runtime.logs().map((entry) => entry.line);
    expect(lines).toContainEqual(expect.stringContaining("thrown on purpose"));
    expect(lines).toContainEqual(expect.stringMatching(/functions\/sample\/api\.ts:\d+:\d+/));
  });

  test("moves one clock for handlers, schedules and tokens", async () => {
    const before = runtime.clock.now();
    expect((await control("/clock", { method: "POST", body: "tomorrow" })).status).toBe(400);
    await control("/clock", { method: "POST", body: JSON.stringify({ advanceSeconds: 172_800 }) });
    expect(runtime.clock.now()).toBeGreaterThanOrEqual(before + 172_800_000);
    const { now, today } = await show(await api("/clock"));
    expect(Math.abs(Date.parse(now) - runtime.clock.now())).toBeLessThan(60_000);
    expect(Math.abs(today - runtime.clock.now())).toBeLessThan(60_000);
    const swept = runtime.logs().filter((entry) => entry.line.startsWith("Swept at "));
    expect(Date.parse(swept.at(-1)?.line.slice("Swept at ".length) ?? "")).toBeGreaterThanOrEqual(before + 172_800_000);
    const keys = createRemoteJWKSet(new URL(`${runtime.issuer}/.well-known/jwks.json`));
    const verifyAt = (time: number) => jwtVerify(token, keys, { issuer: runtime.issuer, currentDate: new Date(time) });
    const token = await runtime.tokenFor("kari");
    expect((await verifyAt(runtime.clock.now())).payload.sub).toBe("kari");
    await expect(verifyAt(runtime.clock.now() + 3_700_000)).rejects.toThrow("exp");
  });

  test("ends a thread that is killed at a request, and starts another for what comes next", async () => {
    await postSample("knut@example.no");
    await runtime.idle();
    const starts = () => Object.values(runtime.functions()).reduce((sum, use) => sum + use.starts, 0);
    const before = starts();
    runtime.faults.breakRequest({ kind: "kill", request: 1 });
    await api("/samples", { method: "POST", body: "knut@example.no", headers: { "content-type": "text/plain" } });
    expect(runtime.faults.struck).toBe(1);
    runtime.faults.breakRequest();
    await postSample("knut@example.no");
    await runtime.idle();
    expect(starts()).toBe(before + 1);
  });

  test("shows the inbox as pages", async () => {
    await postSample("innboks@example.no");
    await runtime.idle();
    expect(await (await fetch(runtime.inboxUrl)).text()).toContain("innboks@example.no");
    const [mail] = await mailsTo("innboks@example.no");
    expect(await (await api(`/inbox/${mail?.id}`)).text()).toContain("kurs.ics");
    const file = await api(`/inbox/${mail?.id}/attachments/0`);
    expect(file.headers.get("content-type")).toBe("text/calendar");
    expect((await file.text()).trimEnd()).toBe("BEGIN:VCALENDAR");
  });

  test("with duplicates and lost answers switched on, a sample is mailed at least once", async () => {
    const off = runtime.faults.switches;
    const on = { conflicts: true, duplicateRate: 0.5, lostAnswerRate: 0.2, throttleRate: 0.1, reorder: true };
    await control("/faults", { method: "PUT", body: JSON.stringify(on) });
    for (let turn = 0; turn < 8; turn += 1) await postSample("igjen@example.no");
    await runtime.idle();
    for (let turn = 0; turn < 5; turn += 1) await runtime.clock.advance(181);
    await control("/faults", { method: "PUT", body: JSON.stringify(off) });
    const tags = (await mailsTo("igjen@example.no")).map((mail) => mail.tags["sample"]);
    expect(new Set(tags).size).toBe(8);
    expect(tags.length).toBeGreaterThan(8);
  });

  test("counts each function's invocations and its CPU", async () => {
    const before = runtime.functions()["functions/sample/api.ts"];
    const counted = { invocations: before?.invocations ?? 0, cpuMs: before?.cpuMs ?? 0 };
    for (let turn = 0; turn < 20; turn += 1) await api("/again");
    const after = runtime.functions()["functions/sample/api.ts"];
    expect(after?.invocations).toBe(counted.invocations + 20);
    expect(after?.cpuMs).toBeGreaterThan(counted.cpuMs);
  });

  test("a reset leaves nothing behind, and what comes after runs as before", async () => {
    const old = await postSample("kari@example.no");
    await control("/reset", { method: "POST" });
    expect(await runtime.mails()).toEqual([]);
    expect(Object.values(runtime.queues()).flat()).toEqual([]);
    expect((await api(`/samples/${old}`)).status).toBe(404);
    await postSample("etterpå@example.no");
    await runtime.idle();
    expect(await mailsTo("etterpå@example.no")).toHaveLength(1);
    // The engine keeps the old table's records in the stream of the new one.
    expect(await mailsTo("kari@example.no")).toEqual([]);
  });

  test("says in one sentence that a seed does not go in, and leaves nothing running", async () => {
    let apiUrl = "";
    const seed = async (seeded: Runtime) => {
      apiUrl = seeded.apiUrl;
      throw new Error("offering kurs has no price");
    };
    await expect(startRuntime({ ...sample, mailFolder: join(folder, "other"), seed })).rejects.toThrow(
      /^The seed does not go in, .+offering kurs has no price/s,
    );
    await expect(fetch(apiUrl)).rejects.toThrow("fetch failed");
  });
});
