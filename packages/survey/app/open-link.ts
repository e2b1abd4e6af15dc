import type { Instant } from "#kernel/clock";
import type { Locale, StaffText } from "#kernel/locale";
import { assertMayUse, formsOf } from "../domain/answer-sheet.ts";
import type { ConsentStatus, ConsentText } from "../domain/consent.ts";
import type { MainForm, Scores, SurveyForm } from "../domain/form.ts";
import { type Device, NEW, type Revision } from "../domain/link.ts";
import { arrive, bearingOf, type ParticipantPorts } from "./arrive.ts";
import type { Visit } from "./link.ts";

/** What a participant may answer now, and has answered so far. */
export interface Answering {
  readonly main: MainForm;
  /** Their form, and the extra form where the wave asks it: to be answered in this order (`stepsOf`). */
  readonly forms: readonly SurveyForm[];
  readonly scores: Scores;
  readonly revision: Revision;
}

export interface OpenedLink {
  /** To be set as the browser's cookie: the one it brought, or a new one. */
  readonly device: Device;
  /** The participant's own language, as they signed up. */
  readonly locale: Locale;
  readonly study: {
    readonly title: StaffText;
    readonly consent: ConsentText;
    /** Results are shown from so many answers on. */
    readonly limit: number;
    /** Until then consent can be withdrawn; from then on nobody knows whose answers are whose. */
    readonly closesAt: Instant;
  };
  readonly wave: {
    readonly title: StaffText;
    readonly extra: boolean;
    readonly closesAt: Instant;
    /** Whether its form can be answered now. If not, consent can still be withdrawn. */
    readonly open: boolean;
  };
  readonly consent: ConsentStatus;
  /** The titles of forms A and C, to choose from when consent is asked for. */
  readonly choices: Readonly<Record<MainForm, StaffText>>;
  /** Present when consent is given and the wave is open. */
  readonly answering?: Answering;
}

/**
 * What a mail's link opens. Nothing is stored.
 *
 * @throws DomainError `survey-link-unknown` (tampered, foreign, another person has the place now, the study is closed or
 *   was never: the same words for all), `survey-link-replaced` (a newer one was mailed), `survey-link-in-use` (on another device:
 *   offer to mail a new one)
 */
export type OpenLink = (visit: Visit) => Promise<OpenedLink>;

export function openLinkUseCase(ports: ParticipantPorts): OpenLink {
  return async (visit) => {
    const arrival = await arrive(ports, visit);
    const { study, forms, wave, participation, standing, membership, kept, device } = arrival;
    assertMayUse(kept?.sheet, bearingOf(arrival));
    const open = wave.status === "open";
    return {
      device,
      locale: participation.locale,
      study: { title: study.title, consent: study.consent, limit: study.limit, closesAt: study.closesAt },
      wave: { title: wave.title, extra: wave.extra, closesAt: wave.closesAt, open },
      consent: standing,
      choices: { A: forms.A.title, C: forms.C.title },
      ...(open &&
        membership && {
          answering: {
            main: membership.form,
            forms: formsOf(forms, membership.form, wave.extra),
            scores: kept?.sheet.scores ?? {},
            revision: kept?.revision ?? NEW,
          },
        }),
    };
  };
}
