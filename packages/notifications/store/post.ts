import type { CalendarAttachment, FileAttachment, Post } from "#notifications/ports/post";
import { letterMessage } from "#platform/ses/letter-message";
import type { SendMessage } from "#platform/ses/send-message";

/** The post by SES: a letter becomes text and HTML, tagged with its mail's id so that SES' events name it. */
export function post(sendMessage: SendMessage): Post {
  return ({ mailId, to, locale, letter, calendar, file }) =>
    sendMessage({
      ...letterMessage(letter, locale),
      to,
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
