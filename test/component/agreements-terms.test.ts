import { expect, test } from "vitest";
import { Instant } from "#kernel/clock";
import type { TransactionPart, Write } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { openAgreements } from "#test/agreements";
import { outcome } from "#test/line";
import type { Row } from "#test/rows";
import { brokenOf } from "#test/rules";

const NOVEMBER = Instant.parse("2026-11-16T08:00:00.000Z");

/** A school with a year of agreement and a cohort this September; `commands` by name, each on the unit of work it is given. */
async function openSchool(seatTaken: boolean) {
  const at = await openAgreements();
  const school = await at.agree({ seats: 1, period: { from: "2026-08-01", to: "2027-07-31" } });
  const cohort = await at.cohort(2026);
  if (seatTaken) await at.take(school, cohort);
  const { agreementId } = school;
  const seen = { agreementId, version: 1 };
  const { agreementId: _id, version: _version, ...terms } = school.agreement;
  const contacts = [{ name: school.contact.name, email: school.contact.email }];
  const { promised: _promised, ...rest } = terms;

  const commands = {
    take: (unitOfWork: UnitOfWork) => at.take(school, cohort, at.participant(), at.with({ unitOfWork })),
    "lower its seats": (unitOfWork: UnitOfWork) =>
      at.with({ unitOfWork }).changeAgreement.edit(at.origin(), seen, { ...rest, contacts, seats: 0 }),
    "end it in October": (unitOfWork: UnitOfWork) =>
      at.with({ unitOfWork }).changeAgreement.end(at.origin(), seen, "2026-10-31"),
    "end it in August": (unitOfWork: UnitOfWork) =>
      at.with({ unitOfWork }).changeAgreement.end(at.origin(), seen, "2026-08-31"),
    "move the cohort to November": (unitOfWork: UnitOfWork) => moveTo(NOVEMBER, unitOfWork),
    "move the cohort to a year later": (unitOfWork: UnitOfWork) =>
      moveTo(Instant.parse("2027-09-14T07:00:00.000Z"), unitOfWork),
  };

  /** As an administrator's edit of the offering does it. */
  function moveTo(startsAt: Instant, unitOfWork: UnitOfWork) {
    const { edits } = at.ports;
    const endsAt = Instant.parse(startsAt.replace("T0", "T1"));
    return unitOfWork.handle(at.origin(), async () => {
      const before = await edits.get(cohort.offeringId);
      if (!before) throw new Error("The cohort is there.");
      const { offeringId: _offering, version: _seen, status: _status, allotments: _none, ...details } = before;
      const { parts } = await edits.edit(before, { ...details, allotments: [], sessions: [{ startsAt, endsAt }] });
      return parts;
    });
  }

  return {
    commands,
    work: at.ports.unitOfWork,
    everything: at.everything.bind(at),
    broken: async () => brokenOf(["trainer-seats"], await at.everything()),
  };
}

type Command = keyof Awaited<ReturnType<typeof openSchool>>["commands"];

/**
 * A unit of work in whose first attempt something else happens between what is read and what is written: the moment in which
 * two commands that don't see each other break a rule together. `without` takes the conditions on these attributes away.
 */
function interrupted(work: UnitOfWork, by: () => Promise<unknown>, without: readonly string[] = []): UnitOfWork {
  let done = false;
  async function inBetween(): Promise<void> {
    if (done) return;
    done = true;
    await by();
  }
  const spared = (parts: readonly TransactionPart[]) =>
    parts.map(({ writes, facts }) => ({ facts, writes: writes.flatMap((write) => unguarded(write, without)) }));
  return {
    ...work,
    run: (origin, answer, decide) =>
      work.run(origin, answer, async (attempt) => {
        const decision = await decide(attempt);
        await inBetween();
        return { ...decision, parts: spared(decision.parts) };
      }),
    handle: (origin, decide) =>
      work.handle(origin, async () => {
        const parts = await decide();
        await inBetween();
        return spared(parts);
      }),
  };
}

function unguarded(write: Write, attributes: readonly string[]): Write[] {
  const guards = write.guards.filter(
    (guard) =>
      !(
        (guard.is === "equal" && attributes.includes(guard.attribute)) ||
        (guard.is === "absent" && attributes.includes("taken"))
      ),
  );
  return write.kind === "check" && guards.length === 0 ? [] : [{ ...write, guards }];
}

/** What is going on, what comes in between, whether a seat was taken before, and how the first is refused then. */
const races: readonly (readonly [Command, Command, boolean, string])[] = [
  ["lower its seats", "take", false, "seats-would-break-agreement"],
  ["take", "lower its seats", false, "agreement-seats-used-up"],
  ["end it in August", "take", false, "seats-would-break-agreement"],
  ["take", "end it in August", false, "seat-outside-period"],
  ["move the cohort to a year later", "take", false, "seats-would-break-agreement"],
  ["take", "move the cohort to a year later", false, "seat-outside-period"],
  ["end it in October", "move the cohort to November", true, "seats-would-break-agreement"],
  ["move the cohort to November", "end it in October", true, "seats-would-break-agreement"],
];

test.each(races)("%s, and meanwhile %s (a seat taken before: %s): %s", async (first, second, seatTaken, refused) => {
  const { commands, work, broken } = await openSchool(seatTaken);
  expect(await outcome<unknown>(commands[first](interrupted(work, () => commands[second](work))))).toBe(refused);
  expect(await broken()).toEqual([]);
});

test.each(races.filter(([first, second]) => ![first, second].includes("lower its seats")))(
  "negative control: %s, and meanwhile %s, breaks rule 2 where neither looks at the other's terms",
  async (first, second, seatTaken) => {
    const { commands, work, broken } = await openSchool(seatTaken);
    await commands[first](interrupted(work, () => commands[second](work), ["terms", "taken"]));
    expect((await broken()).join("\n")).toMatch(/is used from .*, outside/);
  },
);

test.each<[Command, string]>([
  ["lower its seats", "seats-would-break-agreement"],
  ["end it in August", "seats-would-break-agreement"],
  ["move the cohort to a year later", "seats-would-break-agreement"],
])("to %s is refused while a seat would break rule 2", async (command, refused) => {
  const { commands, work, broken } = await openSchool(true);
  expect(await outcome<unknown>(commands[command](work))).toBe(refused);
  expect(await broken()).toEqual([]);
});

const starting = (start: string) => (row: Row) => String(row["sk"]).startsWith(start);
const more = (name: string) => (row: Row) => ({ ...row, [name]: Number(row[name]) + 1 });

test.each<[string, (row: Row) => boolean, (row: Row) => Row, RegExp]>([
  ["free seats", ({ sk }) => sk === "SEATS", more("free"), /counts 1 free, and its rows 0/],
  ["its terms", ({ sk }) => sk === "SEATS", more("terms"), /counts 2 terms/],
  ["seats used in a cohort", starting("SEATS-OF#"), more("used"), /counts 2 seats/],
  ["a seat", starting("SEAT#"), (row) => ({ ...row, status: "given-back" }), /ledger of 1 used seats, and rows of 0/],
  ["a seat's place", starting("PLACE#"), (row) => ({ ...row, status: "cancelled" }), /is used, and its place/],
])("the rule recounted from rows notices a lie about %s", async (_what, kind, lie, says) => {
  const { everything, broken } = await openSchool(true);
  expect(await broken()).toEqual([]);
  const rows = (await everything()).map((row) => (kind(row) ? lie(row) : row));
  expect(brokenOf(["trainer-seats"], rows).join("\n")).toMatch(says);
});
