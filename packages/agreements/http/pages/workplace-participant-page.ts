import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { errorSummary, type FormError, textField } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { Listed } from "../../app/workplace-course-participants.ts";
import type { WorkplaceCourse } from "../../app/workplace-course-read.ts";
import { courseAddress } from "./workplace-course-page.ts";
import { LISTED_TEXT } from "./workplace-participant-text.ts";

interface ListedView {
  readonly locale: Locale;
  readonly origin: Origin;
  readonly errors: readonly FormError[];
  /** As typed, or as they are listed. */
  readonly name: string;
  readonly email: string;
}

/** Where the page of one on the list is, from the root. */
function listedAddress(
  course: Pick<WorkplaceCourse, "courseId" | "key">,
  { placeId }: Pick<Listed, "placeId">,
  lang: Locale,
  path = "",
): string {
  return courseAddress(course, `/participants/${placeId}${path}`, lang);
}

/** One on the list of a course: to be corrected, or taken off it. */
export function workplaceParticipantPage(course: WorkplaceCourse, listed: Listed, view: ListedView): string {
  const { locale, origin, errors, name, email } = view;
  const text = LISTED_TEXT[locale];
  const idempotencyKey = origin.correlationId;
  return layout({
    title: text.title,
    locale,
    languages: (lang) => listedAddress(course, listed, lang),
    main: html`${errorSummary(errors, locale)}
${postForm({
  action: listedAddress(course, listed, locale),
  idempotencyKey,
  body: html`${textField({ name: "name", label: text.name, value: name, autocomplete: "off", errors })}
${textField({ name: "email", label: text.email, description: text.emailHow, value: email, type: "email", autocomplete: "off", errors })}
${submitButton(text.correct)}`,
})}
<section aria-labelledby="removal"><h2 id="removal" class="ds-heading" data-size="sm">${text.removeHeading}</h2>
<p class="ds-paragraph">${text.removeSays(listed.name)}</p>
${postForm({
  action: listedAddress(course, listed, locale, "/removal"),
  idempotencyKey: `${idempotencyKey}-removal`,
  body: html`<div class="centre-actions">${submitButton(text.remove, "secondary")}
${linkButton(courseAddress(course, "", locale), text.back, "tertiary")}</div>`,
})}</section>`,
  });
}
