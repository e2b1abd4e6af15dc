import type { WorkplaceCourse } from "#agreements/ports/workplace-courses";
import { inLocale } from "#kernel/locale";
import { workplaceCourseDeclined } from "../domain/templates/workplace-course-declined.ts";
import { workplaceCourseQuoted } from "../domain/templates/workplace-course-quoted.ts";
import { workplaceCourseRequested } from "../domain/templates/workplace-course-requested.ts";
import type { Writer } from "./writer.ts";

export const writeWorkplaceCourseRequested: Writer<"workplace-course-requested"> = async ({ courseId }, desk) => {
  const course = await desk.readings.workplaceCourse(courseId);
  if (!course) return "nobody-to-write-to";
  const { locale, contact, what, wishedOn, participants } = course;
  const courseLink = desk.links.workplaceCourse(course);
  const { name } = contact;
  const data = { name, what, venue: venueOf(course), wishedOn, participants, courseLink };
  return { to: contact.email, locale, letter: workplaceCourseRequested(data, locale) };
};

export const writeWorkplaceCourseQuoted: Writer<"workplace-course-quoted"> = async ({ courseId, quote }, desk) => {
  const course = await desk.readings.workplaceCourse(courseId);
  if (!course) return "nobody-to-write-to";
  // Answered, or another offer has taken its place: that one has a mail of its own.
  if (course.status !== "quoted" || course.quote.number !== quote) return "out-of-date";
  const { locale, contact } = course;
  const { title, price, capacity, startsAt, endsAt, answerBy } = course.quote;
  const letter = workplaceCourseQuoted(
    {
      name: contact.name,
      title: inLocale(title, locale),
      session: { startsAt, endsAt },
      venue: venueOf(course),
      capacity,
      price,
      answerBy,
      courseLink: desk.links.workplaceCourse(course),
    },
    locale,
  );
  return { to: contact.email, locale, letter };
};

export const writeWorkplaceCourseDeclined: Writer<"workplace-course-declined"> = async ({ courseId }, desk) => {
  const course = await desk.readings.workplaceCourse(courseId);
  if (!course) return "nobody-to-write-to";
  if (course.status !== "declined") return "out-of-date";
  const { locale, contact, what, reason } = course;
  return { to: contact.email, locale, letter: workplaceCourseDeclined({ name: contact.name, what, reason }, locale) };
};

function venueOf({ venue }: WorkplaceCourse): string {
  return `${venue.name}, ${venue.address}`;
}
