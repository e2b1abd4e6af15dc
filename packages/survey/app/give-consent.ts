import * as z from "zod";
import { refusal } from "#kernel/domain-error";
import type { Locale } from "#kernel/locale";
import { norwegianDay } from "#kernel/norwegian-time";
import { assertMayUse } from "../domain/answer-sheet.ts";
import type { Consent } from "../domain/consent.ts";
import type { MainForm } from "../domain/form.ts";
import { type Arrival, arrive, bearingOf, type ParticipantPorts, UNRECORDED } from "./arrive.ts";
import type { Visit } from "./link.ts";
import { removalOf } from "./withdraw-consent.ts";

/** Yes, and which form: the participant chooses it, since only they know what they work with. */
interface GiveConsentCommand {
  readonly form: MainForm;
  /** The version of the text they read, and the language they read it in. */
  readonly version: string;
  readonly locale: Locale;
}

/**
 * Keeps a participant's consent with the text they read, and gives them a random candidate number that is told to nobody.
 * Given twice it stays as it was; after a withdrawal or an erasure it begins anew.
 *
 * @throws DomainError as `OpenLink`, and `survey-wave-closed`, `survey-consent-text-changed`, `busy-try-again`
 */
export type GiveConsent = (visit: Visit, command: GiveConsentCommand) => Promise<void>;

/**
 * Keeps that a participant said no: no more invitations are mailed. They may say yes later by the same link. Who has
 * consented withdraws instead: this changes nothing for them.
 *
 * @throws DomainError as `GiveConsent`
 */
export type DeclineConsent = (visit: Visit, command: Omit<GiveConsentCommand, "form">) => Promise<void>;

type Words = Omit<GiveConsentCommand, "form">;

export function giveConsentUseCase(ports: ParticipantPorts): GiveConsent {
  const { unitOfWork, consents, studies } = ports;

  const step = (visit: Visit, command: GiveConsentCommand) =>
    unitOfWork.run(UNRECORDED, Step, async () => {
      const arrival = await arrivedToAnswer(ports, visit, command);
      const { study, forms, participation, consent, standing, opened, left } = arrival;
      if (standing === "given") return { parts: [], answer: "given" };
      if (left) {
        const { parts } = await removalOf(await studies.waves(study.studyId), opened, forms, left.candidate);
        return { parts: [opened.leave(participation, left), ...parts], answer: "forgotten" };
      }
      const givenOn = norwegianDay(unitOfWork.clock());
      const after: Consent = { ...said(arrival, command), status: "given", givenOn };
      return {
        parts: [
          consents.write(study.studyId, participation, consent, after),
          opened.join(participation, command.form),
          studies.stillOpen(study.studyId),
        ],
        answer: "given",
      };
    });

  return async (visit, command) => {
    if ((await step(visit, command)) === "given") return;
    if ((await step(visit, command)) !== "given") throw refusal("busy-try-again", {});
  };
}

/** A number is never taken over: what is left of an earlier yes goes first, in a transaction of its own. */
const Step = z.enum(["forgotten", "given"]);

export function declineConsentUseCase(ports: ParticipantPorts): DeclineConsent {
  const { unitOfWork, consents, studies } = ports;
  return (visit, command) =>
    unitOfWork.handle(UNRECORDED, async () => {
      const arrival = await arrivedToAnswer(ports, visit, command);
      const { study, participation, consent, standing } = arrival;
      if (standing === "given") return [];
      const declinedOn = norwegianDay(unitOfWork.clock());
      const after: Consent = { ...said(arrival, command), status: "declined", declinedOn };
      return [consents.write(study.studyId, participation, consent, after), studies.stillOpen(study.studyId)];
    });
}

/** @throws DomainError when the form is closed, or the text isn't the one that applies */
async function arrivedToAnswer(ports: ParticipantPorts, visit: Visit, { version }: Words): Promise<Arrival> {
  const arrival = await arrive(ports, visit);
  assertMayUse(arrival.kept?.sheet, bearingOf(arrival));
  if (arrival.wave.status !== "open") throw refusal("survey-wave-closed", {});
  if (arrival.study.consent.version !== version) throw refusal("survey-consent-text-changed", {});
  return arrival;
}

function said({ study, participation }: Arrival, { version, locale }: Words) {
  const { cohortId, placeId, email } = participation;
  return { cohortId, placeId, email, locale, version, text: study.consent.text[locale] };
}
