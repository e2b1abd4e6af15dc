import * as z from "zod";
import { type Caller, hasRole } from "#kernel/caller";
import { type Instant, Instant as InstantSchema, plusSeconds } from "#kernel/clock";
import { EmailAddress, TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { AccessKey } from "#kernel/id";
import { OfferingId, OrderNumber, WorkplaceCourseId } from "#kernel/ids";
import { Locale, StaffText } from "#kernel/locale";
import { Money } from "#kernel/money";
import { norwegianDay } from "#kernel/norwegian-time";
import { InvoicedOrganisation } from "#kernel/organisation";
import { VatAllocation } from "#kernel/vat";
import { Day } from "./period.ts";

/** As many as a room and a course leader can do with. */
const MAX_PARTICIPANTS = 300;

const Participants = z.int().min(1).max(MAX_PARTICIPANTS);
/** Told to the contact. */
export const DeclinedBecause = z.string().trim().min(1).max(1000);

/** What an organisation asks for: a course at its own place, and who pays. */
export const WorkplaceCourseRequest = z.strictObject({
  what: TextLine,
  venue: z.strictObject({ name: TextLine, address: TextLine }),
  /** When they would like it, by the day in Norway; the centre answers with a date of its own. */
  wishedOn: Day,
  participants: Participants,
  contact: z.strictObject({ name: TextLine, email: EmailAddress }),
  organisation: InvoicedOrganisation,
});
export type WorkplaceCourseRequest = z.infer<typeof WorkplaceCourseRequest>;

/** What the centre offers: a price for the whole course, a date, and until when it stands. */
export const QuoteDetails = z
  .strictObject({
    title: StaffText,
    /** Øre, VAT included, for the whole course. */
    price: Money.refine((price) => price >= 0 && price <= 10_000_000, "A price is from 0 to 10 000 000 øre."),
    vatAllocation: VatAllocation,
    startsAt: InstantSchema,
    endsAt: InstantSchema,
    capacity: Participants,
    answerBy: InstantSchema,
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { message: "A course ends after it starts.", path: ["endsAt"] })
  .refine(({ startsAt, answerBy }) => answerBy < startsAt, {
    message: "It is answered before the course starts.",
    path: ["answerBy"],
  });
export type QuoteDetails = z.infer<typeof QuoteDetails>;

/** Numbered from 1: whoever accepts says which one they have seen. */
export const Quote = z.object({ ...QuoteDetails.shape, number: z.int().min(1), quotedAt: InstantSchema });
export type Quote = z.infer<typeof Quote>;

const common = {
  courseId: WorkplaceCourseId,
  /** Opens the contact's page, by the link in their mails. */
  key: AccessKey,
  ...WorkplaceCourseRequest.shape,
  locale: Locale,
  requestedAt: InstantSchema,
  version: z.int().min(1),
};

/** A course at a customer's workplace, from the request to the order. */
export const WorkplaceCourse = z.discriminatedUnion("status", [
  z.object({ ...common, status: z.literal("requested") }),
  z.object({ ...common, status: z.literal("quoted"), quote: Quote }),
  /** The centre can't. */
  z.object({ ...common, status: z.literal("declined"), reason: DeclinedBecause, declinedAt: InstantSchema }),
  /** The organisation doesn't want it so. */
  z.object({ ...common, status: z.literal("turned-down"), quote: Quote, turnedDownAt: InstantSchema }),
  z.object({
    ...common,
    status: z.literal("ordered"),
    quote: Quote,
    offeringId: OfferingId,
    orderNumber: OrderNumber,
    orderedAt: InstantSchema,
  }),
]);
export type WorkplaceCourse = z.infer<typeof WorkplaceCourse>;
type In<Status extends WorkplaceCourse["status"]> = Extract<WorkplaceCourse, { readonly status: Status }>;
export type QuotedCourse = In<"quoted">;
export type OrderedCourse = In<"ordered">;

/** @throws DomainError `date-is-past` */
export function requestCourse(
  request: WorkplaceCourseRequest,
  made: {
    readonly courseId: WorkplaceCourseId;
    readonly key: AccessKey;
    readonly locale: Locale;
    readonly now: Instant;
  },
): In<"requested"> {
  const { now, ...rest } = made;
  if (request.wishedOn <= norwegianDay(now)) throw refusal("date-is-past", { on: request.wishedOn });
  return { ...rest, ...request, requestedAt: now, status: "requested", version: 1 };
}

/**
 * The course with an offer, or with another one in its place, which needs an answer of its own.
 *
 * @throws DomainError `workplace-course-settled`, `date-is-past`
 */
export function quoteCourse(before: WorkplaceCourse, details: QuoteDetails, now: Instant): QuotedCourse {
  const open = refuseSettled(before);
  if (details.answerBy <= now) throw refusal("date-is-past", { on: norwegianDay(details.answerBy) });
  const number = "quote" in open ? open.quote.number + 1 : 1;
  return { ...commonOf(open), status: "quoted", quote: { ...details, number, quotedAt: now } };
}

/** @throws DomainError `workplace-course-settled` */
export function declineCourse(before: WorkplaceCourse, reason: string, now: Instant): In<"declined"> {
  return { ...commonOf(refuseSettled(before)), status: "declined", reason, declinedAt: now };
}

/**
 * The course, if the quote that its contact has seen may be answered now.
 *
 * @throws DomainError `workplace-course-not-quoted`, `workplace-course-settled`, `quote-changed`, `quote-expired`
 */
export function quoteToAnswer(course: WorkplaceCourse, seen: number, now: Instant): QuotedCourse {
  if (course.status === "requested") throw refusal("workplace-course-not-quoted", {});
  if (course.status !== "quoted") throw refusal("workplace-course-settled", { status: course.status });
  if (course.quote.number !== seen) throw refusal("quote-changed", { quote: course.quote.number });
  if (course.quote.answerBy <= now) throw refusal("quote-expired", { answerBy: course.quote.answerBy });
  return course;
}

export function orderCourse(
  before: QuotedCourse,
  made: { readonly offeringId: OfferingId; readonly orderNumber: OrderNumber; readonly now: Instant },
): OrderedCourse {
  const { offeringId, orderNumber, now } = made;
  return { ...commonOf(before), status: "ordered", quote: before.quote, offeringId, orderNumber, orderedAt: now };
}

export function turnDownCourse(before: QuotedCourse, now: Instant): In<"turned-down"> {
  return { ...commonOf(before), status: "turned-down", quote: before.quote, turnedDownAt: now };
}

/** @throws DomainError `workplace-course-not-ordered` */
export function orderedCourse(course: WorkplaceCourse): OrderedCourse {
  if (course.status !== "ordered") throw refusal("workplace-course-not-ordered", {});
  return course;
}

/** Its contact's, by the key in their mails or by their own login. */
export function isContact({ key, contact }: WorkplaceCourse, caller: Caller): boolean {
  return caller.kind === "guest" ? caller.key === key : caller.email === contact.email;
}

/** Its contact's and the administrators'. To anyone else it doesn't exist. */
export function maySeeCourse(course: WorkplaceCourse, caller: Caller): boolean {
  return isContact(course, caller) || hasRole(caller, "administrator");
}

const KEPT_SECONDS = 365 * 86_400;

/** What led to no order is forgotten a year later (GDPR art. 5 (1) e); none for what did. */
export function courseForgottenAt(course: WorkplaceCourse): Instant | undefined {
  return course.status === "ordered" ? undefined : plusSeconds(course.requestedAt, KEPT_SECONDS);
}

/** What the centre has declined, or the organisation has ordered, isn't quoted again. */
function refuseSettled(course: WorkplaceCourse): In<"requested" | "quoted" | "turned-down"> {
  const { status } = course;
  if (status === "declined" || status === "ordered") throw refusal("workplace-course-settled", { status });
  return course;
}

/** What every state has, one version on. */
function commonOf(course: WorkplaceCourse) {
  const { courseId, key, what, venue, wishedOn, participants, contact, organisation, locale, requestedAt } = course;
  const version = course.version + 1;
  return { courseId, key, what, venue, wishedOn, participants, contact, organisation, locale, requestedAt, version };
}
