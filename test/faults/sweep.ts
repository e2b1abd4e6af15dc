import assert from "node:assert/strict";
import { functionName } from "#local/threads";
import type { JourneyRun } from "#test/journey";
import { brokenRules } from "#test/rules";
import { type Census, census, growth, lostOrDoubled } from "./census.ts";
import { Client, PATIENCE_SECONDS } from "./client.ts";
import { arm, disarm, type Point, shuffled } from "./points.ts";
import type { Attempt, Begin } from "./scenario.ts";

/** So many are named of those that the same may be wrong with. */
const MOST_CULPRITS = 5;

/** A point to try with a scenario that is known unbroken. */
export interface Case {
  readonly scenario: string;
  readonly point: Point;
  readonly begin: Begin;
  /** By how much the world grows while nothing breaks. */
  readonly grown: Census;
}

/** A case whose fault came; where less was asked for than in the attempt that nothing broke, the last ones' don't. */
interface Tried extends Case {
  /** How many calls were broken, which makes so many fault points. */
  readonly broken: number;
}

/** How a few cases went. */
export interface Swept {
  readonly tried: readonly Tried[];
  /** What is wrong with single cases. */
  readonly failures: readonly { readonly tried: Case; readonly because: string }[];
  /** What is wrong with the world in the end, by whichever case. */
  readonly wrong: readonly string[];
}

/**
 * How many calls one attempt makes, and by how much the world grows, while nothing breaks. From then on the sweeps that found
 * nothing to do are not counted among them, unless `all` are: they would be the same calls in every scenario in which time passes.
 */
export async function unbroken(run: JourneyRun, scenario: string, begin: Begin, { all = false } = {}) {
  const { faults } = run.product;
  // The first attempt of all makes rows and fills caches that the others find.
  const first = await begin(clientOf(run));
  await run.product.idle();
  faults.spare([]);
  faults.breakRequest();
  await first.act();
  await run.product.idle();
  if (!all) faults.spare(faults.onlyLooked.filter((name) => sweepsIn(run).includes(name)));
  await first.afterwards();
  const before = census(await run.world());
  const { act, afterwards } = await begin(clientOf(run));
  await run.product.idle();
  faults.breakRequest();
  await act();
  await run.product.idle();
  const { counted } = faults;
  await afterwards();
  return { scenario, begin, counted, grown: growth(before, census(await run.world())) };
}

function sweepsIn({ product }: JourneyRun): string[] {
  return Object.keys(product.functions())
    .filter((entry) => entry.endsWith("/sweep.ts"))
    .map(functionName);
}

/** Tries points one after the other, each with an attempt of its own, brings the world to rest, and looks at all of it. */
export async function sweep(run: JourneyRun, cases: readonly Case[], seed: number): Promise<Swept> {
  const begun = await run.world();
  const before = census(begun);
  const brokenBefore = brokenRules(begun);
  const givenUpBefore = run.givenUp();
  const tried: Tried[] = [];
  const failures: { tried: Case; because: string }[] = [];
  const attempts: { of: Case; attempt: Attempt }[] = [];
  for (const one of shuffled(cases, seed)) {
    try {
      const clients = Array.from({ length: one.point.kind === "disorder" ? 4 : 1 }, () => clientOf(run));
      const those: Attempt[] = [];
      for (const client of clients) those.push(await one.begin(client));
      attempts.push(...those.map((attempt) => ({ of: one, attempt })));
      const broken = await struck(run, clients, shuffled(those, seed), one.point, seed);
      if (broken > 0) tried.push({ ...one, broken });
    } catch (error) {
      tried.push({ ...one, broken: 1 });
      failures.push({ tried: one, because: reason(error) });
    }
  }
  await rest(run);
  for (const { of, attempt } of attempts) {
    const because = await attempt.afterwards().then(() => undefined, reason);
    if (because !== undefined) failures.push({ tried: of, because });
  }
  const world = await run.world();
  const wrong = [
    ...brokenRules(world).filter((rule) => !brokenBefore.includes(rule)),
    ...lostOrDoubled(
      growth(before, census(world)),
      attempts.map(({ of }) => grownIn(of)),
    ),
    ...run.givenUp().filter((queue) => !givenUpBefore.includes(queue)),
  ];
  return { tried, failures, wrong };
}

/** What is wrong, each with the line that tries its case alone. What is wrong with the world shows alone whose fault it is. */
export async function verdicts(run: JourneyRun, { tried, failures, wrong }: Swept, seed: number): Promise<string[]> {
  const told = failures.map((each) => `${each.because}\n${again(each.tried, seed)}`);
  if (wrong.length === 0) return told;
  const culprits: string[] = [];
  for (const one of tried) {
    if (culprits.length === MOST_CULPRITS) break;
    const alone = await sweep(run, [one], seed);
    if (alone.wrong.length > 0) culprits.push(`${alone.wrong.join("; ")}\n${again(one, seed)}`);
  }
  return [...told, wrong.join("\n"), ...culprits];
}

/** What a case's attempt makes. A webhook that never comes leaves no row that it came; whatever it would have told is there. */
function grownIn({ point, grown }: Case): Census {
  if (point.kind !== "webhook-lost") return grown;
  return new Map([...grown].map(([kind, count]) => [kind, kind.startsWith("row INBOX") ? count - 1 : count]));
}

function again({ scenario, point: { kind, request } }: Case, seed: number): string {
  return `npm run faults -- --seed ${seed} --scenario ${scenario} --fault ${kind} --request ${request}`;
}

/** Acts with the fault on; answers how often it came. @throws what is wrong */
async function struck(
  run: JourneyRun,
  clients: readonly Client[],
  attempts: readonly Attempt[],
  point: Point,
  seed: number,
): Promise<number> {
  await run.product.idle();
  arm(run.product, point, seed);
  try {
    await Promise.all(attempts.map(({ act }) => act()));
    await run.product.idle();
    if (point.kind === "double" || point.kind === "disorder") return 1;
    const broken = run.product.faults.struck;
    if (broken === 0) return 0;
    const failures = clients.flatMap((client) => client.failures);
    // Nobody who asks is to notice. A mail that SES throttles is asked for again a minute later, and may be waited for.
    if (point.kind === "throttle" || point.kind === "conflict") assert.deepEqual(failures, []);
    // Whoever pays while Stripe has a bad moment is told to try again soon.
    if (point.kind.startsWith("stripe-") && point.kind !== "stripe-kill")
      assert.deepEqual(
        failures.filter((status) => status !== 503),
        [],
      );
    return broken;
  } finally {
    disarm(run.product);
  }
}

/**
 * Stripe tries again soon, queues after 3 minutes; a mail whose fate is unknown waits 15 for its event. Then the ends of
 * holds, and webhooks that come long after them.
 */
async function rest(run: JourneyRun): Promise<void> {
  const walk = run.walk();
  for (const seconds of [...Array.from({ length: 6 }, () => PATIENCE_SECONDS), 40 * 60, 40 * 60]) {
    await walk.pass(seconds);
  }
}

function clientOf(run: JourneyRun): Client {
  return new Client({ apiUrl: run.product.apiUrl, say: () => {}, keep: () => {} });
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
