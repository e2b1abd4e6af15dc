import { describe, expect, test } from "vitest";
import { settleParticipationsUseCase } from "#education/app/settle-participations";
import type { Background, Participation } from "#education/domain/participation";
import type { OfferingId, OrderNumber, PlaceId } from "#kernel/ids";
import { part } from "#kernel/transaction-part";
import { nameParticipantUseCase } from "#registration/app/name-participant";
import { COURSE_LEADER, type Education, openEducation } from "#test/cohort";
import { outcome } from "#test/line";
import type { Row } from "#test/rows";
import { brokenOf } from "#test/rules";

const OLA = {
  name: "Ola Eksempel",
  email: "ola@example.no",
  answers: { profession: "Lærer", workplace: "Eksempel skole" },
};
const ANNE = { name: "Anne Eksempel", email: "anne@example.no" };

/** One place in a cohort, with the participant who is named for it or none. */
async function onePlace(education: Education, person: Parameters<Education["signUp"]>[1][number]) {
  const { cohortId } = await education.cohort();
  const { orderNumber, key } = await education.signUp(cohortId, [person]);
  const line = (await education.ports.orders.get(orderNumber))?.lines[0];
  if (line?.kind !== "place") throw new Error("The order has one line, of a place.");
  const place = { offeringId: cohortId, placeId: line.placeId };
  const name = ({
    name: called,
    email,
    answers = {},
  }: Omit<typeof OLA, "answers"> & { answers?: Readonly<Record<string, string>> }) =>
    nameParticipantUseCase(education.ports)(
      education.origin(),
      { orderNumber, placeId: line.placeId },
      {
        participant: { name: called, email },
        chosenGoods: [],
        answers: Object.entries(answers).map(([questionId, answer]) => ({ questionId, answer })),
      },
      { kind: "guest", key },
    );
  return { cohortId, orderNumber, place, name, who: { cohortId, placeId: line.placeId } };
}

/** The places are cancelled, as a buyer's cancellation does; its fact is left out. */
async function cancel(education: Education, place: { offeringId: OfferingId; placeId: PlaceId }) {
  const { unitOfWork, placeReads, placeParts } = education.ports;
  await unitOfWork.handle(education.origin(), async () => [placeParts.cancel(await placeReads.load([place]))]);
}

const seen = (participation: Participation | undefined) =>
  participation && [participation.status, participation.email, participation.background.profession];

describe("a participation", () => {
  test("arises when the order is confirmed, once, with a key of its own and a fact that owes a mail", async () => {
    const education = await openEducation();
    const { orderNumber, who } = await onePlace(education, OLA);
    await education.settleEvents();
    await education.settle(education.origin(), { orderNumber });
    const found = await education.ports.participations.get(who);
    expect(found).toMatchObject({ ...who, status: "active", name: OLA.name, background: OLA.answers, version: 1 });
    expect(found?.key).toMatch(/^[0-9a-z]{32}$/);
    expect(await education.facts("education.participation-started.v1")).toHaveLength(1);
  });

  test("waits for a name, and is another's with another key when somebody comes instead", async () => {
    const education = await openEducation();
    const { who, name } = await onePlace(education, undefined);
    await education.settleEvents();
    expect(await education.ports.participations.get(who)).toBeUndefined();
    await name(OLA);
    await education.settleEvents();
    const first = await education.ports.participations.get(who);
    await name({ name: "Ola Nyttnavn", email: OLA.email });
    await education.settleEvents();
    const corrected = await education.ports.participations.get(who);
    expect([corrected?.name, corrected?.key]).toEqual(["Ola Nyttnavn", first?.key]);
    await name(ANNE);
    await education.settleEvents();
    const second = await education.ports.participations.get(who);
    expect(seen(second)).toEqual(["active", ANNE.email, undefined]);
    expect(second?.key).not.toBe(first?.key);
    expect(await education.facts("education.participation-started.v1")).toHaveLength(2);
  });

  test("keeps what an administrator has corrected, until the place says something new of it", async () => {
    const education = await openEducation();
    const { who, name } = await onePlace(education, OLA);
    await education.settleEvents();
    const background = async () => (await education.ports.participations.get(who))?.background;
    const correct = (as: Background) => education.changeParticipation.describe(education.origin(), who, as);
    await correct({ profession: "Rektor", municipality: "Eksempel" });
    // Its buyer mends the name, and the form brings along what was answered before; so does an event that comes late.
    for (const answers of [OLA.answers, {}, OLA.answers]) {
      await name({ ...OLA, name: `Ola ${JSON.stringify(answers).length}`, answers });
      await education.settleEvents();
      expect(await background()).toEqual({ profession: "Rektor", municipality: "Eksempel" });
    }
    await name({ ...OLA, answers: { ...OLA.answers, profession: "Barnehagelærer" } });
    await education.settleEvents();
    expect(await background()).toEqual({ profession: "Barnehagelærer", municipality: "Eksempel" });
  });

  test("ends with its place, in whatever order and how often the events come", async () => {
    for (const told of [["confirmed", "cancelled"], ["cancelled", "confirmed", "cancelled"], ["confirmed"]]) {
      const education = await openEducation();
      const { orderNumber, place, who } = await onePlace(education, OLA);
      const settle = () => education.settle(education.origin(), { orderNumber, placeIds: [place.placeId] });
      if (told[0] === "confirmed" && told.length > 1) await settle();
      await cancel(education, place);
      for (const _each of told) await settle();
      expect((await education.ports.participations.get(who))?.status ?? "none").not.toBe("active");
    }
  });

  /** The place is read, cancelled, and only then is the participation written. */
  async function cancelledMeanwhile(unchanged: "checked" | "taken for granted") {
    const education = await openEducation();
    const { orderNumber, place, who } = await onePlace(education, OLA);
    let slow = true;
    const { placeReads } = education.ports;
    const settle = settleParticipationsUseCase({
      ...education.ports,
      ...(unchanged === "taken for granted" && { placeParts: { unchanged: () => part([]) } }),
      placeReads: {
        async load(asked) {
          const read = await placeReads.load(asked);
          if (slow) {
            slow = false;
            await cancel(education, place);
            await education.settle(education.origin(), { orderNumber });
          }
          return read;
        },
      },
    });
    await settle(education.origin(), { orderNumber });
    return education.ports.participations.get(who);
  }

  test("is not written for a place that is cancelled meanwhile", async () => {
    expect((await cancelledMeanwhile("checked"))?.status).not.toBe("active");
  });

  test("negative control: without the check of the place, it is", async () => {
    expect((await cancelledMeanwhile("taken for granted"))?.status).toBe("active");
  });

  test("that is withdrawn during the year keeps its place and its marks, and can be resumed", async () => {
    const education = await openEducation();
    const { cohortId, place, who } = await onePlace(education, OLA);
    await education.settleEvents();
    education.pass(28 * 86_400);
    await education.mark(cohortId, "d1", [{ placeId: place.placeId, mark: "present" }]);
    const { withdraw, resume } = education.changeParticipation;
    await withdraw(education.origin(), who, COURSE_LEADER);
    await withdraw(education.origin(), who, COURSE_LEADER);
    const left = await education.ports.participations.get(who);
    expect(left).toMatchObject({ status: "withdrawn", withdrawnAt: education.clock() });
    expect(left?.attendance["d1"]?.mark).toBe("present");
    expect((await education.ports.placeReads.load([place]))[0]?.status).toBe("confirmed");
    expect(await outcome(education.mark(cohortId, "d1", [{ placeId: place.placeId, mark: "half", reason: "?" }]))).toBe(
      "participant-withdrawn",
    );
    await resume(education.origin(), who, COURSE_LEADER);
    expect(await education.ports.participations.get(who)).not.toHaveProperty("withdrawnAt");
    expect((await education.ports.histories.of(who)).map(({ what }) => what)).toEqual([
      "marked",
      "withdrawn",
      "resumed",
    ]);
    await withdraw(education.origin(), who, COURSE_LEADER);
    await cancel(education, place);
    expect(await outcome(resume(education.origin(), who, COURSE_LEADER))).toBe("place-cancelled");
  });

  test("of a whole order of 25 is one transaction", async () => {
    const education = await openEducation();
    const { cohortId } = await education.cohort();
    const { orderNumber }: { orderNumber: OrderNumber } = await education.signUp(cohortId, education.people(25));
    await education.settle(
      { ...education.origin(), delivery: { context: "education", eventId: "evt_0000000000000000000000" } },
      { orderNumber },
    );
    expect(await education.everybody(cohortId)).toHaveLength(25);
  });

  test("that is missing, another's, or left over from a cancelled place breaks the rules that journeys are held to", async () => {
    const education = await openEducation();
    const { cohortId } = await education.cohort();
    await education.signUp(cohortId, education.people(2));
    await education.settleEvents();
    const rows = await education.everything();
    expect(brokenOf(["participations"], rows)).toEqual([]);
    const lied = (sort: string, lie: (row: Row) => Row | undefined) => {
      const changed = rows.map((row) => (String(row["sk"]).startsWith(sort) ? lie(row) : row));
      return brokenOf(
        ["participations"],
        changed.filter((row) => row !== undefined),
      ).join();
    };
    expect(lied("PARTICIPANT#", () => undefined)).toMatch(/has no participation/);
    expect(lied("PARTICIPANT#", (row) => ({ ...row, email: ANNE.email }))).toMatch(/somebody else's/);
    expect(lied("PLACE#", (row) => ({ ...row, status: "cancelled" }))).toMatch(/is cancelled, and takes part/);
    expect(lied("PARTICIPANT#", (row) => ({ ...row, group: 1, processLeader: true }))).toMatch(/2 process leaders/);
  });
});
