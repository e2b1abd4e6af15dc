import * as z from "zod";
import { AgreementId } from "#kernel/ids";
import { answerForm, formAnswers } from "#platform/http/form-answer";
import { FormFields } from "#platform/http/form-reader";
import { noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { FindMaterials } from "../../app/find-materials.ts";
import type { OrderMaterials } from "../../app/order-materials.ts";
import type { SendEnquiry } from "../../app/send-enquiry.ts";
import { priceOfSets } from "../../domain/materials.ts";
import { contactOf } from "./addresses.ts";
import { enquiryPage, enquirySentPage, readEnquiry } from "./enquiry-page.ts";
import { materialsOrderedPage, materialsPage, readMaterials } from "./materials-page.ts";
import { askedOf, materialsToOrderPage } from "./materials-to-order-page.ts";

export interface AgreementFormsApp {
  readonly sendEnquiry: SendEnquiry;
  readonly findMaterials: FindMaterials;
  readonly orderMaterials: OrderMaterials;
}

const route = routeOf<AgreementFormsApp>();

const params = z.strictObject({ agreementId: AgreementId });

/** The public form that asks for an agreement, and the one that orders materials under it. */
export const agreementForms = [
  route({
    name: "agreement-enquiry-page",
    method: "GET",
    path: "/agreement-enquiries/page",
    access: "public",
    summary: "The form that asks for a long-term agreement",
    params: none,
    query: none,
    body: noBody,
    answers: { 200: page("The form") },
    errors: [],
    handle: async (_, { locale, origin }) => reply(200, enquiryPage({ locale, origin, fields: {}, errors: [] })),
  }),
  route({
    name: "send-agreement-enquiry-from-page",
    method: "POST",
    path: "/agreement-enquiries/page",
    access: "public",
    summary: "Asks for a long-term agreement",
    accepts: "form",
    params: none,
    query: none,
    body: FormFields,
    answers: formAnswers,
    errors: [],
    handle: async ({ sendEnquiry }, { body: fields, locale, origin, sourceIp }) =>
      answerForm({
        locale,
        read: readEnquiry(fields, locale),
        act: async (details) => {
          await sendEnquiry(origin, details, { locale, sourceIp });
          return { page: enquirySentPage(locale) };
        },
        again: (errors) => enquiryPage({ locale, origin, fields, errors }),
      }),
  }),
  route({
    name: "materials-page",
    method: "GET",
    path: "/agreements/{agreementId}/page/materials",
    access: "key",
    summary: "The form that orders a book and a deck for each employee",
    params,
    query: none,
    body: noBody,
    answers: { 200: page("The form") },
    errors: ["not-found"],
    handle: async ({ findMaterials }, { params: { agreementId }, caller, lang, origin }) => {
      const choice = await findMaterials(agreementId, caller);
      contactOf(choice);
      const locale = lang ?? choice.agreement.locale;
      const [deck] = choice.decks;
      const fields = deck && choice.decks.length === 1 ? { deck: deck.productId } : {};
      return reply(200, materialsPage(choice, { locale, origin, fields, errors: [] }));
    },
  }),
  route({
    name: "order-materials-from-page",
    method: "POST",
    path: "/agreements/{agreementId}/page/materials",
    access: "key",
    summary: "Shows what a book and a deck for each employee come to, then orders them",
    accepts: "form",
    params,
    query: none,
    body: FormFields,
    answers: formAnswers,
    errors: ["not-found"],
    handle: async (app, { params: { agreementId }, body: fields, caller, lang, origin }) => {
      const choice = await app.findMaterials(agreementId, caller);
      contactOf(choice);
      const locale = lang ?? choice.agreement.locale;
      return answerForm({
        locale,
        read: readMaterials(fields, choice, locale),
        act: async (materials) => {
          const asked = askedOf(fields, priceOfSets(materials, choice.agreement.prices));
          if (asked === "change") return { page: materialsPage(choice, { locale, origin, fields, errors: [] }) };
          if (asked === "look-over") return { page: materialsToOrderPage(choice, materials, { locale, origin }) };
          const { orderNumber } = await app.orderMaterials(origin, agreementId, materials, caller);
          return { page: materialsOrderedPage(choice, orderNumber, locale) };
        },
        again: (errors) => materialsPage(choice, { locale, origin, fields, errors }),
      });
    },
  }),
];
