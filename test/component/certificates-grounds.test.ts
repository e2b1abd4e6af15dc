import { beforeAll, describe, expect, test } from "vitest";
import { noCertificate } from "#certificates/store/no-certificate";
import { registerAttendanceUseCase } from "#education/app/register-attendance";
import { refuseOtherDays } from "#education/domain/calendar";
import { cohorts } from "#education/store/cohorts";
import { histories } from "#education/store/histories";
import { part } from "#kernel/transaction-part";
import { type Academy, openAcademy } from "#test/certificates";
import { outcome } from "#test/line";
import { brokenOf } from "#test/rules";

let academy: Academy;
beforeAll(async () => {
  academy = await openAcademy();
});

/** Somebody who was away one day of nine has a certificate, and then it is said that they were away another day too. */
async function corrected(check = noCertificate(academy.shop.table).check) {
  const { ports, shop, cohort, participant, issueAll, administrator } = academy;
  const made = await cohort(9);
  const { cohortId } = made;
  const { placeId } = await participant(made, { absent: 1 });
  await issueAll(made);
  const register = registerAttendanceUseCase({
    ...ports,
    participations: academy.participations,
    cohorts: cohorts(shop.table),
    histories: histories(shop.table),
    noCertificate: { check },
  });
  const mark = (dayId: string, as: "absent" | "half") => {
    const marks = [{ placeId, mark: as, markedAt: shop.clock(), reason: "Ført feil" }];
    return outcome(register(shop.origin(), { cohortId, dayId }, { marks }, administrator).then(() => "done"));
  };
  const broken = async () => brokenOf(["certificates", "holders", "status-lists"], await shop.everything()).join();
  const certificateId = (await academy.listed(made))[0]?.certificateId;
  return { mark, broken, certificateId };
}

describe("once a certificate is given", () => {
  test("attendance is not corrected below what it stands on, until it is revoked", async () => {
    const { mark, broken, certificateId } = await corrected();
    expect(await mark("d9", "absent")).toBe("certificate-stands");
    expect(await mark("d1", "half")).toBe("done");
    expect(await mark("d9", "half")).toBe("done");
    expect(await broken()).toBe("");
    if (certificateId)
      await academy.revoke(academy.shop.origin(), certificateId, { reason: "Feil" }, academy.administrator);
    expect(await mark("d8", "absent")).toBe("done");
    expect(await broken()).toBe("");
  });

  test("a correction would break rule 5 without that check", async () => {
    const { mark, broken } = await corrected(async () => part([]));
    expect(await mark("d9", "absent")).toBe("done");
    expect(await broken()).toContain("14 halves of 9 days");
  });

  test("the cohort gets no more days, and no fewer", async () => {
    const made = await academy.cohort(9);
    await academy.participant(made);
    await academy.issueAll(made);
    const after = await cohorts(academy.shop.table).get(made.cohortId);
    if (!after) throw new Error("The cohort is there.");
    const days = (dayId: string, calledOff = false) =>
      made.gatherings.map((each) => ({ ...each, days: each.days.map((day) => ({ ...day, dayId, calledOff })) }));
    expect(() => refuseOtherDays(made, days("d10"))).not.toThrow();
    expect(() => refuseOtherDays(after, days("d10"))).toThrow("cohort-has-certificates");
    expect(() => refuseOtherDays(after, days("d1", true))).toThrow("cohort-has-certificates");
    expect(() => refuseOtherDays(after, made.gatherings)).not.toThrow();
  });
});
