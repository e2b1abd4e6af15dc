import * as z from "zod";
import { AccessKey } from "#kernel/id";
import { EntryId, OfferingId } from "#kernel/ids";
import { answerForm, formAnswers } from "#platform/http/form-answer";
import { FormFields } from "#platform/http/form-reader";
import { noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { AcceptOffer } from "../../app/accept-offer.ts";
import type { EntryDetails, GetEntryDetails } from "../../app/get-entry-details.ts";
import { orderPageAddress } from "./addresses.ts";
import { entryPage } from "./entry-page.ts";
import { type OfferView, offerFields, offerPage } from "./offer-page.ts";
import { readOfferForm } from "./read-offer-form.ts";
import { particularsFieldOf } from "./read-particulars.ts";

export interface OfferPagesApp {
  readonly getEntryDetails: GetEntryDetails;
  readonly acceptOffer: AcceptOffer;
}

const route = routeOf<OfferPagesApp>();

const entryParams = z.strictObject({ offeringId: OfferingId, entryId: EntryId });

/** The form behind the link in the mail about a place that is offered. */
export const offerPages = [
  route({
    name: "offer-page",
    method: "GET",
    path: "/offerings/{offeringId}/waiting-list/{entryId}/page/order",
    access: "key",
    summary: "The form that takes an offered place",
    params: entryParams,
    query: z.strictObject({ proof: AccessKey.optional() }),
    body: noBody,
    answers: { 200: page("The form, or the entry's page when there is no offer to take") },
    errors: ["not-found"],
    handle: async (app, { params, query, caller, lang, origin }) => {
      const details = await app.getEntryDetails(params, caller);
      const locale = lang ?? details.entry.locale;
      return reply(
        200,
        formOrStatus(details, { locale, origin, fields: offerFields(details, query.proof), errors: [] }),
      );
    },
  }),
  route({
    name: "accept-offer-from-page",
    method: "POST",
    path: "/offerings/{offeringId}/waiting-list/{entryId}/page/order",
    access: "key",
    summary: "Takes the offered place into an order, to be paid on the order's page",
    accepts: "form",
    params: entryParams,
    query: none,
    body: FormFields,
    answers: formAnswers,
    errors: ["not-found"],
    handle: async (app, { params, body: fields, caller, lang, origin }) => {
      const details = await app.getEntryDetails(params, caller);
      const locale = lang ?? details.entry.locale;
      return answerForm({
        locale,
        read: readOfferForm(fields, details, locale),
        act: async (command) =>
          orderPageAddress(await app.acceptOffer(origin, params, command, { caller, locale }), locale),
        again: (errors) => formOrStatus(details, { locale, origin, fields, errors }),
        fieldOf: (refused) => particularsFieldOf(details, refused),
      });
    },
  }),
];

/** Without an offer to take there is nothing to fill in: the entry's page tells how it stands. */
function formOrStatus(details: EntryDetails, view: OfferView): string {
  const { entry, at } = details;
  if (entry.status !== "offered" || entry.until <= at) return entryPage(details, view.locale);
  return offerPage({ ...details, until: entry.until }, view);
}
