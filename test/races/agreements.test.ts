import { openAgreements } from "#test/agreements";
import { contenders } from "./contenders.ts";
import { IN_RACE, race } from "./race.ts";

race({
  limited: "a trainer seat of an agreement",
  async start() {
    const at = await openAgreements(undefined, IN_RACE);
    const school = await at.agree({ seats: 3 });
    const cohorts = [await at.cohort(2026), await at.cohort(2027)] as const;
    const take = (number: number) => at.take(school, cohorts[number % 2 === 0 ? 0 : 1]);
    return { table: at.table, contenders: contenders(30, take), room: 3, refusals: ["agreement-seats-used-up"] };
  },
  controls: [
    {
      without: "the condition on the seats that are left",
      guards: [{ item: /^AGREEMENT#.* SEATS$/, condition: /^free >= / }],
      breaks: /has 3 seats, and \d+ are used/,
    },
  ],
});

race({
  limited: "one person's seat in a cohort",
  async start() {
    const at = await openAgreements(undefined, IN_RACE);
    const schools = [await at.agree(), await at.agree()] as const;
    const cohort = await at.cohort(2026);
    const ola = at.participant();
    const take = (number: number) => at.take(schools[number % 2 === 0 ? 0 : 1], cohort, ola);
    return { table: at.table, contenders: contenders(10, take), room: 1, refusals: ["participant-has-place"] };
  },
  controls: [
    {
      without: "the condition that the person has no place yet",
      guards: [{ item: /^OFFERING#.* TICKET#/, condition: /^attribute_not_exists/ }],
      breaks: /has \d+ places for one person/,
    },
  ],
});
