import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CohortRequest } from "#education/app/cohort-request";
import { calendarFaults, sessionsOf } from "#education/domain/calendar";
import { canMiss } from "#education/domain/can-miss";
import type { Gathering } from "#education/domain/cohort";
import { attendanceOf, attendedEnough } from "#education/domain/eligibility";
import { reportOf } from "#education/domain/groups-report";
import { groupsText, groupText } from "#education/domain/groups-text";
import type { Mark } from "#education/domain/participation";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { PlaceId } from "#kernel/ids";
import { cohortRequest, weeklyDays } from "#test/cohort";

const NOW = toInstant(Date.UTC(2026, 8, 1, 7));
const DAY = 86_400;

/** So many days of a cohort with marks for the first of them, in halves: `2` is a whole day. */
function year(days: number, halves: readonly (0 | 1 | 2)[]) {
  const marks = ["absent", "half", "present"] as const satisfies readonly Mark[];
  const gatherings = weeklyDays(NOW, days);
  const attendance = Object.fromEntries(
    halves.map((each, index) => [`d${index + 1}`, { mark: marks[each], markedAt: NOW }]),
  );
  return { cohort: { gatherings }, participation: { attendance } };
}

const whole = (days: number) => Array.from({ length: days }, () => 2 as const);
const missed = (days: number) => Array.from({ length: days }, () => 0 as const);

describe("80 % of the days held", () => {
  test.each([
    { of: "8 of 9", held: 9, halves: [...whole(8), ...missed(1)], passes: true },
    { of: "7 of 9", held: 9, halves: [...whole(7), ...missed(2)], passes: false },
    { of: "7.5 of 9", held: 9, halves: [...whole(7), 1 as const, ...missed(1)], passes: true },
    { of: "7 and two halves of 9", held: 9, halves: [...whole(7), 1 as const, 1 as const], passes: true },
    { of: "8 of 10", held: 10, halves: [...whole(8), ...missed(2)], passes: true },
    { of: "7.5 of 10", held: 10, halves: [...whole(7), 1 as const, ...missed(2)], passes: false },
    { of: "7 of 10", held: 10, halves: [...whole(7), ...missed(3)], passes: false },
    { of: "4 of 5", held: 5, halves: [...whole(4), ...missed(1)], passes: true },
    { of: "0 of 1", held: 1, halves: missed(1), passes: false },
  ])("$of", ({ held, halves, passes }) => {
    const { cohort, participation } = year(held, halves);
    expect(attendedEnough(attendanceOf(cohort, participation))).toBe(passes);
  });

  test("a day that is called off counts for nobody", () => {
    const { cohort, participation } = year(10, [...whole(7), ...missed(2)]);
    const gatherings = cohort.gatherings.map((each, index) =>
      index === 9 ? { ...each, days: each.days.map((day) => ({ ...day, calledOff: true })) } : each,
    );
    expect(attendanceOf({ gatherings }, participation)).toEqual({ halves: 14, held: 9, unmarked: [] });
  });
});

describe("what can still be missed", () => {
  test.each([
    { after: "nothing of 9", days: 9, halves: [], left: 3, reachable: true },
    { after: "nothing of 10", days: 10, halves: [], left: 4, reachable: true },
    { after: "a day of 9", days: 9, halves: missed(1), left: 1, reachable: true },
    { after: "a day and a half of 9", days: 9, halves: [0 as const, 1 as const], left: 0, reachable: true },
    { after: "two days of 9", days: 9, halves: missed(2), left: 0, reachable: false },
    { after: "8 days attended of 9", days: 9, halves: whole(8), left: 2, reachable: true },
  ])("after $after", ({ days, halves, left, reachable }) => {
    const { cohort, participation } = year(days, halves);
    expect(canMiss(cohort, participation)).toEqual({ halves: left, reachable });
  });

  test("missing that much passes, and half a day more doesn't", () => {
    const half = fc.constantFrom(0 as const, 1 as const, 2 as const);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(half, { maxLength: 20 }), (days, some) => {
        const marked = some.slice(0, days);
        const { cohort, participation } = year(days, marked);
        const left = canMiss(cohort, participation);
        const most = 2 * (days - marked.length);
        const end = (lost: number) =>
          attendedEnough({ halves: attendanceOf(cohort, participation).halves + most - lost, held: days });
        expect(end(left.halves)).toBe(left.reachable);
        if (left.reachable && left.halves < most) expect(end(left.halves + 1)).toBe(false);
      }),
    );
  });
});

describe("a calendar", () => {
  const gathering = (starts: readonly Instant[], more: Partial<Gathering["days"][number]> = {}): Gathering => ({
    title: { nb: "Samling" },
    venue: { name: "Eksempel hotell", address: "Eksempelveien 9, 5003 Bergen" },
    overnightStay: false,
    days: starts.map((startsAt) => ({
      dayId: `d${startsAt.slice(8, 10)}`,
      startsAt,
      endsAt: plusSeconds(startsAt, 6 * 3600),
      calledOff: false,
      ...more,
    })),
  });
  const at = (day: number) => plusSeconds(NOW, day * DAY);

  test.each([
    { what: "days that overlap", gatherings: [gathering([at(1), plusSeconds(at(1), 3600)])], says: /date of its own/ },
    {
      what: "two gatherings on one date",
      gatherings: [gathering([at(1)]), gathering([at(1)])],
      says: /date of its own/,
    },
    { what: "gatherings out of order", gatherings: [gathering([at(5)]), gathering([at(2)])], says: /date of its own/ },
    { what: "a gathering with a day between", gatherings: [gathering([at(1), at(3)])], says: /in a row/ },
    { what: "a day that ends first", gatherings: [gathering([at(1)], { endsAt: NOW })], says: /ends after/ },
    { what: "one id twice", gatherings: [gathering([at(1), at(2)], { dayId: "d1" })], says: /id of its own/ },
    { what: "21 days", gatherings: weeklyDays(NOW, 21), says: /20 days at most/ },
    { what: "no day that is held", gatherings: [gathering([at(1)], { calledOff: true })], says: /is held/ },
  ])("of $what is refused", ({ gatherings, says }) => {
    expect(
      calendarFaults(gatherings)
        .map(({ message }) => message)
        .join(),
    ).toMatch(says);
  });

  test("of something that is no moment is refused by its field, before the days are counted", () => {
    const [first, second] = weeklyDays(NOW, 2);
    const days = second?.days.map((day) => ({ ...day, startsAt: "2028-05-30T14:1e400:11.529Z" }));
    const { error } = CohortRequest.safeParse({ ...cohortRequest(NOW), gatherings: [first, { ...second, days }] });
    expect(error?.issues.map(({ path }) => path.join("/"))).toEqual(["gatherings/1/days/0/startsAt"]);
  });

  test("without gatherings is refused; a two-day gathering is two days, each where it is held", () => {
    expect(CohortRequest.safeParse({ ...cohortRequest(NOW), gatherings: [] }).success).toBe(false);
    const gatherings = [gathering([at(1), at(2)])];
    expect(calendarFaults(gatherings)).toEqual([]);
    expect(sessionsOf({ gatherings })).toHaveLength(2);
    expect(sessionsOf({ gatherings })[1]?.venue.name).toBe("Eksempel hotell");
  });
});

describe("groups in words", () => {
  const member = (number: number, profession: string, municipality: string, workplace: string) => ({
    placeId: PlaceId.parse(`plc_${String(number).padStart(22, "0")}`),
    background: { profession, municipality, workplace },
    processLeader: number === 1,
  });
  const members = [
    member(1, "Lærer", "Eksempel", "A"),
    member(2, "Rektor", "Eksempel", "A"),
    member(3, "Lærer", "Prøve", "B"),
    member(4, "Rektor", "Prøve", "C"),
  ];

  test("tell how people are mixed, and who is alike", () => {
    const report = reportOf(members, 2, [1, 1, 2, 2]);
    expect(report.groups.map((group) => groupText(group, "nb"))).toEqual([
      "Gruppe 1: 2 yrker av 2, to fra samme kommune, ett par kollegaer sammen",
      "Gruppe 2: 2 yrker av 2, to fra samme kommune",
    ]);
    expect(groupsText(report, "nb")).toBe("33 av 100 poeng for jevn fordeling. Ett par kollegaer er i samme gruppe.");
    const better = reportOf(members, 2, [1, 2, 2, 1]);
    expect(better).toMatchObject({ score: 100, colleagues: 0 });
    expect(groupText({ group: 3, placeIds: [], spreads: [], colleagues: 0 }, "en")).toBe("Group 3: nobody yet");
    expect(groupsText(better, "nn")).toBe("100 av 100 poeng for jamn fordeling. Alle kollegaer er i kvar si gruppe.");
  });
});
