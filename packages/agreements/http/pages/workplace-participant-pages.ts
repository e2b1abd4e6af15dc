import * as z from "zod";
import type { Caller } from "#kernel/caller";
import { EmailAddress, TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { PlaceId, WorkplaceCourseId } from "#kernel/ids";
import { answerForm, formAnswers } from "#platform/http/form-answer";
import { FormFields, formReader, typed } from "#platform/http/form-reader";
import { noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { ChangeWorkplaceParticipant } from "../../app/workplace-course-change-participant.ts";
import type { ReadWorkplaceCourses } from "../../app/workplace-course-read.ts";
import { courseAddress } from "./workplace-course-page.ts";
import { workplaceParticipantPage } from "./workplace-participant-page.ts";
import { LISTED_TEXT } from "./workplace-participant-text.ts";

export interface WorkplaceParticipantPagesApp {
  readonly readWorkplaceCourses: ReadWorkplaceCourses;
  readonly changeWorkplaceParticipant: ChangeWorkplaceParticipant;
}

const route = routeOf<WorkplaceParticipantPagesApp>();
const params = z.strictObject({ courseId: WorkplaceCourseId, placeId: PlaceId });

/** The page of one on the list of a course at a workplace, and what it does. */
export const workplaceParticipantPages = [
  route({
    name: "workplace-participant-page",
    method: "GET",
    path: "/workplace-courses/{courseId}/page/participants/{placeId}",
    access: "key",
    summary: "The form that corrects one on the list, or takes them off it",
    params,
    query: none,
    body: noBody,
    answers: { 200: page("The form") },
    errors: ["not-found"],
    handle: async (app, { params, caller, lang, origin }) => {
      const { course, listed } = await found(app, params, caller);
      const { name, email = "" } = listed;
      const view = { locale: lang ?? course.locale, origin, errors: [], name, email };
      return reply(200, workplaceParticipantPage(course, listed, view));
    },
  }),
  route({
    name: "correct-workplace-participant-from-page",
    method: "POST",
    path: "/workplace-courses/{courseId}/page/participants/{placeId}",
    access: "key",
    summary: "Corrects one on the list",
    accepts: "form",
    params,
    query: none,
    body: FormFields,
    answers: formAnswers,
    errors: ["not-found"],
    handle: async (app, { params, body: fields, caller, lang, origin }) => {
      const { course, listed } = await found(app, params, caller);
      const locale = lang ?? course.locale;
      const text = LISTED_TEXT[locale];
      const form = formReader(fields);
      const name = form.must("name", TextLine, text.nameMissing);
      const email =
        typed(fields, "email").trim() === "" ? undefined : form.must("email", EmailAddress, text.emailWrong);
      return answerForm({
        locale,
        read:
          name === undefined || form.errors.length > 0
            ? { errors: form.errors }
            : { value: { name, ...(email && { email }) } },
        act: async (participant) => {
          await app.changeWorkplaceParticipant.correct(origin, params, participant, caller);
          return courseAddress(course, "", locale);
        },
        again: (errors) =>
          workplaceParticipantPage(course, listed, {
            ...{ locale, origin, errors },
            ...{ name: typed(fields, "name"), email: typed(fields, "email") },
          }),
        fieldOf: () => "name",
      });
    },
  }),
  route({
    name: "remove-workplace-participant-from-page",
    method: "POST",
    path: "/workplace-courses/{courseId}/page/participants/{placeId}/removal",
    access: "key",
    summary: "Takes one off the list",
    accepts: "form",
    params,
    query: none,
    body: z.strictObject({}),
    answers: formAnswers,
    errors: ["not-found", "workplace-course-not-ordered", "busy-try-again"],
    handle: async (app, { params, caller, lang, origin }) => {
      const { course } = await app.readWorkplaceCourses.one(params.courseId, caller);
      await app.changeWorkplaceParticipant.remove(origin, params, caller);
      return reply(303, undefined, { headers: { location: courseAddress(course, "", lang ?? course.locale) } });
    },
  }),
];

/** @throws DomainError `not-found`, also for one who is off the list */
async function found(
  { readWorkplaceCourses }: WorkplaceParticipantPagesApp,
  { courseId, placeId }: z.infer<typeof params>,
  caller: Caller,
) {
  const { course, participants } = await readWorkplaceCourses.one(courseId, caller);
  const listed = participants.find((each) => each.placeId === placeId);
  if (!listed) throw refusal("not-found", {});
  return { course, listed };
}
