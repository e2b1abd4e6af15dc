import * as z from "zod";
import { AccessKey } from "#kernel/id";
import { OrderNumber, PlaceId } from "#kernel/ids";
import { answerForm, formAnswers } from "#platform/http/form-answer";
import { FormFields } from "#platform/http/form-reader";
import { noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { GetNaming } from "../../app/get-naming.ts";
import type { NameParticipant } from "../../app/name-participant.ts";
import { orderPageAddress } from "./addresses.ts";
import { fieldsOf, namingPage } from "./naming-page.ts";
import { particularsFieldOf, readParticulars } from "./read-particulars.ts";

export interface NamingPagesApp {
  readonly getNaming: GetNaming;
  readonly nameParticipant: NameParticipant;
}

const route = routeOf<NamingPagesApp>();

const placeParams = z.strictObject({ orderNumber: OrderNumber, placeId: PlaceId });

/** The form behind the link in mails about places that have no name yet. */
export const namingPages = [
  route({
    name: "naming-page",
    method: "GET",
    path: "/orders/{orderNumber}/page/places/{placeId}/participant",
    access: "key",
    summary: "The form that says who comes, with questions and the choice of book",
    params: placeParams,
    query: z.strictObject({ proof: AccessKey.optional() }),
    body: noBody,
    answers: { 200: page("The form") },
    errors: ["not-found"],
    handle: async (app, { params, query, caller, lang, origin }) => {
      const naming = await app.getNaming(params, caller);
      const locale = lang ?? naming.order.locale;
      return reply(200, namingPage(naming, { locale, origin, fields: fieldsOf(naming, query.proof), errors: [] }));
    },
  }),
  route({
    name: "name-participant-from-page",
    method: "POST",
    path: "/orders/{orderNumber}/page/places/{placeId}/participant",
    access: "key",
    summary: "Says who comes, or who comes instead",
    accepts: "form",
    params: placeParams,
    query: none,
    body: FormFields,
    answers: formAnswers,
    errors: ["not-found"],
    handle: async (app, { params, body: fields, caller, lang, origin }) => {
      const naming = await app.getNaming(params, caller);
      const locale = lang ?? naming.order.locale;
      return answerForm({
        locale,
        read: readParticulars(fields, naming, locale),
        act: async (particulars) => {
          await app.nameParticipant(origin, params, particulars, caller);
          return orderPageAddress(naming.order, locale);
        },
        again: (errors) => namingPage(naming, { locale, origin, fields, errors }),
        fieldOf: (refused) => particularsFieldOf(naming, refused),
      });
    },
  }),
];
