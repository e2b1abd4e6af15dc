import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Table } from "#platform/dynamo/table";
import { systemRandom } from "#platform/random";
import { count } from "#test/counts";
import { type Guarded, takeAway } from "#test/guards";
import { everyRow, type Row } from "#test/rows";
import { brokenRules } from "#test/rules";
import type { Working } from "#test/shop";
import { type Contend, letRun, type Outcome } from "./contenders.ts";

/** A world in which more want something than there is of it. */
interface Start {
  readonly table: Table;
  readonly contenders: readonly Contend[];
  /** How many of them are answered that they have what they asked for. */
  readonly room: number;
  /** What the others are told: these codes, and no others. */
  readonly refusals?: readonly string[];
  /** What is wrong that no rule of the domain tells, counted from rows and answers, each in a sentence. */
  readonly recount?: (rows: readonly Row[], answers: readonly unknown[]) => readonly string[];
}

/** Something there isn't enough of. */
interface Race {
  readonly limited: string;
  readonly start: () => Promise<Start>;
  readonly controls: readonly Control[];
}

/** Conditions that are taken away, so that what they keep from happening happens. */
interface Control {
  /** As a sentence goes on after "without". */
  readonly without: string;
  readonly guards: readonly Guarded[];
  /** What is wrong then. */
  readonly breaks: RegExp;
}

/**
 * The unit of work waits as long as one random byte says before it tries again: here not at all, since the race picks who
 * goes on. It tries for as long as it takes, however slow the machine.
 */
export const IN_RACE = {
  random: (bytes: number): Uint8Array => (bytes === 1 ? new Uint8Array(1) : systemRandom(bytes)),
  retryMilliseconds: 600_000,
} satisfies Working;

const { RACES_RUNS = "1", RACES_SEED = "20261122", RACES_PATH } = process.env;
const RUNS = Number(RACES_RUNS);
/** What a condition keeps from happening need not happen in every order of requests. */
const RUNS_OF_CONTROL = Math.max(RUNS, 10);

const timeout = 30_000 + RUNS * 10_000;

/** How many requests meet at the engine, time and again. */
const TOGETHER = fc.infiniteStream(fc.integer({ min: 1, max: 8 }));

/** Tests of one race and of each of its negative controls. */
export function race({ limited, start, controls }: Race): void {
  const onceMore = ({ again }: { readonly again: string }) => `Once more: npm run races -- --of "${limited}" ${again}`;
  describe(`race for ${limited}`, () => {
    test("nobody gets what there isn't, and whoever is refused is told why", { timeout }, async (context) => {
      const seen = await explore(start, RUNS);
      expect(seen.wrong, onceMore(seen)).toEqual([]);
      expect(seen.conflicts).toBeGreaterThan(0);
      count(context, "races", 1);
      count(context, "contenders", seen.contenders);
    });

    for (const { without, guards, breaks } of controls) {
      test(`negative control: without ${without}, it breaks`, { timeout }, async (context) => {
        const seen = await explore(start, RUNS_OF_CONTROL, guards);
        expect(seen.wrong.join("\n"), onceMore(seen)).toMatch(breaks);
        expect(seen.takenAway).toBeGreaterThan(0);
        count(context, "races' negative controls", 1);
        count(context, "contenders", seen.contenders);
      });
    }
  });
}

/** Runs it as often as asked, each time in another order, until something is wrong. */
async function explore(start: Race["start"], numRuns: number, guards: readonly Guarded[] = []) {
  const seen = { wrong: [] as readonly string[], conflicts: 0, contenders: 0, takenAway: 0 };
  let unexpected: unknown;
  const property = fc.asyncProperty(fc.scheduler(), TOGETHER, async (scheduler, together) => {
    try {
      const world = await start();
      const before = brokenRulesOf(await everyRow(world.table.client, world.table.name));
      const { takenAway } = takeAway(world.table, guards);
      const { outcomes, conflicts } = await letRun(world.table, world.contenders, scheduler, together);
      const rows = await everyRow(world.table.client, world.table.name);
      const answers = outcomes.flatMap((outcome) => (outcome.is === "answered" ? [outcome.answer] : []));
      seen.wrong = [
        ...brokenRulesOf(rows).filter((rule) => !before.includes(rule)),
        ...(world.recount?.(rows, answers) ?? []),
        ...wrongOutcomes(world, outcomes),
      ];
      seen.contenders += outcomes.length;
      seen.conflicts += conflicts;
      seen.takenAway += takenAway();
    } catch (error) {
      unexpected = error;
    }
    return unexpected === undefined && seen.wrong.length === 0;
  });
  const path = RACES_PATH && { path: RACES_PATH };
  const parameters = { numRuns, seed: Number(RACES_SEED), endOnFailure: true, ...path };
  const { seed, counterexamplePath, counterexample } = await fc.check(property, parameters);
  if (unexpected !== undefined) throw unexpected;
  if (RACES_PATH && counterexample) process.stdout.write(`${counterexample}\n`);
  // A control that breaks nothing has no one run to show.
  const which = counterexamplePath === null ? `--runs ${numRuns}` : `--path ${counterexamplePath}`;
  return { ...seen, again: `--seed ${seed} ${which}` };
}

/** A race is over before anybody writes mails. */
const OWES_A_MAIL = / has no mail$/;

function brokenRulesOf(rows: readonly Row[]): readonly string[] {
  try {
    return brokenRules({ rows, inbox: [], stripe: new Map() }).filter((rule) => !OWES_A_MAIL.test(rule));
  } catch (error) {
    return [`There is a row that can't be read: ${error}`];
  }
}

function wrongOutcomes({ room, refusals = [] }: Start, outcomes: readonly Outcome[]): readonly string[] {
  const got = outcomes.filter(({ is }) => is === "answered").length;
  return [
    ...(got === room ? [] : [`${got} got it, and there was room for ${room}.`]),
    ...outcomes.flatMap((outcome) => {
      if (outcome.is === "failed") return [`Somebody saw ${outcome.error}.`];
      if (outcome.is === "answered" || refusals.includes(outcome.code)) return [];
      return [`Somebody was told ${outcome.code}, which isn't why.`];
    }),
  ];
}
