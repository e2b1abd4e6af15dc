import * as z from "zod";
import { AgreementId, OfferingId, SeatId } from "#kernel/ids";
import { answerForm, formAnswers } from "#platform/http/form-answer";
import { FormFields, formReader } from "#platform/http/form-reader";
import { noBody, none, page, reply, routeOf } from "#platform/http/route";
import type { FindCohorts } from "../../app/find-cohorts.ts";
import type { GetSeatForm } from "../../app/get-seat-form.ts";
import type { MoveTrainerSeat } from "../../app/move-trainer-seat.ts";
import { agreementAddress } from "./addresses.ts";
import { FORM_TEXT } from "./form-text.ts";
import { movePage } from "./move-page.ts";

export interface MovePagesApp {
  readonly findCohorts: FindCohorts;
  readonly getSeatForm: GetSeatForm;
  readonly moveTrainerSeat: MoveTrainerSeat;
}

const route = routeOf<MovePagesApp>();

const params = z.strictObject({ agreementId: AgreementId, seatId: SeatId });
const path = (seatId: SeatId) => `/seats/${seatId}/move`;

/** A seat's way to another cohort, by the page. */
export const movePages = [
  route({
    name: "move-seat-page",
    method: "GET",
    path: "/agreements/{agreementId}/page/seats/{seatId}/move",
    access: "key",
    summary: "Asks which cohort to move a seat to",
    params,
    query: none,
    body: noBody,
    answers: { 200: page("The form") },
    errors: ["not-found", "seat-is-given-back"],
    handle: async ({ getSeatForm, findCohorts }, { params: seat, caller, lang, origin }) => {
      const [form, cohorts] = await Promise.all([
        getSeatForm.toChange(seat, caller),
        findCohorts(seat.agreementId, caller),
      ]);
      const locale = lang ?? form.agreement.locale;
      return reply(200, movePage(form, path(seat.seatId), cohorts, { locale, origin, fields: {}, errors: [] }));
    },
  }),
  route({
    name: "move-seat-from-page",
    method: "POST",
    path: "/agreements/{agreementId}/page/seats/{seatId}/move",
    access: "key",
    summary: "Moves a seat to another cohort, with whoever has it",
    accepts: "form",
    params,
    query: none,
    body: FormFields,
    answers: formAnswers,
    errors: ["not-found", "seat-is-given-back"],
    handle: async (app, { params: seat, body: fields, caller, lang, origin }) => {
      const [form, cohorts] = await Promise.all([
        app.getSeatForm.toChange(seat, caller),
        app.findCohorts(seat.agreementId, caller),
      ]);
      const locale = lang ?? form.agreement.locale;
      const next = agreementAddress(form, "", locale);
      const read = formReader(fields);
      const cohortId = read.must("cohort", OfferingId, FORM_TEXT[locale].move.missing);
      return answerForm({
        locale,
        read: cohortId === undefined ? { errors: read.errors } : { value: { cohortId } },
        act: async (command) => {
          await app.moveTrainerSeat(origin, seat, command, caller);
          return next;
        },
        again: (errors) => movePage(form, path(seat.seatId), cohorts, { locale, origin, fields, errors }),
        fieldOf: () => (cohorts.length > 0 ? "cohort" : undefined),
      });
    },
  }),
];
