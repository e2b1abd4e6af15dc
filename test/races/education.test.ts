import { arrangeGroupsUseCase } from "#education/app/arrange-groups";
import { groups } from "#education/store/groups";
import { openEducation } from "#test/cohort";
import { openPortfolio } from "#test/portfolio";
import { openShop } from "#test/shop";
import { contenders } from "./contenders.ts";
import { IN_RACE, race } from "./race.ts";

race({
  limited: "a change of a cohort's learning groups",
  async start() {
    const education = await openEducation(await openShop(undefined, undefined, IN_RACE));
    const { cohortId } = await education.cohort({ groups: { count: 1, size: 20 } });
    await education.signUp(cohortId, education.people(20));
    await education.settleEvents();
    const { place } = arrangeGroupsUseCase({ ...education.ports, groups: groups(education.table) });
    const everybody = await education.everybody(cohortId);
    /** Each course leader makes another participant the group's process leader, seen that there is none. */
    const lead = (number: number) => {
      const placings = everybody
        .slice(number, number + 1)
        .map(({ placeId }) => ({ placeId, group: 1, processLeader: true }));
      return place(education.origin(), cohortId, { version: 0, placings });
    };
    return {
      table: education.table,
      contenders: contenders(20, lead),
      room: 1,
      refusals: ["changed-meanwhile", "group-has-process-leader"],
      recount(rows) {
        const leaders = rows.filter(
          ({ pk, processLeader }) => String(pk).startsWith("COHORT#") && processLeader === true,
        );
        return leaders.length === 1 ? [] : [`A group has ${leaders.length} process leaders.`];
      },
    };
  },
  controls: [
    {
      without: "the condition that the groups are as they were seen",
      guards: [{ item: /^COHORT#.* GROUPS$/, condition: /./ }],
      breaks: /A group has \d+ process leaders/,
    },
  ],
});

race({
  limited: "the five documents of a portfolio",
  async start() {
    const portfolio = await openPortfolio(IN_RACE);
    return {
      table: portfolio.table,
      contenders: contenders(50, (number) => portfolio.addText(`Sirkeltid ${number}`)),
      room: 5,
      refusals: ["too-many-documents"],
    };
  },
  controls: [
    {
      // The participation counts the documents, and would notice as well.
      without: "the conditions that neither portfolio nor participation has changed since it was read",
      guards: [{ item: /^COHORT#.* (HAND-IN|PARTICIPANT)#/, condition: /./ }],
      breaks: /got it, and there was room for 5/,
    },
  ],
});
