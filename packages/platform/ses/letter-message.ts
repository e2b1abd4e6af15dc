import type { Letter } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import { letterHtml } from "./letter-html.ts";
import { letterText } from "./letter-text.ts";
import type { Message } from "./send-message.ts";

const SENDER_NAME = "SMART oppvekst";

const SIGNATURE: Readonly<Record<Locale, string>> = {
  nb: `Vennlig hilsen ${SENDER_NAME}`,
  nn: `Vennleg helsing ${SENDER_NAME}`,
  en: `Kind regards, ${SENDER_NAME}`,
};

/** A letter as SES takes it: who it is from, and what it says as text and as HTML. */
export function letterMessage(letter: Letter, locale: Locale): Pick<Message, "fromName" | "subject" | "text" | "html"> {
  return {
    fromName: SENDER_NAME,
    subject: letter.subject,
    text: letterText(letter, SIGNATURE[locale]),
    html: letterHtml(letter, locale, SIGNATURE[locale]),
  };
}
