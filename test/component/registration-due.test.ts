import { expect, test } from "vitest";
import type { Offering } from "#catalogue/ports/for-sale";
import { mint } from "#kernel/id";
import { PlaceId } from "#kernel/ids";
import { ZERO } from "#kernel/money";
import { systemRandom } from "#platform/random";
import { beginRemindersUseCase } from "#registration/app/begin-reminders";
import { countNeedsUseCase } from "#registration/app/count-needs";
import { deleteHealthAnswersUseCase } from "#registration/app/delete-health-answers";
import { remindUseCase } from "#registration/app/remind";
import { reminderRoundContinued } from "#registration/events/reminder-round-continued";
import { HEALTH } from "#registration/store/keys";
import { openLine } from "#test/line";

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** A day course in three weeks, reminded of 48 hours before, to be named until 72 hours before. */
async function openCourse(values: Partial<Offering> = {}) {
  const line = await openLine();
  const offering = await line.offering({ capacity: 100, ...values });
  const beginReminders = beginRemindersUseCase(line.ports);
  const remind = remindUseCase(line.ports);
  const deleteHealthAnswers = deleteHealthAnswersUseCase(line.ports);
  const due = async () => {
    for (const about of ["offering-reminder", "naming-reminder"] as const) {
      await beginReminders(line.origin(), offering.offeringId, about);
    }
    await deleteHealthAnswers(line.origin(), offering.offeringId);
  };
  /** Confirms an order's places, as its payment does. */
  const confirm = async (order: Awaited<ReturnType<typeof line.order>>) =>
    line.ports.unitOfWork.handle(line.origin(), async () => {
      const placed = await line.ports.orders.get(order.orderNumber);
      return placed
        ? line.settlement.confirmPaid(
            placed,
            { paid: placed.total, refundFailed: ZERO, dispute: undefined, movedAt: undefined },
            line.clock(),
          )
        : [];
    });
  /** Handles the rounds of reminders there are, each event twice, until none goes on. */
  const rounds = async () => {
    const handled = new Set<string>();
    for (;;) {
      const facts = (await line.facts(reminderRoundContinued.type)).filter(({ id }) => !handled.has(id));
      if (facts.length === 0) return handled.size;
      for (const { id, data } of facts) {
        const { offeringId, about, cursor } = reminderRoundContinued.data.parse(data);
        const origin = { ...line.origin(), delivery: { context: "registration", eventId: id } };
        await remind(origin, offeringId, about, cursor);
        await remind(origin, offeringId, about, cursor);
        handled.add(id);
      }
    }
  };
  return { line, offering, due, confirm, rounds };
}

test("everybody with a confirmed place is reminded once, 20 places at a time", async () => {
  const { line, due, offering, confirm, rounds } = await openCourse();
  await confirm(await line.order(offering, { places: 25 }));
  await line.order(offering, { places: 2 });
  line.pass(19 * DAY_SECONDS - 1);
  await due();
  expect(await rounds()).toBe(2);
  expect(await line.facts("registration.reminder-due.v1")).toHaveLength(0);
  expect(await line.facts("registration.naming-reminder-due.v1")).toHaveLength(25);

  line.pass(1);
  await due();
  await due();
  await rounds();
  const reminded = (await line.facts("registration.reminder-due.v1")).map(({ data }) => JSON.stringify(data));
  expect(reminded).toHaveLength(25);
  expect(new Set(reminded).size).toBe(25);
});

test("nobody is reminded to name a place that has a name, and of nothing that is cancelled", async () => {
  const { line, due, offering, confirm, rounds } = await openCourse();
  const order = await line.order(offering);
  await confirm(order);
  await confirm(await line.order(offering));
  await line.cancelPlaces(offering, order.orderNumber);
  line.pass(19 * DAY_SECONDS);
  await due();
  await rounds();
  expect(await line.facts("registration.naming-reminder-due.v1")).toHaveLength(1);
  expect(await line.facts("registration.reminder-due.v1")).toHaveLength(1);
});

test("a cancelled offering has no reminders", async () => {
  const { line, due, offering, rounds, confirm } = await openCourse({ status: "published" });
  await confirm(await line.order(offering));
  await line.replaceOffering({ ...offering, status: "cancelled" });
  line.pass(19 * DAY_SECONDS);
  await due();
  expect(await rounds()).toBe(0);
});

test("a reminder whose time has moved waits for it", async () => {
  const { line, due, offering, rounds } = await openCourse();
  const later = { ...offering, reminderHours: 24 };
  await line.ports.unitOfWork.handle(line.origin(), async () => [line.ports.schedule.plan(offering, later)]);
  line.pass(19 * DAY_SECONDS);
  await due();
  expect((await line.facts(reminderRoundContinued.type)).map(({ data }) => data)).toEqual([
    { offeringId: offering.offeringId, about: "naming-reminder" },
  ]);
  line.pass(DAY_SECONDS);
  await due();
  expect(await rounds()).toBe(2);
});

test("the caterer's counts name nobody, and the answers are gone 14 days after the last session", async () => {
  const { line, due, offering } = await openCourse();
  const { offeringId } = offering;
  for (let n = 0; n < 60; n++) {
    const answers = [{ questionId: "allergies", answer: n % 2 ? "Nøtter" : "nøtter" }];
    const place = { offeringId, placeId: mint(PlaceId, systemRandom) };
    await line.ports.unitOfWork.handle(line.origin(), async () => [
      line.ports.placeParts.answerHealth(place, { consent: true, answers }, line.clock()),
    ]);
  }
  const countNeeds = countNeedsUseCase(line.ports.healthRows);
  expect(await countNeeds(offeringId)).toMatchObject([{ questionId: "allergies", count: 60 }]);

  const healthLeft = async () => (await line.everything()).filter((row) => String(row["sk"]).startsWith(HEALTH)).length;
  line.pass(35 * DAY_SECONDS + 6 * HOUR_SECONDS);
  await due();
  expect(await healthLeft()).toBe(60);
  line.pass(HOUR_SECONDS / 2);
  await due();
  expect(await healthLeft()).toBe(0);
  expect(await countNeeds(offeringId)).toEqual([]);
});
