import assert from "node:assert/strict";
import type { JourneyRun } from "#test/journey";
import { brokenRules } from "#test/rules";
import { census, growth, lostOrDoubled } from "./census.ts";
import { Client, PATIENCE_SECONDS } from "./client.ts";
import { arm, disarm, type Point } from "./points.ts";
import type { Attempt, Begin } from "./scenario.ts";

/** How a few fault points of one scenario went. */
export interface Swept {
  /** Points whose fault came; where less was asked for than in the attempt that nothing broke, the last ones don't. */
  readonly tried: readonly Point[];
  /** What is wrong with single points. */
  readonly failures: readonly { readonly point: Point; readonly because: string }[];
  /** What is wrong with the world in the end, by whichever point. */
  readonly wrong: readonly string[];
}

/** How many requests one attempt makes, and by how much the world grows, while nothing breaks. */
export async function unbroken(run: JourneyRun, begin: Begin) {
  const { faults } = run.product;
  // The first attempt of all makes rows and fills caches that the others find.
  await (await begin(clientOf(run))).act();
  await run.product.idle();
  const before = census(await run.world());
  const { act } = await begin(clientOf(run));
  await run.product.idle();
  faults.breakRequest();
  await act();
  await run.product.idle();
  const { counted } = faults;
  return { begin, counted, grown: growth(before, census(await run.world())) };
}

/** A point to try with a scenario that is known unbroken. */
export interface Case extends Pick<Awaited<ReturnType<typeof unbroken>>, "begin" | "grown"> {
  readonly point: Point;
}

/** Tries points one after the other, each with an attempt of its own, brings the world to rest, and looks at all of it. */
export async function sweep(run: JourneyRun, cases: readonly Case[]): Promise<Swept> {
  const begun = await run.world();
  const before = census(begun);
  const brokenBefore = brokenRules(begun);
  const tried: Point[] = [];
  const failures: { point: Point; because: string }[] = [];
  const attempts: (Pick<Case, "point" | "grown"> & { attempt: Attempt })[] = [];
  for (const { point, begin, grown } of cases) {
    const clients = Array.from({ length: point.kind === "disorder" ? 4 : 1 }, () => clientOf(run));
    const those: Attempt[] = [];
    for (const client of clients) those.push(await begin(client));
    attempts.push(...those.map((attempt) => ({ point, grown, attempt })));
    const because = await broken(run, clients, those, point);
    if (because !== "not reached") tried.push(point);
    if (because !== undefined && because !== "not reached") failures.push({ point, because });
  }
  await rest(run);
  for (const { point, attempt } of attempts) {
    const because = await attempt.afterwards().then(() => undefined, reason);
    if (because !== undefined) failures.push({ point, because });
  }
  const world = await run.world();
  const wrong = [
    ...brokenRules(world).filter((rule) => !brokenBefore.includes(rule)),
    ...lostOrDoubled(
      growth(before, census(world)),
      attempts.map(({ grown }) => grown),
    ),
    ...run.givenUp(),
  ];
  return { tried, failures, wrong };
}

/** Acts with the fault on; answers what is wrong, or that the fault never came. */
async function broken(
  run: JourneyRun,
  clients: Client[],
  attempts: Attempt[],
  point: Point,
): Promise<string | undefined> {
  const { faults } = run.product;
  await run.product.idle();
  arm(faults, point);
  try {
    await Promise.all(attempts.map(({ act }) => act()));
    await run.product.idle();
    if (point.kind === "double" || point.kind === "disorder") return undefined;
    if (!faults.struck) return "not reached";
    // Nobody who asks is to notice. A mail that SES throttles is asked for again a minute later, and may be waited for.
    if (point.kind === "throttle" || point.kind === "conflict")
      assert.deepEqual(
        clients.map(({ failures }) => failures),
        clients.map(() => 0),
      );
    return undefined;
  } catch (error) {
    return reason(error);
  } finally {
    disarm(faults);
  }
}

/** Stripe tries again soon, queues after 3 minutes; a mail whose fate is unknown waits 15 for its event. */
async function rest(run: JourneyRun): Promise<void> {
  const walk = run.walk();
  for (let turn = 0; turn < 6; turn += 1) await walk.pass(PATIENCE_SECONDS);
}

function clientOf(run: JourneyRun): Client {
  return new Client({ apiUrl: run.product.apiUrl, say: () => {}, keep: () => {} });
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
