import { beforeAll, expect, test } from "vitest";
import { cohorts } from "#education/store/cohorts";
import { plusSeconds } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import type { OpenStudyRequest } from "#survey/domain/open-study";
import { CONSENT, DAY, openSurvey, SMALL_FORMS, type Survey } from "#test/survey";

const refused = (code: string) => expect.objectContaining({ code });

let survey: Survey;
beforeAll(async () => {
  survey = await openSurvey({ people: 1 });
});

const asked = (values: Partial<OpenStudyRequest> = {}): OpenStudyRequest => ({
  cohortId: survey.cohortId,
  title: { nb: "Kull" },
  forms: { A: 1, C: 1, extra: 1 },
  consent: CONSENT,
  limit: 5,
  ...values,
});

test("a cohort has one study, whoever opens it at once", async () => {
  await expect(survey.openStudy(survey.origin(), asked())).rejects.toEqual(refused("survey-cohort-has-study"));
});

test("a study's forms are never changed, only succeeded", async () => {
  const { changeForms, origin } = survey;
  const seen = { kind: "A", version: 1, revision: 1 } as const;
  await expect(changeForms.change(origin(), seen, SMALL_FORMS.A)).rejects.toEqual(refused("survey-form-fixed"));
  const next = await changeForms.create(origin(), "A", SMALL_FORMS.A);
  expect([next.version, next.fixed]).toEqual([2, false]);
  const changed = await changeForms.change(origin(), next, { ...SMALL_FORMS.A, title: { nb: "Nytt" } });
  expect([changed.title.nb, changed.revision]).toEqual(["Nytt", 2]);
  await expect(changeForms.change(origin(), next, SMALL_FORMS.A)).rejects.toEqual(refused("changed-meanwhile"));
});

test("it isn't closed before its results are out, and then for good", async () => {
  const { closeStudy, origin, studyId } = survey;
  await expect(closeStudy(origin(), studyId)).rejects.toEqual(refused("survey-waves-left"));
  await expect(survey.results.researchFile(studyId)).rejects.toEqual(refused("survey-study-open"));
});

test("a study that can't be as it was asked for isn't opened, and says why", async () => {
  const other = await openSurvey({ people: 1, request: { limit: 3, limitReason: "Fem deltakere i alt" } });
  expect((await other.results.results(other.studyId)).limitReason).toBe("Fem deltakere i alt");
  await expect(openSurvey({ people: 1, request: { limit: 3 } })).rejects.toEqual(refused("survey-limit-needs-reason"));
  await expect(openSurvey({ people: 1, request: { extraAt: ["d9"] } })).rejects.toEqual(
    refused("survey-gathering-unknown"),
  );
  await expect(openSurvey({ people: 1, request: { forms: { A: 1, C: 9 } } })).rejects.toEqual(
    refused("survey-form-unknown"),
  );
  await expect(openSurvey({ people: 1, request: { closesAt: plusSeconds(survey.clock(), DAY) } })).rejects.toEqual(
    refused("survey-closes-too-early"),
  );
});

test("a gathering that is moved takes its form along, and one that is called off takes it away", async () => {
  const moved = await openSurvey({ people: 1 });
  const { ports, cohort, waves } = moved;
  const gatherings = cohort.gatherings.map((each, index) => ({
    ...each,
    days: each.days.map((day) =>
      index === 0
        ? { ...day, startsAt: plusSeconds(day.startsAt, 2 * DAY), endsAt: plusSeconds(day.endsAt, 2 * DAY) }
        : { ...day, calledOff: true },
    ),
  }));
  const [first] = await waves();
  invariant(first !== undefined, "there is a first wave");
  const kept = cohorts(moved.table);
  await ports.unitOfWork.handle(moved.origin(), async () => [
    kept.replace(cohort, { ...cohort, gatherings, version: 2 }),
  ]);
  await moved.goTo(first.opensAt);
  const [now, ...others] = await waves();
  expect([now?.status, now?.opensAt, others]).toEqual(["planned", plusSeconds(first.opensAt, 2 * DAY), []]);
  expect(moved.mails).toEqual([]);
  await moved.goTo(plusSeconds(first.opensAt, 2 * DAY));
  expect(moved.mails).toHaveLength(1);
});

test("a study never closes before its forms: a calendar that grows longer takes its close along", async () => {
  const longer = await openSurvey({ people: 1, gatherings: 1 });
  const { ports, cohort } = longer;
  const gatherings = cohort.gatherings.map((each) => ({
    ...each,
    days: each.days.map((day) => ({
      ...day,
      startsAt: plusSeconds(day.startsAt, 100 * DAY),
      endsAt: plusSeconds(day.endsAt, 100 * DAY),
    })),
  }));
  await ports.unitOfWork.handle(longer.origin(), async () => [
    cohorts(longer.table).replace(cohort, { ...cohort, gatherings, version: 2 }),
  ]);
  await longer.goTo(plusSeconds(longer.clock(), DAY));
  const { closesAt, waves } = await longer.readStudies.get(longer.studyId);
  expect(closesAt).toBe(plusSeconds(waves[0]?.closesAt ?? closesAt, 60 * DAY));
});
