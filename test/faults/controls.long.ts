import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { plusSeconds } from "#kernel/clock";
import { count } from "#test/counts";
import { type JourneyRun, openJourney } from "#test/journey";
import { unguarded, without } from "./left-out.ts";
import { type Kind, pointsOf } from "./points.ts";
import type { Scenario } from "./scenario.ts";
import { deckByCard } from "./scenarios/card.ts";
import { courseIn, onInvoice, placeFor, TEN_YEARS } from "./scenarios/course.ts";
import { sweep, unbroken, verdicts } from "./sweep.ts";

// With one thing left out that makes repetition and hurry harmless, the sweep must report what is lost or doubled.

const SEED = 1;

let run: JourneyRun;
beforeAll(async () => {
  run = await openJourney();
}, 60_000);
afterEach(() => run.product.faults.changeActions());
afterAll(() => run?.stop());

/** Everything the sweep reports of these points of a scenario while `change` is made to every transaction. */
async function reported(
  scenario: Scenario,
  change: (action: unknown) => unknown,
  { kind, last = 1 }: { kind: Kind; last?: number },
): Promise<string> {
  const whole = await unbroken(run, "control", await scenario(run.walk(), 4));
  run.product.faults.changeActions(change);
  const points = pointsOf(kind, whole.counted).slice(-last);
  const { wrong, failures } = await sweep(
    run,
    points.map((point) => ({ ...whole, point })),
    SEED,
  );
  return [...wrong, ...failures.map(({ because }) => because)].join("\n");
}

/** An order that waits to be paid. */
const ordered: Scenario = async () => async (client) => {
  const buyer = client.person("Fia Feilfri");
  return {
    act: async () => {
      await deckByCard(client, buyer);
    },
    afterwards: async () => {},
  };
};

/** The last place of a course: whoever comes second is refused. */
const lastPlace: Scenario = async (walk) => {
  const course = await courseIn(walk, TEN_YEARS, { capacity: 3 });
  return async (client) => {
    const buyer = client.person("Odd Ombestemt");
    return {
      async act() {
        await onInvoice(client, [placeFor(course, buyer)]).catch(() => {});
      },
      afterwards: async () => {},
    };
  };
};

/** Somebody is reminded of a course. */
const reminded: Scenario = async () => async (client) => {
  const course = await courseIn(client, 3);
  await onInvoice(client, [placeFor(course, client.person("Ola Oppmøte"))]);
  const startsAt = course.sessions[0]?.startsAt ?? course.signUpClosesAt;
  return { act: () => client.passTo(plusSeconds(startsAt, -course.reminderHours * 3600)), afterwards: async () => {} };
};

describe("the sweep notices", { timeout: 120_000 }, () => {
  test("an order placed twice without the idempotency row", async (test) => {
    const said = await reported(ordered, without("IDEMPOTENCY#"), { kind: "after", last: 6 });
    expect(said).toMatch(/row ORDER ORDER: (\d+) instead of/);
    count(test, "fault sweep's negative controls", 1);
  });

  test("a fact that nobody hears of without the outbox row", async (test) => {
    const said = await reported(reminded, without("OUTBOX#"), { kind: "double" });
    expect(said).toMatch(/mail offering-reminder: 0 instead of 1/);
    count(test, "fault sweep's negative controls", 1);
  });

  test("a mail sent twice without the inbox row", async (test) => {
    const said = await reported(reminded, without("INBOX#registration#"), { kind: "double" });
    expect(said).toMatch(/mail offering-reminder: 2 instead of 1/);
    count(test, "fault sweep's negative controls", 1);
  });

  test("a course oversold without the condition that a place is left", async (test) => {
    const said = await reported(lastPlace, unguarded("CAPACITY"), { kind: "disorder" });
    expect(said).toMatch(/has \d places taken in all, and 3 to take/);
    count(test, "fault sweep's negative controls", 1);
  });

  test("a case whose setup fails, with the line that tries it again", async (test) => {
    const point = { kind: "kill", request: 3 } as const;
    const begin = () => Promise.reject(new Error("Sold out before it began"));
    const swept = await sweep(run, [{ scenario: "card-order", point, begin, grown: new Map() }], 7);
    expect(await verdicts(run, swept, 7)).toEqual([
      expect.stringMatching(
        /Sold out before it began[\s\S]*\nnpm run faults -- --seed 7 --scenario card-order --fault kill --request 3$/,
      ),
    ]);
    count(test, "fault sweep's negative controls", 1);
  });
});
