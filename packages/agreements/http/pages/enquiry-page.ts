import * as z from "zod";
import { EmailAddress, TextLine } from "#kernel/contact";
import type { Locale } from "#kernel/locale";
import { alert } from "#platform/html/alert";
import { errorSummary, textField } from "#platform/html/fields";
import { postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { type FormFields, type FormRead, formReader, typed } from "#platform/http/form-reader";
import { EnquiryDetails } from "../../domain/enquiry.ts";
import { FORM_TEXT } from "./form-text.ts";
import type { FormView } from "./seat-form.ts";

const PATH = "/agreement-enquiries/page";

/** The public form by which a school asks for a long-term agreement. */
export function enquiryPage({ locale, origin, fields, errors }: FormView): string {
  const text = FORM_TEXT[locale].enquiry;
  const field = (name: string) => ({ name, value: typed(fields, name), errors });
  return layout({
    title: text.title,
    locale,
    languages: (lang) => `${PATH}?lang=${lang}`,
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${text.intro}</p>
${postForm({
  action: `${PATH}?lang=${locale}`,
  idempotencyKey: origin.correlationId,
  body: html`${textField({ ...field("organisation"), label: text.organisation, autocomplete: "organization" })}
${textField({
  ...field("organisation-number"),
  label: text.number,
  description: text.numberWhy,
  autocomplete: "off",
  inputMode: "numeric",
})}
${textField({ ...field("name"), label: text.name, autocomplete: "name" })}
${textField({ ...field("email"), label: text.email, description: text.emailWhy, type: "email", autocomplete: "email" })}
${textField({ ...field("wish"), label: text.wish, description: text.wishWhy, autocomplete: "off", multiline: true })}
${submitButton(text.send)}`,
})}`,
  });
}

export function enquirySentPage(locale: Locale): string {
  const text = FORM_TEXT[locale].enquiry;
  const body = html`<p class="ds-paragraph">${text.doneBody}</p>`;
  return layout({ title: text.title, locale, main: alert("success", text.done, body, "status") });
}

const { organisation, wish: Wish } = EnquiryDetails.shape;
const OrganisationNumber = z
  .string()
  .transform((typed) => typed.replaceAll(/\s/g, ""))
  .pipe(organisation.shape.organisationNumber);

/** What the form says, or what is wrong with it, field by field. */
export function readEnquiry(fields: FormFields, locale: Locale): FormRead<EnquiryDetails> {
  const text = FORM_TEXT[locale].enquiry;
  const form = formReader(fields);
  const organisationName = form.must("organisation", TextLine, text.organisationMissing);
  const organisationNumber = form.must("organisation-number", OrganisationNumber, text.numberWrong);
  const name = form.must("name", TextLine, text.nameMissing);
  const email = form.must("email", z.string().trim().pipe(EmailAddress), text.emailWrong);
  const wish = form.must("wish", Wish, text.wishMissing);
  if (!organisationName || !organisationNumber || !name || !email || !wish) return { errors: form.errors };
  return { value: { organisation: { name: organisationName, organisationNumber }, name, email, wish } };
}
