import { randomUUID } from "node:crypto";
import type { SimpleMail } from "#local/ses/send-email";

/** Writes a mail as SES does from a `Simple` message: RFC 5322 text, everything in base64 so that any letter survives. */
export function mimeOf(mail: SimpleMail, about: { from: string; messageId: string; now: number }): Buffer {
  const { subject, text, html, attachments } = mail;
  const bodies = [
    ...(text === undefined ? [] : [part(["Content-Type: text/plain; charset=utf-8"], Buffer.from(text))]),
    ...(html === undefined ? [] : [part(["Content-Type: text/html; charset=utf-8"], Buffer.from(html))]),
  ];
  const files = attachments.map((file) =>
    part(
      [
        `Content-Type: ${file.contentType}; name="${encodedWord(file.fileName)}"`,
        `Content-Disposition: ${file.disposition}; filename="${encodedWord(file.fileName)}"`,
        ...(file.contentId === undefined ? [] : [`Content-ID: <${file.contentId}>`]),
      ],
      file.content,
    ),
  );
  const body = bodies.length === 1 && bodies[0] !== undefined ? bodies[0] : multipart("alternative", bodies);
  const headers = [
    `From: ${about.from}`,
    ...(mail.to.length > 0 ? [`To: ${mail.to.join(", ")}`] : []),
    ...(mail.cc.length > 0 ? [`Cc: ${mail.cc.join(", ")}`] : []),
    ...(mail.replyTo.length > 0 ? [`Reply-To: ${mail.replyTo.join(", ")}`] : []),
    `Subject: ${encodedWord(subject)}`,
    `Date: ${new Date(about.now).toUTCString()}`,
    `Message-ID: <${about.messageId}@eu-north-1.amazonses.com>`,
    ...mail.headers.map(({ name, value }) => `${name}: ${value}`),
    "MIME-Version: 1.0",
  ];
  const content = files.length === 0 ? body : multipart("mixed", [body, ...files]);
  return Buffer.from(`${headers.join("\r\n")}\r\n${content}`);
}

function part(headers: readonly string[], content: Buffer): string {
  const lines = content.toString("base64").replace(/.{76}/g, "$&\r\n");
  return `${headers.join("\r\n")}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines}\r\n`;
}

function multipart(subtype: string, parts: readonly string[]): string {
  const boundary = randomUUID();
  const inner = parts.map((one) => `--${boundary}\r\n${one}`).join("");
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--\r\n`;
}

/** RFC 2047: text outside ASCII in a header, in pieces of at most 45 bytes that never split a letter. */
function encodedWord(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const pieces: string[] = [];
  let piece = "";
  for (const letter of text) {
    if (Buffer.byteLength(piece + letter) > 45) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  pieces.push(piece);
  return pieces.map((one) => `=?UTF-8?B?${Buffer.from(one).toString("base64")}?=`).join("\r\n ");
}
