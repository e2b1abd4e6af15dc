import * as z from "zod";
import { environment } from "#platform/environment";
import { httpHandler } from "#platform/http/handler";
import { declineConsentUseCase, giveConsentUseCase } from "#survey/app/give-consent";
import { openLinkUseCase } from "#survey/app/open-link";
import { requestLinkUseCase } from "#survey/app/request-link";
import { saveAnswersUseCase } from "#survey/app/save-answers";
import { withdrawConsentUseCase } from "#survey/app/withdraw-consent";
import { routes } from "#survey/http/pages/routes";
import { wireAnswers } from "../survey/wire.ts";

const env = environment(
  {
    TABLE_NAME: z.string(),
    SURVEY_TABLE_NAME: z.string(),
    SURVEY_KEY_ARN: z.string(),
    PUBLIC_URL: z.url(),
    MAIL_SENDER: z.email(),
    MAIL_CONFIGURATION_SET: z.string(),
  },
  process.env,
);
const ports = wireAnswers(env);

const app = {
  openLink: openLinkUseCase(ports),
  giveConsent: giveConsentUseCase(ports),
  declineConsent: declineConsentUseCase(ports),
  saveAnswers: saveAnswersUseCase(ports),
  withdrawConsent: withdrawConsentUseCase(ports),
  requestLink: requestLinkUseCase(ports),
};

/** Whoever holds a link may answer by it: nobody is asked to sign in, and nothing is learnt of who has. */
export const handler = httpHandler(routes, app, async () => ({ kind: "guest" }));
