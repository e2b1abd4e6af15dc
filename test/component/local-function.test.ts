import { afterEach, describe, expect, test } from "vitest";
import { Activity } from "#local/activity";
import { LocalClock } from "#local/clock";
import { LocalFunction } from "#local/lambda/local-function";

const clock = new LocalClock();
const started: LocalFunction[] = [];
afterEach(() => Promise.all(started.splice(0).map((fn) => fn.stop())));

function functionOf(source: string, settings: { timeoutSeconds?: number; concurrency?: number } = {}) {
  const lines: string[] = [];
  const fn = new LocalFunction(
    {
      name: "sample",
      label: "sample",
      module: `data:text/javascript,${encodeURIComponent(source)}`,
      environment: { COLOUR: "red" },
      timeoutSeconds: settings.timeoutSeconds ?? 10,
      concurrency: settings.concurrency ?? 1,
    },
    {
      clockOffset: clock.offset,
      activity: new Activity(),
      log: (_label, line) => lines.push(line),
      threads: new Map(),
    },
  );
  started.push(fn);
  return { fn, lines };
}

describe("a local function", () => {
  test("has its own environment and keeps its module's state between events", async () => {
    const { fn } = functionOf(
      "let calls = 0; export const handler = (event) => ({ calls: ++calls, event, colour: process.env.COLOUR, path: process.env.PATH })",
    );
    await fn.invoke({ a: 1 });
    expect(await fn.invoke({ a: 2 })).toEqual({ ok: true, answer: { calls: 2, event: { a: 2 }, colour: "red" } });
    expect(fn.use).toMatchObject({ invocations: 2, errors: 0, starts: 1 });
  });

  test("is ended when it runs over its timeout, and the waiting event gets a new thread", async () => {
    const { fn, lines } = functionOf(
      "export const handler = (event) => (event.hang ? new Promise(() => setInterval(() => {}, 1000)) : 'done')",
      { timeoutSeconds: 0.2 },
    );
    const [hung, waited] = await Promise.all([fn.invoke({ hang: true }), fn.invoke({})]);
    expect(hung).toEqual({ ok: false, error: expect.stringContaining("timed out") });
    expect(waited).toEqual({ ok: true, answer: "done" });
    expect(fn.use).toMatchObject({ starts: 2, errors: 1 });
    expect(lines).toContainEqual(expect.stringContaining("timed out"));
  });

  test("is ended even when it never gives the thread back", async () => {
    const { fn } = functionOf("export const handler = () => { for (;;); }", { timeoutSeconds: 0.2 });
    expect(await fn.invoke({})).toMatchObject({ ok: false });
  });

  test("handles one event at a time in a thread, and as many at once as it has threads", async () => {
    const source = `let running = 0;
      export const handler = async () => { running += 1; const seen = running; await new Promise((done) => setTimeout(done, 20)); running -= 1; return seen; }`;
    const { fn } = functionOf(source, { concurrency: 2 });
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => fn.invoke({})));
    expect(outcomes).toEqual(Array.from({ length: 6 }, () => ({ ok: true, answer: 1 })));
    expect(fn.use.starts).toBe(2);
  });

  test("that can't be loaded fails each event and says why", async () => {
    const { fn, lines } = functionOf("export const other = 1");
    expect(await fn.invoke({})).toEqual({ ok: false, error: expect.stringContaining("function named handler") });
    expect(await fn.invoke({})).toMatchObject({ ok: false });
    expect(lines).toContainEqual(expect.stringContaining("function named handler"));
  });

  test("reads the runtime's clock, however a date is made", async () => {
    const { fn } = functionOf(
      "export const handler = () => ({ now: Date.now(), made: new Date().getTime(), text: Date(), fixed: new Date(0).toISOString(), isDate: new Date() instanceof Date, kind: Object.prototype.toString.call(new Date()) })",
    );
    clock.moveTo(clock.now() + 86_400_000 * 365);
    const outcome = await fn.invoke({});
    expect(outcome).toMatchObject({
      answer: { fixed: "1970-01-01T00:00:00.000Z", isDate: true, kind: "[object Date]" },
    });
    const { now, made, text } = JSON.parse(JSON.stringify(outcome)).answer;
    for (const time of [now, made, Date.parse(text)]) expect(Math.abs(time - clock.now())).toBeLessThan(60_000);
  });

  test("has written its lines by the time its outcome is known", async () => {
    const { fn, lines } = functionOf("export const handler = () => { console.log('out'); console.error('err'); }");
    await fn.invoke({});
    expect(lines.sort()).toEqual(["err", "out"]);
  });
});
