import * as z from "zod";
import { WorkplaceCourseId } from "#kernel/ids";
import { sheetRows } from "#platform/files/read-sheet";
import { answerForm, formAnswers } from "#platform/http/form-answer";
import { FormFields, formReader, typed } from "#platform/http/form-reader";
import { noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { OrderWorkplaceCourse, TurnDownWorkplaceCourse } from "../../app/workplace-course-order.ts";
import type { ListWorkplaceParticipants } from "../../app/workplace-course-participants.ts";
import type { ReadWorkplaceCourses } from "../../app/workplace-course-read.ts";
import type { RequestWorkplaceCourse } from "../../app/workplace-course-request.ts";
import { participantsIn } from "../../domain/workplace-participants.ts";
import { readWorkplaceCourseRequest, requestFieldOf } from "./read-workplace-course-request.ts";
import { courseAddress, workplaceCoursePage } from "./workplace-course-page.ts";
import { requestedPage, workplaceCourseRequestPage } from "./workplace-course-request-page.ts";
import { COURSE_TEXT } from "./workplace-course-text.ts";

export interface WorkplaceCoursePagesApp {
  readonly requestWorkplaceCourse: RequestWorkplaceCourse;
  readonly readWorkplaceCourses: ReadWorkplaceCourses;
  readonly orderWorkplaceCourse: OrderWorkplaceCourse;
  readonly turnDownWorkplaceCourse: TurnDownWorkplaceCourse;
  readonly listWorkplaceParticipants: ListWorkplaceParticipants;
}

const route = routeOf<WorkplaceCoursePagesApp>();
const params = z.strictObject({ courseId: WorkplaceCourseId });
const QuoteSeen = z.strictObject({ quote: z.coerce.number().int().min(1) });

/** The pages of courses at workplaces: asking for one, and what is behind the link in the contact's mails. */
export const workplaceCoursePages = [
  route({
    name: "workplace-course-request-page",
    method: "GET",
    path: "/workplace-course-request/page",
    access: "public",
    summary: "The form that asks for a course at one's own workplace",
    params: none,
    query: none,
    body: noBody,
    answers: { 200: page("The form") },
    errors: [],
    handle: async (_, { locale, origin }) =>
      reply(200, workplaceCourseRequestPage({ locale, origin, fields: {}, errors: [] })),
  }),
  route({
    name: "request-workplace-course-from-page",
    method: "POST",
    path: "/workplace-course-request/page",
    access: "public",
    summary: "Asks for a course at one's own workplace",
    accepts: "form",
    params: none,
    query: none,
    body: FormFields,
    answers: formAnswers,
    errors: [],
    handle: async ({ requestWorkplaceCourse }, { body: fields, locale, origin, sourceIp }) =>
      answerForm({
        locale,
        read: readWorkplaceCourseRequest(fields, locale),
        act: async (request) => {
          await requestWorkplaceCourse(origin, request, { locale, sourceIp });
          return { page: requestedPage(locale, request.contact.email) };
        },
        again: (errors) => workplaceCourseRequestPage({ locale, origin, fields, errors }),
        fieldOf: requestFieldOf,
      }),
  }),
  route({
    name: "workplace-course-page",
    method: "GET",
    path: "/workplace-courses/{courseId}/page",
    access: "key",
    summary: "The course's page: what is offered, and who comes",
    params,
    query: none,
    body: noBody,
    answers: { 200: page("The course's page") },
    errors: ["not-found"],
    handle: async ({ readWorkplaceCourses }, { params, caller, lang, origin }) => {
      const details = await readWorkplaceCourses.one(params.courseId, caller);
      const locale = lang ?? details.course.locale;
      return reply(200, workplaceCoursePage(details, { locale, origin, errors: [], typed: "" }));
    },
  }),
  route({
    name: "order-workplace-course-from-page",
    method: "POST",
    path: "/workplace-courses/{courseId}/page/order",
    access: "key",
    summary: "Orders the course as it was offered, with an obligation to pay",
    accepts: "form",
    params,
    query: none,
    body: QuoteSeen,
    answers: formAnswers,
    errors: ["not-found", "forbidden"],
    handle: async (app, request) => answerQuote(app, request, app.orderWorkplaceCourse),
  }),
  route({
    name: "turn-down-workplace-course-from-page",
    method: "POST",
    path: "/workplace-courses/{courseId}/page/turning-down",
    access: "key",
    summary: "Says no to the offer",
    accepts: "form",
    params,
    query: none,
    body: QuoteSeen,
    answers: formAnswers,
    errors: ["not-found", "forbidden"],
    handle: async (app, request) => answerQuote(app, request, app.turnDownWorkplaceCourse),
  }),
  route({
    name: "list-workplace-participants-from-page",
    method: "POST",
    path: "/workplace-courses/{courseId}/page/participants",
    access: "key",
    summary: "Lists who comes, as typed or pasted from a spreadsheet",
    accepts: "form",
    params,
    query: none,
    body: FormFields,
    answers: formAnswers,
    errors: ["not-found"],
    handle: async (app, { params: { courseId }, body: fields, caller, lang, origin }) => {
      const details = await app.readWorkplaceCourses.one(courseId, caller);
      const locale = lang ?? details.course.locale;
      const form = formReader(fields);
      const list = form.must("participants", z.string().trim().min(1), COURSE_TEXT[locale].listMissing);
      return answerForm({
        locale,
        read: list === undefined ? { errors: form.errors } : { value: list },
        act: async (text) => {
          const participants = participantsIn(await sheetRows(Buffer.from(text, "utf8")));
          await app.listWorkplaceParticipants(origin, courseId, participants, caller);
          return courseAddress(details.course, "", locale);
        },
        again: (errors) =>
          workplaceCoursePage(details, { locale, origin, errors, typed: typed(fields, "participants") }),
        fieldOf: () => "participants",
      });
    },
  }),
];

type Answered = Parameters<Parameters<typeof route>[0]["handle"]>[1];

/** The contact's yes or no to the offer they saw; on to the course's page, or there again with what stands in the way. */
async function answerQuote(
  { readWorkplaceCourses }: WorkplaceCoursePagesApp,
  request: Pick<Answered, "caller" | "lang" | "origin"> & {
    readonly params: z.infer<typeof params>;
    readonly body: z.infer<typeof QuoteSeen>;
  },
  answer: OrderWorkplaceCourse | TurnDownWorkplaceCourse,
) {
  const { params, body, caller, lang, origin } = request;
  const details = await readWorkplaceCourses.one(params.courseId, caller);
  const locale = lang ?? details.course.locale;
  return answerForm({
    locale,
    read: { value: body },
    act: async (command) => {
      await answer(origin, params.courseId, command, caller);
      return courseAddress(details.course, "", locale);
    },
    again: (errors) => workplaceCoursePage(details, { locale, origin, errors, typed: "" }),
  });
}
