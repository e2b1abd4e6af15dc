import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { plusSeconds } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import { mintAccessKey } from "#kernel/id";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { systemRandom } from "#platform/random";
import { giveConsentUseCase } from "#survey/app/give-consent";
import { surveyData } from "#survey/app/personal-data";
import { saveAnswersUseCase } from "#survey/app/save-answers";
import { withdrawConsentUseCase } from "#survey/app/withdraw-consent";
import type { Consent } from "#survey/domain/consent";
import type { Scores } from "#survey/domain/form";
import { type Device, Link, NEW } from "#survey/domain/link";
import { everyRow } from "#test/rows";
import { CONSENT, DAY, openSurvey, type Person, type Survey } from "#test/survey";

const refused = (code: string) => expect.objectContaining({ code });
const yes = { form: "A", version: CONSENT.version, locale: "nb" } as const;

/** The survey once its first wave is open, and somebody who takes part in it. */
async function openFirstWave(people = 6): Promise<Survey> {
  const survey = await openSurvey({ people });
  await survey.goTo(opensAt(survey, 0));
  return survey;
}

function opensAt({ study }: Survey, index: number) {
  const wave = study.waves[index];
  invariant(wave !== undefined, "the study has that wave");
  return wave.opensAt;
}

function somebody({ everybody }: Survey, index = 0): Person {
  const person = everybody[index];
  invariant(person !== undefined, "the cohort has as many");
  return person;
}

test("a yes that only ever clears what is left of an earlier one isn't taken for given", async () => {
  const survey = await openFirstWave();
  const link = survey.linkOf(somebody(survey));
  const { device } = await survey.openLink({ link });
  const { unitOfWork } = survey.ports;
  const clearing: UnitOfWork = { ...unitOfWork, run: async (_origin, answer) => answer.parse("forgotten") };
  const giveConsent = giveConsentUseCase({ ...survey.ports, unitOfWork: clearing });
  await expect(giveConsent({ link, device }, yes)).rejects.toEqual(refused("busy-try-again"));
});

test("a wave goes its way: invited, answered, reminded, closed, published", async () => {
  const survey = await openSurvey();
  const { everybody, study, mails } = survey;
  const [first] = study.waves;
  invariant(first !== undefined, "there is a wave");
  await survey.goTo(first.opensAt);
  const addresses = (of: readonly Person[]) => of.map(({ email }) => email).toSorted();
  expect(mails.map(({ to }) => to).toSorted()).toEqual(addresses(everybody));
  for (const [index, person] of everybody.slice(0, 10).entries()) {
    await survey.answer(person, index < 5 ? "A" : "C", () => 1 + index);
  }
  for (const [index, person] of everybody.slice(8).entries()) {
    await survey.mark(person, "d1", (["present", "absent", "half", "present"] as const)[index] ?? "absent");
  }
  mails.length = 0;
  await survey.goTo(first.remindsAt);
  expect(mails.map(({ to }) => to).toSorted(), "who was there and hasn't answered").toEqual(
    addresses(everybody.slice(10)),
  );
  expect((await survey.results.results(survey.studyId)).statements, "nothing before it closes").toEqual([]);
  await survey.goTo(first.closesAt);
  const { statements } = await survey.results.results(survey.studyId);
  expect(statements.map(({ group, statementId, waves: [only] }) => [group, statementId, only?.shown])).toEqual([
    ["all", "both", { mean: 55, n: 10 }],
    ["A", "both", { mean: 30, n: 5 }],
    ["C", "both", { mean: 80, n: 5 }],
    ["A", "children", { mean: 30, n: 5 }],
    ["C", "staff", { mean: 80, n: 5 }],
    ["all", "calm", { mean: 55, n: 10 }],
  ]);
  expect((await survey.facts()).map(({ type }) => type)).toEqual([
    "survey.study-opened.v1",
    "survey.wave-published.v1",
  ]);
});

describe("what is wrong is refused by a clear problem, and nothing is stored", () => {
  let survey: Survey;
  let visit: { link: Link; device: Device };
  beforeAll(async () => {
    survey = await openFirstWave();
    const link = survey.linkOf(somebody(survey));
    visit = { link, device: (await survey.openLink({ link })).device };
    await survey.giveConsent(visit, yes);
  });
  const unchanged = async (act: () => Promise<unknown>, code: string) => {
    const before = await survey.surveyRows();
    await expect(act()).rejects.toEqual(refused(code));
    expect(await survey.surveyRows()).toEqual(before);
  };
  const save = (scores: Record<string, unknown>, with_: Partial<typeof visit> = {}) =>
    survey.saveAnswers({ ...visit, ...with_ }, { revision: NEW, scores: scores as Scores });

  test.each([0, 11, 5.5, "text", "7", null, -1, Number.NaN])("a score of %s", async (score) => {
    await unchanged(() => save({ both: score, children: 5 }), "survey-score-invalid");
  });

  test.each(["staff", "nothing", "__proto__x"])("a statement of another form: %s", async (statementId) => {
    await unchanged(() => save({ [statementId]: 5 }), "survey-statement-unknown");
  });

  test("a link that was tampered with, in any character, or is of another study or person", async () => {
    for (let at = 0; at < visit.link.length; at += 1) {
      const other = visit.link[at] === "0" ? "1" : "0";
      const tampered = Link.parse(`${visit.link.slice(0, at)}${other}${visit.link.slice(at + 1)}`);
      await expect(survey.openLink({ link: tampered })).rejects.toEqual(refused("survey-link-unknown"));
    }
    await unchanged(
      () => save({ both: 5 }, { link: Link.parse(`${visit.link.slice(0, 96)}_`) }),
      "survey-link-unknown",
    );
  });

  test("without consent, and a consent to another text", async () => {
    const link = survey.linkOf(somebody(survey, 1));
    await unchanged(() => save({ both: 5 }, { link }), "survey-consent-missing");
    await unchanged(() => survey.giveConsent({ link }, { ...yes, version: "2025-1" }), "survey-consent-text-changed");
    await survey.declineConsent({ link }, yes);
    await unchanged(() => save({ both: 5 }, { link }), "survey-consent-missing");
    expect((await survey.openLink({ link })).consent).toBe("declined");
  });

  test("consent that was withdrawn between opening and sending", async () => {
    const link = survey.linkOf(somebody(survey, 2));
    const { device } = await survey.openLink({ link });
    await survey.giveConsent({ link, device }, yes);
    const { answering } = await survey.openLink({ link, device });
    await survey.withdrawConsent({ link, device });
    const late = () =>
      survey.saveAnswers({ link, device }, { revision: answering?.revision ?? NEW, scores: { both: 5 } });
    await unchanged(late, "survey-consent-missing");
  });
});

test("a link that has another person's place now opens nothing, and the new one begins anew", async () => {
  const survey = await openFirstWave(1);
  const person = somebody(survey);
  await survey.answer(person, "A", () => 3);
  const old = survey.linkOf(person);
  await survey.ports.unitOfWork.handle(survey.origin(), async () => {
    const before = await survey.ports.participations.get(person);
    invariant(before !== undefined, "they are there");
    return [survey.ports.participations.replace(before, { ...before, key: mintAccessKey(systemRandom) })];
  });
  await expect(survey.openLink({ link: old })).rejects.toEqual(refused("survey-link-unknown"));
  await survey.goTo(opensAt(survey, 1));
  expect((await survey.openLink({ link: survey.linkOf(person) })).consent).toBe("unasked");
  const kinds = (await survey.surveyRows()).map(({ pk }) => String(pk).split("#")[0]);
  expect(kinds, "nobody can withdraw the answers of who is gone: they are gone too").toEqual(["KEY"]);
});

test("a link belongs to the first device that saves; a new one takes over and the old one is refused", async () => {
  const survey = await openFirstWave(1);
  const person = somebody(survey);
  const link = survey.linkOf(person);
  const [phone, laptop] = [survey.ports.answers.newDevice(), survey.ports.answers.newDevice()];
  await survey.giveConsent({ link, device: phone }, yes);
  const saved = await survey.saveAnswers({ link, device: phone }, { revision: NEW, scores: { both: 3 } });
  expect(saved.left).toEqual({ main: 1, extra: 1 });
  for (const device of [laptop, undefined]) {
    await expect(survey.openLink({ link, device })).rejects.toEqual(refused("survey-link-in-use"));
    const again = survey.saveAnswers({ link, device }, { revision: saved.revision, scores: { both: 9 } });
    await expect(again).rejects.toEqual(refused("survey-link-in-use"));
  }
  await survey.requestLink({ link });
  const newer = survey.linkOf(person);
  expect(newer).not.toBe(link);
  await expect(survey.openLink({ link, device: phone })).rejects.toEqual(refused("survey-link-replaced"));
  const { answering } = await survey.openLink({ link: newer, device: laptop });
  expect(answering?.scores).toEqual({ both: 3 });
  for (let more = 0; more < 4; more += 1) await survey.requestLink({ link });
  await expect(survey.requestLink({ link })).rejects.toEqual(refused("survey-too-many-links"));
  survey.mailbox.next = "unsure";
  await expect(survey.requestLink({ link: newer })).rejects.toEqual(refused("survey-mail-not-sent"));
});

test("of two who save at once one is saved, and the other is told", async () => {
  const survey = await openFirstWave(1);
  const link = survey.linkOf(somebody(survey));
  const visit = { link, device: survey.ports.answers.newDevice() };
  await survey.giveConsent(visit, yes);
  const tries = await Promise.allSettled(
    [1, 2, 3, 4].map((score) => survey.saveAnswers(visit, { revision: NEW, scores: { both: score } })),
  );
  const lost = tries.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(lost).toEqual(Array.from({ length: 3 }, () => refused("survey-answers-changed")));
  const score = 1 + tries.findIndex(({ status }) => status === "fulfilled");
  const { answering } = await survey.openLink(visit);
  expect(answering?.scores).toEqual({ both: score });
  const same = await survey.saveAnswers(visit, { revision: NEW, scores: { both: score } });
  expect(same.revision, "the same again is saved").toBe(answering?.revision);
});

test("a withdrawal and a save at once leave no answer behind, whichever comes first", async () => {
  const survey = await openFirstWave(8);
  await Promise.all(
    survey.everybody.map(async (person) => {
      const visit = { link: survey.linkOf(person), device: survey.ports.answers.newDevice() };
      await survey.giveConsent(visit, yes);
      await Promise.allSettled([
        survey.saveAnswers(visit, { revision: NEW, scores: { both: 4 } }),
        survey.withdrawConsent(visit),
      ]);
    }),
  );
  const kinds = (await survey.surveyRows()).map(({ pk }) => String(pk).split("#")[0]);
  expect(kinds).toEqual(["KEY"]);
});

describe("between what a command has decided and its transaction", () => {
  /** The survey's ports, with something that happens just before the first transaction is written. */
  const interrupted = ({ ports }: Survey, happens: () => Promise<unknown>) => {
    const run: UnitOfWork["run"] = (origin, answer, decide) =>
      ports.unitOfWork.run(origin, answer, async (attempt) => {
        const decision = await decide(attempt);
        if (attempt === 0) await happens();
        return decision;
      });
    return { ...ports, unitOfWork: { ...ports.unitOfWork, run } };
  };
  const consenting = async (survey: Survey) => {
    const visit = { link: survey.linkOf(somebody(survey)), device: survey.ports.answers.newDevice() };
    await survey.giveConsent(visit, yes);
    return visit;
  };
  const command = { revision: NEW, scores: { both: 4, children: 4, calm: 4 } };
  const kinds = async (survey: Survey) => (await survey.surveyRows()).map(({ pk }) => String(pk).split("#")[0]);

  test("consent is withdrawn: the save is refused", async () => {
    const survey = await openFirstWave(1);
    const visit = await consenting(survey);
    const save = saveAnswersUseCase(interrupted(survey, () => survey.withdrawConsent(visit)));
    await expect(save(visit, command)).rejects.toEqual(refused("survey-consent-missing"));
    expect(await kinds(survey)).toEqual(["KEY"]);
  });

  test("an answer is saved: the withdrawal takes it along", async () => {
    const survey = await openFirstWave(1);
    const visit = await consenting(survey);
    const withdraw = withdrawConsentUseCase(interrupted(survey, () => survey.saveAnswers(visit, command)));
    expect(await withdraw(visit)).toEqual({ removed: 1, published: 0 });
    expect(await kinds(survey)).toEqual(["KEY"]);
  });

  test("the form closes: the save is refused, and the result stands without it", async () => {
    const survey = await openFirstWave(1);
    const visit = await consenting(survey);
    const closesAt = survey.study.waves[0]?.closesAt ?? survey.clock();
    const save = saveAnswersUseCase(interrupted(survey, () => survey.goTo(closesAt)));
    await expect(save(visit, command)).rejects.toEqual(refused("survey-wave-closed"));
    expect((await kinds(survey)).toSorted()).toEqual(["KEY", "MEMBERS"]);
  });
});

test("withdrawing removes the answers of every wave and says which results stay; the next result is without them", async () => {
  const survey = await openSurvey({ people: 6 });
  await survey.goTo(opensAt(survey, 0));
  for (const person of survey.everybody) await survey.answer(person, "A", () => 6);
  await survey.goTo(opensAt(survey, 1));
  for (const person of survey.everybody) await survey.answer(person, "A", () => 8);
  const person = somebody(survey);
  const link = survey.linkOf(person);
  await survey.requestLink({ link });
  const newer = { link: survey.linkOf(person) };
  expect(await survey.withdrawConsent(newer)).toEqual({ removed: 2, published: 1 });
  expect(await survey.withdrawConsent(newer)).toEqual({ removed: 0, published: 0 });
  expect((await survey.openLink(newer)).consent).toBe("withdrawn");
  const [, second] = survey.study.waves;
  await survey.goTo(second?.closesAt ?? survey.clock());
  const { statements } = await survey.results.results(survey.studyId);
  const own = statements.find(({ group, statementId }) => group === "A" && statementId === "both");
  expect(own?.waves.map(({ shown }) => shown)).toEqual([
    { mean: 60, n: 6 },
    { mean: 80, n: 5 },
  ]);
  expect(own?.change).toEqual({ from: 1, to: 2, percent: 333 });
});

test("an expired link saves nothing, and still withdraws", async () => {
  const survey = await openFirstWave(1);
  const person = somebody(survey);
  await survey.answer(person, "C", () => 2);
  await survey.requestLink({ link: survey.linkOf(person) });
  const link = survey.linkOf(person);
  await survey.goTo(survey.study.waves[0]?.closesAt ?? survey.clock());
  const opened = await survey.openLink({ link });
  expect([opened.wave.open, opened.answering]).toEqual([false, undefined]);
  await expect(survey.saveAnswers({ link }, { revision: NEW, scores: { both: 9 } })).rejects.toEqual(
    refused("survey-wave-closed"),
  );
  expect(await survey.withdrawConsent({ link })).toEqual({ removed: 1, published: 1 });
});

test("mails that SES doesn't take now go out later, each once", async () => {
  const survey = await openSurvey({ people: 3 });
  survey.pass(7 * DAY);
  survey.mailbox.next = "unsure";
  await expect(survey.sweep()).rejects.toThrow("SES took no mail");
  survey.mailbox.next = "sent";
  await survey.sweep();
  expect(survey.mails.map(({ to }) => to).toSorted()).toEqual(survey.everybody.map(({ email }) => email).toSorted());
});

describe("when somebody's consent and their number don't stand together", () => {
  const consentOf = async (survey: Survey, { placeId }: Person) => {
    const rows = await everyRow(survey.table.client, survey.table.name);
    return z
      .looseObject({ pk: z.string(), sk: z.string() })
      .parse(rows.find(({ sk }) => String(sk).startsWith(`CONSENT#${placeId}`)));
  };
  const restore = (survey: Survey, person: Person, given: Consent) =>
    survey.ports.unitOfWork.handle(survey.origin(), async () => {
      const now = await survey.ports.consents.get(survey.studyId, person);
      return [survey.ports.consents.write(survey.studyId, person, now, given)];
    });
  const subject = (email: string) => ({ email, hash: "unused" });
  async function erase(survey: Survey, person: Person): Promise<void> {
    const kind = surveyData.kinds.find(({ kind }) => kind === "survey-consent");
    const occasion = { now: survey.clock(), subject: subject(person.email) };
    const verdict = await kind?.verdict(await consentOf(survey, person), occasion);
    invariant(verdict !== undefined && "part" in verdict, "an erasure changes it");
    await survey.ports.unitOfWork.handle(survey.origin(), async () => [verdict.part]);
  }

  test("an erasure shows and withdraws the consent; within a day the answers go, and no mail comes any more", async () => {
    const survey = await openFirstWave(2);
    for (const person of survey.everybody) await survey.answer(person, "A", () => 4);
    const person = somebody(survey);
    const link = survey.linkOf(person);
    const row = await consentOf(survey, person);
    const kind = surveyData.kinds.find(({ kind }) => kind === "survey-consent");
    invariant(kind !== undefined, "consents have a policy");
    expect([kind.isAbout(row, subject(person.email)), kind.isAbout(row, subject("other@skole.example.no"))]).toEqual([
      true,
      false,
    ]);
    expect(await kind.tells(row, subject(person.email))).toMatchObject({
      email: person.email,
      what: "2026-1: Samtykke",
    });
    await erase(survey, person);
    expect(JSON.stringify(await consentOf(survey, person))).not.toContain(person.email);
    const opened = await survey.openLink({ link });
    expect([opened.consent, opened.answering]).toEqual(["withdrawn", undefined]);
    await survey.goTo(plusSeconds(survey.clock(), DAY));
    const kinds = (await survey.surveyRows()).map(({ pk }) => String(pk).split("#")[0]);
    expect(kinds.toSorted()).toEqual(["ANSWERS", "KEY", "MEMBERS"]);
    await survey.goTo(opensAt(survey, 1));
    expect(survey.mails.filter(({ to }) => to === person.email)).toHaveLength(1);
    const later = { now: plusSeconds(survey.clock(), 61 * 31 * DAY) };
    expect((await kind.verdict(row, later)).does).toBe("erase");
    expect((await kind.verdict(row, { now: survey.clock() })).does).toBe("nothing");
  });

  test("who was erased may say yes anew at once, and begins with nothing of what they had answered", async () => {
    const survey = await openFirstWave(1);
    const person = somebody(survey);
    await survey.answer(person, "A", () => 4);
    const before = await survey.surveyRows();
    await erase(survey, person);
    const link = survey.linkOf(person);
    const { device } = await survey.openLink({ link });
    await survey.giveConsent({ link, device }, yes);
    expect(await survey.openLink({ link, device })).toMatchObject({ consent: "given", answering: { scores: {} } });
    const after = await survey.surveyRows();
    expect(after.map(({ pk }) => String(pk).split("#")[0]).toSorted()).toEqual(["KEY", "MEMBERS"]);
    const member = (rows: typeof before) => rows.find(({ pk }) => String(pk).startsWith("MEMBERS#"))?.["sealed"];
    expect(member(after)).not.toEqual(member(before));
  });

  test("a consent that a restore brought back after its withdrawal is none: no mail, and yes may be said anew", async () => {
    const survey = await openFirstWave(1);
    const person = somebody(survey);
    const link = survey.linkOf(person);
    const { device } = await survey.openLink({ link });
    const visit = { link, device };
    await survey.giveConsent(visit, yes);
    const given = await survey.ports.consents.get(survey.studyId, person);
    invariant(given !== undefined, "they have consented");
    await survey.withdrawConsent(visit);
    await restore(survey, person, given);
    expect((await survey.openLink(visit)).consent).toBe("withdrawn");
    await survey.giveConsent(visit, yes);
    expect((await survey.openLink(visit)).answering?.scores).toEqual({});
    await survey.withdrawConsent(visit);
    await restore(survey, person, given);
    await survey.goTo(opensAt(survey, 1));
    expect(survey.mails).toHaveLength(1);
  });
});
