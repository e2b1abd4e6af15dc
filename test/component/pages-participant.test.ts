import { afterAll, beforeAll, expect, test } from "vitest";
import { getOwnParticipationUseCase } from "#education/app/get-own-participation";
import { listEligibilityUseCase } from "#education/app/list-eligibility";
import { readCohortsUseCase } from "#education/app/read-cohorts";
import type { Participation } from "#education/domain/participation";
import { attendanceRoutes } from "#education/http/attendance-routes";
import { participantPage } from "#education/http/pages/participant-page";
import { type Caller, PersonId } from "#kernel/caller";
import { mint, mintAccessKey } from "#kernel/id";
import { systemRandom } from "#platform/random";
import { launchBrowser } from "#test/browser";
import { type Education, openEducation } from "#test/cohort";
import { expectAccessible, pagesOf, servePages } from "#test/pages";

let education: Education;
let pages: Awaited<ReturnType<typeof servePages>>;
let somebody: Participation;

beforeAll(async () => {
  education = await openEducation();
  const { cohortId } = await education.cohort();
  await education.signUp(cohortId, [{ name: "Ola <b>Eksempel</b>", email: "ola@example.no" }]);
  await education.settleEvents();
  education.pass(28 * 86_400);
  const [found] = await education.everybody(cohortId);
  if (!found) throw new Error("Somebody takes part.");
  await education.mark(cohortId, "d1", [{ placeId: found.placeId, mark: "half" }]);
  somebody = found;
  const app = {
    readCohorts: readCohortsUseCase(education.ports),
    registerAttendance: education.registerAttendance,
    listEligibility: listEligibilityUseCase(education.ports),
    getOwnParticipation: getOwnParticipationUseCase(education.ports),
  };
  pages = await servePages(...pagesOf(attendanceRoutes, app));
});
afterAll(() => pages.close());

const address = (key: string, path = "/page") =>
  `${pages.url}/cohorts/${somebody.cohortId}/participants/${somebody.placeId}${path}?key=${key}`;

test("one's own page tells how much can still be missed, is accessible, and HTML in a name is text", async () => {
  const page = await (await fetch(address(somebody.key))).text();
  expect(page).toContain("Du kan være borte 1 dag til");
  expect(page).toContain("Halv dag");
  expect(page).toContain("Ola &lt;b&gt;Eksempel&lt;/b&gt;");
  const browser = await launchBrowser();
  try {
    await expectAccessible(browser, address(somebody.key));
  } finally {
    await browser.close();
  }
});

test("to another's key it doesn't exist, as page and as JSON", async () => {
  const another = mintAccessKey(systemRandom);
  expect((await fetch(address(another))).status).toBe(404);
  expect((await fetch(address(another, ""))).status).toBe(404);
  const own = await fetch(address(somebody.key, ""));
  expect(await own.json()).toMatchObject({ marks: { d1: "half" }, attendedHalves: 1, daysHeld: 9, canMissHalves: 2 });
});

test("a course leader who looks at it is not given the participant's key", async () => {
  const leader: Caller = {
    kind: "person",
    personId: mint(PersonId, systemRandom),
    email: "kursleder@example.no",
    roles: ["course-leader"],
  };
  const own = await getOwnParticipationUseCase(education.ports)(somebody, leader);
  expect(participantPage(own, leader, "nb")).not.toContain(somebody.key);
  expect(participantPage(own, { kind: "guest", key: somebody.key }, "nb")).toContain(somebody.key);
});
