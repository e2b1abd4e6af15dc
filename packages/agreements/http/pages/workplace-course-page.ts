import { inLocale, type Locale } from "#kernel/locale";
import { formatKroner, type Money, ore } from "#kernel/money";
import { formatDate, formatMoment, formatSession, norwegianDay } from "#kernel/norwegian-time";
import { inGroupsOfThree } from "#kernel/organisation-number";
import type { Origin } from "#kernel/origin";
import { splitPrice } from "#kernel/vat";
import { alert } from "#platform/html/alert";
import { errorSummary, type FormError, textField } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { WorkplaceCourse, WorkplaceCourseDetails } from "../../app/workplace-course-read.ts";
import { COURSE_TEXT } from "./workplace-course-text.ts";
import { LISTED_TEXT } from "./workplace-participant-text.ts";

export interface WorkplaceCourseView {
  readonly locale: Locale;
  readonly origin: Origin;
  readonly errors: readonly FormError[];
  /** The list of participants as it was typed, when it has to be put right. */
  readonly typed: string;
}

/** A page of the course, from the root: with the key that opens it, and the language. */
export function courseAddress(
  { courseId, key }: Pick<WorkplaceCourse, "courseId" | "key">,
  path: string,
  lang: Locale,
): string {
  return `/workplace-courses/${courseId}/page${path}?key=${key}&lang=${lang}`;
}

/** The page behind the link in the contact's mails: how it stands, what is offered, and who comes. */
export function workplaceCoursePage(details: WorkplaceCourseDetails, view: WorkplaceCourseView): string {
  const { course } = details;
  const { locale, errors } = view;
  return layout({
    title: COURSE_TEXT[locale].title,
    locale,
    languages: (lang) => courseAddress(course, "", lang),
    main: html`${errorSummary(errors, locale)}${body(details, view)}`,
  });
}

function body(details: WorkplaceCourseDetails, view: WorkplaceCourseView): Html {
  const { course, at } = details;
  const { locale } = view;
  const text = COURSE_TEXT[locale];
  switch (course.status) {
    case "requested":
      return html`${told("info", text.requested, text.requestedBody)}${asked(course, locale)}`;
    case "declined":
      return html`${told("warning", text.declined, course.reason)}${asked(course, locale)}`;
    case "turned-down":
      return html`${told("info", text.turnedDown, text.turnedDownBody)}${asked(course, locale)}`;
    case "quoted":
      return course.quote.answerBy > at
        ? html`${quoted(course, locale)}${answers(course, view)}`
        : html`${told("warning", text.expired, text.expiredBody)}${quoted(course, locale)}`;
    case "ordered":
      if (details.order?.status === "cancelled")
        return html`${told("warning", text.calledOff, text.calledOffBody)}${quoted(course, locale)}${order(details, locale)}`;
      return html`${told("success", text.ordered, text.orderedBody)}${quoted(course, locale)}${order(details, locale)}
${participants(details, view)}`;
  }
}

function told(colour: "info" | "success" | "warning", heading: string, body: string): Html {
  return alert(colour, heading, html`<p class="ds-paragraph">${body}</p>`);
}

function asked({ what, venue, wishedOn, participants }: WorkplaceCourse, locale: Locale): Html {
  const text = COURSE_TEXT[locale];
  return facts([
    [text.what, what],
    [text.where, `${venue.name}, ${venue.address}`],
    [text.wishedOn, formatDate(wishedOn, locale)],
    [text.howMany, String(participants)],
  ]);
}

type WithQuote = Extract<WorkplaceCourse, { readonly quote: unknown }>;

/** Everything that is ordered, right above the button that orders. */
function quoted({ quote, venue, organisation, status }: WithQuote, locale: Locale): Html {
  const text = COURSE_TEXT[locale];
  const { title, price, capacity, answerBy } = quote;
  return facts([
    [text.what, inLocale(title, locale)],
    [text.when, formatSession(quote, locale)],
    [text.where, `${venue.name}, ${venue.address}`],
    [text.howMany, text.atMost(capacity)],
    [text.payer, `${organisation.name}, ${inGroupsOfThree(organisation.organisationNumber)}`],
    [text.reference, organisation.invoiceReference.value],
    ...(status === "quoted" ? [[text.answerBy, formatMoment(answerBy, locale)] as const] : []),
    [text.price, formatKroner(price)],
    [text.vat, formatKroner(vatIn(quote))],
  ]);
}

function vatIn({ price, vatAllocation, quotedAt }: WithQuote["quote"]): Money {
  return ore(splitPrice(price, vatAllocation, norwegianDay(quotedAt)).reduce((sum, { vat }) => sum + vat, 0));
}

function answers(course: WithQuote, { locale, origin }: WorkplaceCourseView): Html {
  const text = COURSE_TEXT[locale];
  const form = (path: string, button: Html) =>
    postForm({
      action: courseAddress(course, path, locale),
      idempotencyKey: origin.correlationId,
      body: html`<input type="hidden" name="quote" value="${String(course.quote.number)}">${button}`,
    });
  return html`<p class="ds-paragraph">${text.byInvoice}</p>
${form("/order", submitButton(text.order))}
${form("/turning-down", submitButton(text.turnDown, "tertiary"))}`;
}

function order({ order }: WorkplaceCourseDetails, locale: Locale): Html {
  if (!order) return html``;
  const address = `/orders/${order.orderNumber}/page?key=${order.key}&lang=${locale}`;
  return html`<p class="centre-actions">${linkButton(address, COURSE_TEXT[locale].seeOrder, "secondary")}</p>`;
}

function participants(
  { course, participants }: WorkplaceCourseDetails,
  { locale, origin, errors, typed }: WorkplaceCourseView,
): Html {
  const text = COURSE_TEXT[locale];
  return html`<section aria-labelledby="participants">
<h2 id="participants" class="ds-heading" data-size="sm">${text.participants}</h2>
<p class="ds-paragraph">${participants.length === 0 ? text.nobody : text.listed(participants.length)}</p>
<ul class="ds-list">${participants.map(
    ({ placeId, name, email }) =>
      html`<li>${name}${email && html` (${email})`} <a class="ds-link" href="${courseAddress(course, `/participants/${placeId}`, locale)}">${LISTED_TEXT[locale].change(name)}</a></li>`,
  )}</ul>
${postForm({
  action: courseAddress(course, "/participants", locale),
  idempotencyKey: origin.correlationId,
  body: html`${textField({
    name: "participants",
    label: text.list,
    description: text.listHow,
    value: typed,
    autocomplete: "off",
    multiline: true,
    errors,
  })}
${submitButton(text.listButton)}`,
})}
</section>`;
}

function facts(rows: readonly (readonly [string, string])[]): Html {
  return html`<dl class="centre-facts">${rows.map(
    ([term, description]) => html`<div><dt>${term}</dt><dd>${description}</dd></div>`,
  )}</dl>`;
}
