import { inLocale, type Locale, type Localised } from "#kernel/locale";
import { formatDeadline, formatSession } from "#kernel/norwegian-time";
import type { Origin } from "#kernel/origin";
import { alert } from "#platform/html/alert";
import { errorSummary, type FormError } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { answerField } from "#platform/html/question-field";
import type { FormFields } from "#platform/http/form-reader";
import type { Naming } from "../../app/get-naming.ts";
import { toBeShown } from "../../domain/who-may.ts";
import { namingAddress, orderPageAddress } from "./addresses.ts";
import { goodsField, MAIL_PROOF, particularsFields } from "./particulars-fields.ts";

const TITLE: Localised = { nb: "Hvem skal delta?", nn: "Kven skal delta?", en: "Who is coming?" };
const SAVE: Localised = { nb: "Lagre deltakeren", nn: "Lagre deltakaren", en: "Save the participant" };
const BACK: Localised = { nb: "Tilbake til bestillingen", nn: "Tilbake til bestillinga", en: "Back to the order" };
const UNTIL: Localised = {
  nb: "Du kan endre dette gratis til",
  nn: "Du kan endre dette gratis til",
  en: "You can change this free of charge until",
};
const LATE: Localised = {
  nb: "Fristen for å navngi deltakere er ute",
  nn: "Fristen for å namngi deltakarar er ute",
  en: "The deadline for naming participants has passed",
};
const LATE_ADVICE: Localised = {
  nb: "Ta kontakt med oss, så hjelper vi deg.",
  nn: "Ta kontakt med oss, så hjelper vi deg.",
  en: "Get in touch with us, and we will help you.",
};

export interface NamingView {
  readonly locale: Locale;
  readonly origin: Origin;
  readonly fields: FormFields;
  readonly errors: readonly FormError[];
}

/** The form that names a place's participant, or changes it. */
export function namingPage(naming: Naming, view: NamingView): string {
  const { order, place, offering, at } = naming;
  const { locale, errors } = view;
  const back = linkButton(orderPageAddress(order, locale), BACK[locale], "secondary");
  const open = place.status !== "cancelled" && at < offering.namingDeadline;
  const form = postForm({
    action: namingAddress(order, place, locale),
    idempotencyKey: view.origin.correlationId,
    body: html`${particularsFields(naming, { ...view, healthAnswered: place.healthAnswered, provenAt: provenAt(naming, locale) })}
<div class="centre-actions">${submitButton(SAVE[locale])}${back}</div>`,
  });
  return layout({
    title: TITLE[locale],
    locale,
    languages: (lang) => namingAddress(order, place, lang),
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph"><strong>${inLocale(offering.title, locale)}</strong>${offering.sessions.map(
      (session) => html`<br>${formatSession(session, locale)}`,
    )}</p>
${open && html`<p class="ds-paragraph">${UNTIL[locale]} ${formatDeadline(offering.namingDeadline, at, locale)}.</p>`}
${open ? form : html`${alert("warning", LATE[locale], html`<p class="ds-paragraph">${LATE_ADVICE[locale]}</p>`)}<p>${back}</p>`}`,
  });
}

/** An employees' or a trainers' ticket needs whoever comes to prove their address. */
function provenAt({ order, place, offering }: Naming, locale: Locale): string | undefined {
  const ticket = offering.ticketTypes.find((each) => each.ticketTypeId === place.ticketTypeId);
  return ticket && toBeShown(ticket).address ? namingAddress(order, place, locale) : undefined;
}

/** The form's fields as the place is now; answers about health are never shown again. */
export function fieldsOf({ place }: Naming, proof: string | undefined): FormFields {
  return {
    ...(proof && { [MAIL_PROOF]: proof }),
    name: place.participant?.name ?? "",
    email: place.participant?.email ?? "",
    ...Object.fromEntries(place.goods.map(({ index, productId }) => [goodsField(index), productId])),
    ...Object.fromEntries(place.answers.map(({ questionId, answer }) => [answerField(questionId), answer])),
  };
}
