import type { Locale } from "#kernel/locale";
import type { CalendarAttachment, FileAttachment, Post } from "#notifications/ports/post";
import type { SendMessage } from "#platform/ses/send-message";
import { letterText } from "../domain/letter-text.ts";
import { letterHtml } from "./letter-html.ts";

const SENDER_NAME = "SMART oppvekst";

const SIGNATURE: Readonly<Record<Locale, string>> = {
  nb: `Vennlig hilsen ${SENDER_NAME}`,
  nn: `Vennleg helsing ${SENDER_NAME}`,
  en: `Kind regards, ${SENDER_NAME}`,
};

/** The post by SES: a letter becomes text and HTML, tagged with its mail's id so that SES' events name it. */
export function post(sendMessage: SendMessage): Post {
  return ({ mailId, to, locale, letter, calendar, file }) =>
    sendMessage({
      fromName: SENDER_NAME,
      to,
      subject: letter.subject,
      text: letterText(letter, SIGNATURE[locale]),
      html: letterHtml(letter, locale, SIGNATURE[locale]),
      tags: { "mail-id": mailId },
      attachments: [...(calendar ? [calendarFile(calendar)] : []), ...(file ? [file] : [])],
    });
}

function calendarFile({ method, content }: CalendarAttachment): FileAttachment {
  return {
    fileName: method === "CANCEL" ? "avlyst.ics" : "kalender.ics",
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: new TextEncoder().encode(content),
  };
}
