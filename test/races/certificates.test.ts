import { issueCohortUseCase } from "#certificates/app/issue-cohort";
import { EventId } from "#kernel/event";
import { mint, type RandomBytes } from "#kernel/id";
import { systemRandom } from "#platform/random";
import { type Academy, openAcademy } from "#test/certificates";
import { contenders } from "./contenders.ts";
import { IN_RACE, race } from "./race.ts";

/** A run of its own, asked for by an event of its own. */
function runs({ ports, shop, administrator }: Academy, using: Partial<Academy["ports"]> = {}) {
  const issue = issueCohortUseCase({ ...ports, ...using });
  return ({ cohortId }: { readonly cohortId: Parameters<Academy["participations"]["ofCohort"]>[0] }) => {
    const delivery = { context: "certificates", eventId: mint(EventId, systemRandom) };
    return issue({ ...shop.origin(), delivery }, { cohortId, by: administrator });
  };
}

race({
  limited: "one valid certificate for each of a cohort",
  async start() {
    const academy = await openAcademy(undefined, undefined, IN_RACE);
    // A cohort's first certificates change its row, and a trainer's first one makes theirs: each would be noticed by that.
    const [before, cohort] = [await academy.cohort(1), await academy.cohort(1)];
    await academy.participant(cohort);
    const emails = ["anne@example.no", "berit@example.no", "carl@example.no"];
    for (const email of emails) await academy.participant(before, { email });
    for (const each of [before, cohort]) await academy.issueAll(each);
    for (const email of emails) await academy.participant(cohort, { email });
    const run = runs(academy);
    return { table: academy.shop.table, contenders: contenders(10, () => run(cohort)), room: 10 };
  },
  controls: [
    {
      without: "the condition that they hold none yet",
      guards: [{ item: /^COHORT-CERTIFICATES#.* HELD#/, condition: /^attribute_not_exists/ }],
      breaks: /has \d+ valid certificates/,
    },
  ],
});

/** Draws the same index for the first ten who want one, and another for each who asks again. */
function repeatingItself(): RandomBytes {
  let draws = 0;
  return (bytes) => (bytes === 3 ? new Uint8Array([0, 0, Math.max(10, draws++)]) : systemRandom(bytes));
}

race({
  limited: "an index of the status list, from a source that repeats itself",
  async start() {
    const academy = await openAcademy(undefined, undefined, IN_RACE);
    const cohorts = [];
    for (let count = 0; count < 11; count++) cohorts.push(await academy.cohort(1));
    for (const each of cohorts) await academy.participant(each);
    const [first, ...others] = cohorts;
    if (!first) throw new Error("There are eleven.");
    await academy.issueAll(first);
    const run = runs(academy, { random: repeatingItself(), listEntries: 256 });
    const all = others.map((each) => () => run(each));
    return {
      table: academy.shop.table,
      contenders: all,
      room: 10,
      recount(rows) {
        const entries = rows
          .filter(({ sk }) => sk === "CERTIFICATE")
          .map(({ statusEntry }) => JSON.stringify(statusEntry));
        const twice = entries.length - new Set(entries).size;
        return twice === 0 ? [] : [`${twice} certificates have an index that is another's.`];
      },
    };
  },
  controls: [
    {
      without: "the condition that nobody has the index",
      guards: [{ item: /^STATUS-LIST#.* INDEX#/, condition: /^attribute_not_exists/ }],
      breaks: /certificates have an index that is another's/,
    },
  ],
});
