import * as z from "zod";
import { Locale } from "#kernel/locale";
import { MainForm } from "../domain/form.ts";
import type { Visit } from "./link.ts";

/** Yes, and which form: the participant chooses it, since only they know what they work with. */
export const GiveConsentCommand = z.strictObject({
  form: MainForm,
  /** The version of the text they read, and the language they read it in. */
  version: z.string().min(1).max(30),
  locale: Locale,
});
export type GiveConsentCommand = z.infer<typeof GiveConsentCommand>;

/**
 * Keeps a participant's consent with the text they read, and gives them a random candidate number that is told to nobody.
 * Given twice it stays as it was; after a withdrawal it begins anew.
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
