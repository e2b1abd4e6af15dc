import * as z from "zod";
import { EmailAddress } from "#kernel/contact";
import { answerForm, formAnswers } from "#platform/http/form-answer";
import { FormFields, formReader, typed } from "#platform/http/form-reader";
import { noBody, none, page, reply, routeOf } from "#platform/http/route";
import { type ProveMail, ProveMailCommand } from "../../app/prove-mail.ts";
import type { RequestMailCode } from "../../app/request-mail-code.ts";
import { addressPage, codePage, provedPage } from "./mail-code-pages.ts";
import { MAIL_CODE_TEXT } from "./mail-code-text.ts";

export interface PeoplePagesApp {
  readonly requestMailCode: RequestMailCode;
  readonly proveMail: ProveMail;
}

const route = routeOf<PeoplePagesApp>();

/** One of our own pages: a path and a query, never another host. */
const Next = z.strictObject({
  next: z
    .string()
    .max(500)
    .regex(/^\/[a-z][\w\-./?=&]*$/)
    .optional(),
});

const Typed = z.string().trim().pipe(EmailAddress);

/** The pages that prove a mail address by a code, for forms that need one proved. */
export const peoplePages = [
  route({
    name: "mail-code-page",
    method: "GET",
    path: "/mail-codes/page",
    access: "public",
    summary: "Asks for the address that a code is to be sent to",
    params: none,
    query: Next,
    body: noBody,
    answers: { 200: page("The form") },
    errors: [],
    handle: async (_, { query: { next }, locale, origin }) =>
      reply(200, addressPage({ locale, origin, errors: [], email: "", next })),
  }),
  route({
    name: "request-mail-code-from-page",
    method: "POST",
    path: "/mail-codes/page",
    access: "public",
    summary: "Sends a code, and asks for it",
    accepts: "form",
    params: none,
    query: Next,
    body: FormFields,
    answers: formAnswers,
    errors: [],
    handle: async ({ requestMailCode }, { query: { next }, body: fields, locale, origin, sourceIp }) => {
      const form = formReader(fields);
      const email = form.must("email", Typed, MAIL_CODE_TEXT[locale].emailWrong);
      return answerForm({
        locale,
        read: email === undefined ? { errors: form.errors } : { value: email },
        act: async (value) => {
          await requestMailCode(origin, { email: value }, { locale, sourceIp });
          return { page: codePage({ locale, origin, errors: [], email: value, next }) };
        },
        again: (errors) => addressPage({ locale, origin, errors, email: typed(fields, "email"), next }),
      });
    },
  }),
  route({
    name: "prove-mail-from-page",
    method: "POST",
    path: "/mail-proofs/page",
    access: "public",
    summary: "Proves the address by its code, and goes on to the page that needs the proof",
    accepts: "form",
    params: none,
    query: Next,
    body: FormFields,
    answers: formAnswers,
    errors: [],
    handle: async ({ proveMail }, { query: { next }, body: fields, locale, origin }) => {
      const form = formReader(fields);
      const text = MAIL_CODE_TEXT[locale];
      const email = form.must("email", Typed, text.emailWrong);
      const code = form.must("code", ProveMailCommand.shape.code, text.codeWrong);
      return answerForm({
        locale,
        read: email === undefined || code === undefined ? { errors: form.errors } : { value: { email, code } },
        act: async (command) => {
          const { proof } = await proveMail(origin, command);
          return next === undefined
            ? { page: provedPage(locale) }
            : `${next}${next.includes("?") ? "&" : "?"}proof=${proof}`;
        },
        again: (errors) => codePage({ locale, origin, errors, email: typed(fields, "email"), next }),
        fieldOf: () => "code",
      });
    },
  }),
];
