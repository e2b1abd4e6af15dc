import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import type { BusEvent } from "#local/eventbridge/event-bus";
import { localSes, type SentMail } from "#local/ses/ses";

function ses(suppressing = false) {
  const mails: SentMail[] = [];
  const events: BusEvent[] = [];
  const made = localSes(
    {
      identities: ["smart.example.no", "alone@example.com"],
      destinations: new Map([["set", [{ busName: "default", eventTypes: ["send", "bounce", "complaint"] }]]]),
      suppressing: new Set(suppressing ? ["set"] : []),
    },
    { now: () => 1_800_000_000_000, putEvent: (_bus, event) => events.push(event), keep: (mail) => mails.push(mail) },
  );
  const send = (more: Record<string, unknown> = {}) =>
    made.send({
      FromEmailAddress: "Senteret <bestilling@smart.example.no>",
      Destination: { ToAddresses: ["kari@example.no"] },
      ConfigurationSetName: "set",
      EmailTags: [{ Name: "mail", Value: "m1" }],
      Content: { Simple: { Subject: { Data: "Hei" }, Body: { Text: { Data: "Hei" } } } },
      ...more,
    });
  return { send, mails, events, types: () => events.map((event) => event["detail-type"]) };
}

describe("SES at home", () => {
  test.each(["bestilling@smart.example.no", "x@mail.smart.example.no", "ALONE@example.com", "A <alone@example.com>"])(
    "takes mail from the verified %s",
    (FromEmailAddress) => {
      expect(ses().send({ FromEmailAddress })).toHaveProperty("messageId");
    },
  );

  test.each(["post@example.no", "bestilling@notsmart.example.no", "other@example.com"])(
    "refuses mail from the unverified %s",
    (FromEmailAddress) => {
      const { send, mails } = ses();
      expect(send({ FromEmailAddress })).toMatchObject({ code: "MessageRejected" });
      expect(mails).toEqual([]);
    },
  );

  test.each([
    ["an unknown configuration set", { ConfigurationSetName: "other" }, "NotFoundException"],
    ["a template, which it does not know", { Content: { Template: { TemplateName: "a" } } }, "BadRequestException"],
    ["no recipients", { Destination: {} }, "BadRequestException"],
    [
      "a line break in a subject",
      { Content: { Simple: { Subject: { Data: "a\r\nBcc: b@example.no" }, Body: { Text: { Data: "a" } } } } },
      "BadRequestException",
    ],
  ])("refuses %s", (_name, more, code) => {
    const { send, mails } = ses();
    expect(send(more)).toMatchObject({ code });
    expect(mails).toEqual([]);
  });

  test("tells of a mail by the event types its configuration set asks for, with the mail's tags", () => {
    const { send, events, types } = ses();
    const sent = send();
    expect(types()).toEqual(["Email Sent"]);
    expect(events[0]).toMatchObject({
      source: "aws.ses",
      detail: {
        eventType: "Send",
        mail: {
          messageId: "messageId" in sent && sent.messageId,
          tags: { mail: ["m1"], "ses:configuration-set": ["set"] },
        },
      },
    });
  });

  test("bounces mail to bounce@ and takes a complaint for complaint@", () => {
    const { send, types } = ses();
    send({ Destination: { ToAddresses: ["bounce+1@example.no", "complaint@example.no", "bouncer@example.no"] } });
    expect(types()).toEqual(["Email Sent", "Email Bounced", "Email Complaint Received"]);
  });

  test("sends no more to an address that complained, where the configuration set says so", () => {
    const { send, events } = ses(true);
    send({ Destination: { ToAddresses: ["complaint@example.no"] } });
    send({ Destination: { ToAddresses: ["complaint@example.no"] } });
    expect(events.at(-1)).toMatchObject({
      detail: { eventType: "Bounce", bounce: { bounceSubType: "OnAccountSuppressionList" } },
    });
  });

  test("writes a mail that a mail program reads back, in every alphabet", async () => {
    const { send, mails } = ses();
    const subject = "Ønskjer du plass på SMART-festivalen? Čállit midjiide – 🎉 og litt til så linja brekk";
    send({
      ReplyToAddresses: ["svar@smart.example.no"],
      Content: {
        Simple: {
          Subject: { Data: subject },
          Headers: [{ Name: "List-Unsubscribe", Value: "<https://example.no/av>" }],
          Body: { Text: { Data: "tekst æøå" }, Html: { Data: "<p>áŋŧ</p>" } },
          Attachments: [
            {
              FileName: "kvittering-ø.pdf",
              ContentType: "application/pdf",
              RawContent: Buffer.from([0, 255, 10]).toString("base64"),
            },
          ],
        },
      },
    });
    const read = await PostalMime.parse(mails[0]?.source ?? "");
    expect(read).toMatchObject({
      subject,
      text: "tekst æøå",
      html: "<p>áŋŧ</p>",
      from: { name: "Senteret", address: "bestilling@smart.example.no" },
      replyTo: [{ address: "svar@smart.example.no" }],
      attachments: [{ filename: "kvittering-ø.pdf", mimeType: "application/pdf" }],
    });
    expect(read.headers).toContainEqual({
      key: "list-unsubscribe",
      value: "<https://example.no/av>",
      originalKey: "List-Unsubscribe",
    });
    const content = read.attachments[0]?.content;
    expect(content instanceof ArrayBuffer && [...new Uint8Array(content)]).toEqual([0, 255, 10]);
  });

  test("passes a raw mail on as it is", () => {
    const { send, mails } = ses();
    const raw = "From: bestilling@smart.example.no\r\nSubject: a\r\n\r\nb";
    send({ FromEmailAddress: undefined, Content: { Raw: { Data: Buffer.from(raw).toString("base64") } } });
    expect(mails[0]?.source.toString()).toBe(raw);
  });
});
