import * as z from "zod";
import { AgreementId, OfferingId, SeatId } from "#kernel/ids";
import { answerForm, formAnswers } from "#platform/http/form-answer";
import { FormFields } from "#platform/http/form-reader";
import { noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { FindCohorts } from "../../app/find-cohorts.ts";
import type { GetAgreement } from "../../app/get-agreement.ts";
import type { GetSeatForm } from "../../app/get-seat-form.ts";
import type { GiveBackTrainerSeat } from "../../app/give-back-trainer-seat.ts";
import type { ReplaceParticipant } from "../../app/replace-participant.ts";
import type { TakeTrainerSeat } from "../../app/take-trainer-seat.ts";
import { agreementAddress, contactOf } from "./addresses.ts";
import { agreementPage } from "./agreement-page.ts";
import { giveBackPage } from "./give-back-page.ts";
import { readSeatForm, seatFieldOf } from "./read-seat-form.ts";
import { seatFields, seatFormPage } from "./seat-form.ts";

export interface AgreementPagesApp {
  readonly getAgreement: GetAgreement;
  readonly findCohorts: FindCohorts;
  readonly getSeatForm: GetSeatForm;
  readonly takeTrainerSeat: TakeTrainerSeat;
  readonly replaceParticipant: ReplaceParticipant;
  readonly giveBackTrainerSeat: GiveBackTrainerSeat;
}

const route = routeOf<AgreementPagesApp>();

const cohortParams = z.strictObject({ agreementId: AgreementId, cohortId: OfferingId });
const seatParams = z.strictObject({ agreementId: AgreementId, seatId: SeatId });
const cohortPath = (cohortId: OfferingId) => `/cohorts/${cohortId}/participant`;
const seatPath = (seatId: SeatId) => `/seats/${seatId}/participant`;
const returnPath = (seatId: SeatId) => `/seats/${seatId}/return`;

/** The pages behind the link in the mails to an agreement's contacts. */
export const agreementPages = [
  route({
    name: "agreement-page",
    method: "GET",
    path: "/agreements/{agreementId}/page",
    access: "key",
    summary: "The agreement's page: seats, participants, cohorts to choose, meetings, materials",
    params: z.strictObject({ agreementId: AgreementId }),
    query: none,
    body: noBody,
    answers: { 200: page("The agreement's page") },
    errors: ["not-found"],
    handle: async (app, { params: { agreementId }, caller, lang }) => {
      const [details, cohorts] = await Promise.all([
        app.getAgreement(agreementId, caller),
        app.findCohorts(agreementId, caller),
      ]);
      contactOf(details);
      return reply(200, agreementPage(details, cohorts, lang ?? details.agreement.locale));
    },
  }),
  route({
    name: "take-trainer-seat-page",
    method: "GET",
    path: "/agreements/{agreementId}/page/cohorts/{cohortId}/participant",
    access: "key",
    summary: "The form that names somebody for a seat in a cohort",
    params: cohortParams,
    query: none,
    body: noBody,
    answers: { 200: page("The form") },
    errors: ["not-found", "cohort-without-seats"],
    handle: async ({ getSeatForm }, { params: { agreementId, cohortId }, caller, lang, origin }) => {
      const form = await getSeatForm.toTake(agreementId, cohortId, caller);
      const locale = lang ?? form.agreement.locale;
      return reply(200, seatFormPage(form, cohortPath(cohortId), { locale, origin, fields: {}, errors: [] }));
    },
  }),
  route({
    name: "take-trainer-seat-from-page",
    method: "POST",
    path: "/agreements/{agreementId}/page/cohorts/{cohortId}/participant",
    access: "key",
    summary: "Uses a seat for whoever is named",
    accepts: "form",
    params: cohortParams,
    query: none,
    body: FormFields,
    answers: formAnswers,
    errors: ["not-found", "cohort-without-seats"],
    handle: async (app, { params: { agreementId, cohortId }, body: fields, caller, lang, origin }) => {
      const form = await app.getSeatForm.toTake(agreementId, cohortId, caller);
      const locale = lang ?? form.agreement.locale;
      const next = agreementAddress(form, "", locale);
      return answerForm({
        locale,
        read: readSeatForm(fields, form, locale),
        act: async (particulars) => {
          await app.takeTrainerSeat(origin, agreementId, { cohortId, ...particulars }, caller);
          return next;
        },
        again: (errors) => seatFormPage(form, cohortPath(cohortId), { locale, origin, fields, errors }),
        fieldOf: seatFieldOf,
      });
    },
  }),
  route({
    name: "replace-participant-page",
    method: "GET",
    path: "/agreements/{agreementId}/page/seats/{seatId}/participant",
    access: "key",
    summary: "The form that names somebody else for a seat",
    params: seatParams,
    query: none,
    body: noBody,
    answers: { 200: page("The form") },
    errors: ["not-found", "seat-is-given-back"],
    handle: async ({ getSeatForm }, { params: seat, caller, lang, origin }) => {
      const form = await getSeatForm.toChange(seat, caller);
      const locale = lang ?? form.agreement.locale;
      const view = { locale, origin, fields: seatFields(form), errors: [] };
      return reply(200, seatFormPage(form, seatPath(seat.seatId), view));
    },
  }),
  route({
    name: "replace-participant-from-page",
    method: "POST",
    path: "/agreements/{agreementId}/page/seats/{seatId}/participant",
    access: "key",
    summary: "Somebody else has the seat's place",
    accepts: "form",
    params: seatParams,
    query: none,
    body: FormFields,
    answers: formAnswers,
    errors: ["not-found", "seat-is-given-back"],
    handle: async (app, { params: seat, body: fields, caller, lang, origin }) => {
      const form = await app.getSeatForm.toChange(seat, caller);
      const locale = lang ?? form.agreement.locale;
      const next = agreementAddress(form, "", locale);
      return answerForm({
        locale,
        read: readSeatForm(fields, form, locale),
        act: async (particulars) => {
          await app.replaceParticipant(origin, seat, particulars, caller);
          return next;
        },
        again: (errors) => seatFormPage(form, seatPath(seat.seatId), { locale, origin, fields, errors }),
        fieldOf: seatFieldOf,
      });
    },
  }),
  route({
    name: "give-back-seat-page",
    method: "GET",
    path: "/agreements/{agreementId}/page/seats/{seatId}/return",
    access: "key",
    summary: "Asks whether to give a seat back",
    params: seatParams,
    query: none,
    body: noBody,
    answers: { 200: page("The question") },
    errors: ["not-found", "seat-is-given-back"],
    handle: async ({ getSeatForm }, { params: seat, caller, lang, origin }) => {
      const form = await getSeatForm.toChange(seat, caller);
      const locale = lang ?? form.agreement.locale;
      return reply(200, giveBackPage(form, returnPath(seat.seatId), { locale, origin, fields: {}, errors: [] }));
    },
  }),
  route({
    name: "give-back-seat-from-page",
    method: "POST",
    path: "/agreements/{agreementId}/page/seats/{seatId}/return",
    access: "key",
    summary: "Gives a seat back",
    accepts: "form",
    params: seatParams,
    query: none,
    body: z.strictObject({}),
    answers: formAnswers,
    errors: ["not-found", "seat-is-given-back"],
    handle: async (app, { params: seat, caller, lang, origin }) => {
      const form = await app.getSeatForm.toChange(seat, caller);
      const locale = lang ?? form.agreement.locale;
      const next = agreementAddress(form, "", locale);
      return answerForm({
        locale,
        read: { value: seat },
        act: async (ref) => {
          await app.giveBackTrainerSeat(origin, ref, caller);
          return next;
        },
        again: (errors) => giveBackPage(form, returnPath(seat.seatId), { locale, origin, fields: {}, errors }),
      });
    },
  }),
];
