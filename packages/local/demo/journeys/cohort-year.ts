import assert from "node:assert/strict";
import * as z from "zod";
import { CertificatesPage } from "#certificates/http/certificate-view";
import { GroupsView } from "#education/http/group-routes";
import { norwegianDay } from "#kernel/norwegian-time";
import { loadJson } from "#local/verify-certificate/read";
import {
  COHORT_5,
  type CohortMade,
  daysOf,
  makeCohort,
  type Participant,
  participantsOf,
  reasonsWhyNot,
  registerDay,
  signUpOnInvoice,
  welcomed,
} from "../cohorts.ts";
import { addEssay, addTexts, approved, handIn, practiceText, review, type WithKey } from "../hand-ins.ts";
import { linkIn } from "../page.ts";
import { type Trainee, trainees } from "../trainees.ts";
import type { Walk } from "../walk.ts";

const Placed = z.object({ version: z.int(), changed: z.int() });

/** Cohort 5's year: 36 people and their groups, who leaves and who misses days, what is handed in, and who gets a certificate. */
export async function cohortYear(walk: Walk): Promise<void> {
  const cohort = await makeCohort(walk, "Kull 5", COHORT_5);
  const { cohortId } = cohort;
  assert.equal(daysOf(cohort).length, 9);
  await refusedCalendars(walk, cohort);
  walk.say(
    "An administrator makes cohort 5: nine days, the first two with an overnight stay. Without days it is refused.",
  );

  const people = trainees(walk);
  for (let from = 0; from < people.length; from += 12) {
    await signUpOnInvoice(
      walk,
      cohort,
      walk.person("Siri Samordner", "kommune.example.com"),
      people.slice(from, from + 12),
    );
  }
  const [first] = people;
  assert.ok(first);
  const welcome = await welcomed(walk, first);
  assert.equal(welcome.days, 9);
  assert.match((await walk.open(welcome.page)).html, /Du kan være borte 1,5 dager til/);
  walk.say(
    "36 people are signed up in three invoice orders; each gets a welcome with nine days for the calendar and a page of their own.",
  );

  await groupsAndWhoLeaves(walk, cohortId);
  const there = [...(await participantsOf(walk, cohortId)).values()].filter(({ status }) => status === "active");
  assert.equal(there.length, 34);
  const who = cast(there);
  await theYear(walk, cohort, there, who);
  await handInsOf(walk, cohort, people, who);
  await certificates(walk, cohortId, who);
}

/** Who plays which part in the year. */
type Cast = Readonly<
  Record<"eightOfNine" | "all" | "sevenOfNine" | "unmarked" | "twoDocuments" | "noEssay" | "returned", Participant>
>;

function cast(there: readonly Participant[]): Cast {
  const one = (index: number) => {
    const found = there[index];
    assert.ok(found);
    return found;
  };
  return {
    eightOfNine: one(0),
    all: one(1),
    sevenOfNine: one(2),
    unmarked: one(3),
    twoDocuments: one(4),
    noEssay: one(5),
    returned: one(6),
  };
}

async function refusedCalendars(walk: Walk, cohort: CohortMade): Promise<void> {
  const { gatherings, title, version } = cohort;
  const { ticketTypes, signUpOpensAt, signUpClosesAt, namingDeadline, cancellationDeadline } = cohort.offering;
  const rest = { title, ticketTypes, signUpOpensAt, signUpClosesAt, namingDeadline, cancellationDeadline };
  const edit = (changed: unknown) => ({
    as: "administrator" as const,
    body: { ...rest, version, gatherings: changed },
  });
  const path = `/cohorts/${cohort.cohortId}`;
  await walk.refused("invalid-request", "PUT", path, edit([]));
  await walk.refused("invalid-request", "PUT", path, edit([...gatherings, ...gatherings.slice(0, 1)]));
}

async function groupsAndWhoLeaves(walk: Walk, cohortId: CohortMade["cohortId"]): Promise<void> {
  const path = `/cohorts/${cohortId}/groups`;
  const everybody = [...(await participantsOf(walk, cohortId)).values()];
  const see = (at: string) => walk.get(GroupsView, `${path}${at}`, { as: "administrator" });
  const save = (body: unknown) => walk.put(Placed, path, { as: "administrator", body });
  const leaders = everybody
    .filter((_each, index) => index % 6 === 0)
    .map(({ placeId }, index) => ({ placeId, group: index + 1, processLeader: true }));
  const { version } = await save({ version: 0, placings: leaders });
  const proposal = await see("/proposal");
  assert.deepEqual(
    proposal.groups.map(({ members, colleagues }) => [members.length, colleagues]),
    Array.from({ length: 6 }, () => [6, 0]),
  );
  for (const { group, placeId } of leaders) assert.equal(proposal.groups[group - 1]?.processLeader, placeId);
  await save({ version, placings: proposal.moves });
  await walk.refused("changed-meanwhile", "PUT", path, {
    as: "administrator",
    body: { version, placings: proposal.moves },
  });
  walk.say(`Six groups of six, each with a process leader: ${proposal.reason} ${proposal.groups[2]?.reason}.`);

  const gone = (await see("")).groups[0]?.members.filter(({ processLeader }) => !processLeader).slice(0, 2) ?? [];
  for (const { placeId } of gone) {
    const address = `/cohorts/${cohortId}/participants/${placeId}/status`;
    await walk.put(z.unknown(), address, { as: "administrator", body: { status: "withdrawn" } });
  }
  const rebalance = await see("/rebalance");
  assert.equal(rebalance.moves.length, 1);
  await save({ version: rebalance.version, placings: rebalance.moves });
  const after = await see("");
  assert.deepEqual(after.groups.map(({ members }) => members.length).toSorted(), [5, 5, 6, 6, 6, 6]);
  walk.say("Two of one group leave: a single move evens the groups out, and everybody else stays where they are.");
}

async function theYear(walk: Walk, cohort: CohortMade, there: readonly Participant[], who: Cast): Promise<void> {
  const { cohortId } = cohort;
  const [opening, second] = daysOf(cohort);
  assert.ok(opening && second);
  const register = (dayId: string, marks: readonly unknown[]) => ({
    path: `/cohorts/${cohortId}/days/${dayId}/attendance`,
    asked: { as: "course-leader" as const, body: { marks } },
  });
  const mark = (placeId: string, as: string) => ({ placeId, mark: as, markedAt: second.endsAt });
  const tooSoon = register("d1", [mark(who.all.placeId, "present")]);
  await walk.refused("course-day-not-yet", "POST", tooSoon.path, tooSoon.asked);

  // The opening is registered the next day, the rest when the year is over: marks tell when they were seen.
  await walk.passTo(second.endsAt);
  for (const day of daysOf(cohort)) {
    if (day.dayId === "d3") await walk.passTo(daysOf(cohort).at(-1)?.endsAt ?? day.endsAt);
    await registerDay(walk, cohortId, day, there, {
      ...(day.dayId === "d2" && { [who.eightOfNine.name]: "absent" }),
      ...(["d3", "d7"].includes(day.dayId) && { [who.sevenOfNine.name]: "absent" }),
      ...(day.dayId === "d5" && { [who.unmarked.name]: "unmarked" }),
    });
  }
  const stranger = register("d2", [mark("plc_0000000000000000000000", "present"), mark(who.all.placeId, "absent")]);
  await walk.refused("participants-not-in-cohort", "POST", stranger.path, stranger.asked);
  const silent = register("d1", [mark(who.all.placeId, "half")]);
  await walk.refused("correction-needs-reason", "POST", silent.path, silent.asked);
  await walk.download(`/cohorts/${cohortId}/attendance.xlsx`, "oppmote.xlsx");
  walk.say(
    "A course leader registers each day in one request. A stranger, a day to come and a correction without a reason are refused.",
  );
}

async function handInsOf(walk: Walk, cohort: CohortMade, people: readonly Trainee[], who: Cast): Promise<void> {
  const lastDay = daysOf(cohort).at(-1);
  const datedOn = norwegianDay(lastDay?.startsAt ?? cohort.offering.signUpOpensAt);
  const holding = async ({ cohortId, placeId, name }: Participant): Promise<WithKey> => {
    const { email } = people.find((each) => each.name === name) ?? { email: "" };
    const { page } = await welcomed(walk, { name, email });
    return { cohortId, placeId, name, key: new URL(page).searchParams.get("key") ?? "" };
  };
  const documents = { eightOfNine: 3, all: 5, sevenOfNine: 3, unmarked: 3, twoDocuments: 2, noEssay: 3, returned: 3 };
  for (const [part, count] of Object.entries(documents) as [keyof Cast, number][]) {
    const one = await holding(who[part]);
    await addTexts(walk, one, count, datedOn);
    const path = `/cohorts/${one.cohortId}/participants/${one.placeId}`;
    if (part === "all") {
      const sixth = { key: one.key, body: practiceText(6, datedOn) };
      await walk.refused("too-many-documents", "POST", `${path}/documents`, sixth);
    }
    if (part === "twoDocuments") {
      await walk.refused("hand-in-incomplete", "POST", `${path}/hand-ins/portfolio/submission`, { key: one.key });
    } else await approved(walk, one, "portfolio");
    if (part === "noEssay") continue;
    await addEssay(walk, one);
    if (part !== "returned") await approved(walk, one, "essay");
    else {
      await handIn(walk, one, "essay");
      await review(walk, one, "essay", { decision: "return", comments: "Skriv mer om det andre spørsmålet." });
    }
  }
  walk.say(
    "Portfolios of three and five documents are approved, one of two can't be handed in, a sixth document is refused.",
  );
}

async function certificates(walk: Walk, cohortId: CohortMade["cohortId"], who: Cast): Promise<void> {
  const reasons = await reasonsWhyNot(walk, cohortId);
  const why = Object.fromEntries(Object.entries(who).map(([part, { name }]) => [part, reasons.get(name)]));
  assert.deepEqual(why, {
    eightOfNine: [],
    all: [],
    sevenOfNine: ["attendance-below-80-percent"],
    unmarked: ["unmarked-days"],
    twoDocuments: ["portfolio-not-approved", "portfolio-needs-3-to-5-documents"],
    noEssay: ["essay-not-approved"],
    returned: ["essay-not-approved"],
  });
  assert.equal([...reasons.values()].filter((each) => each.includes("withdrawn")).length, 2);
  assert.equal([...reasons.values()].filter((each) => each.length === 0).length, 2);
  walk.say("Two qualify; for each of the others the list says why not.");

  const issue = () => walk.post(z.unknown(), `/cohorts/${cohortId}/certificates`, { as: "administrator", body: {} });
  await Promise.all([issue(), issue()]);
  await walk.settle();
  const { items } = await walk.get(CertificatesPage, `/cohorts/${cohortId}/certificates`, { as: "administrator" });
  assert.deepEqual(items.map(({ name }) => name).toSorted(), [who.eightOfNine.name, who.all.name].toSorted());
  const mail = await walk.newestMailTo(who.all.email, /[Kk]ompetansebevis/);
  await walk.attachment(mail, ".pdf", "kompetansebevis.pdf");
  walk.say("Issued twice at once, each of them gets one certificate, by mail with the PDF.");
  const address = linkIn(mail, /\/certificates\//);
  walk.keepText("kompetansebevis.json", JSON.stringify(await loadJson(address), undefined, 2));
  walk.say(`Anybody can check it: npm run verify-certificate -- ${address}`);
}
