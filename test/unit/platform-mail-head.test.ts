import { createServer } from "node:http";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { EmailAddress } from "#kernel/contact";
import { letter, paragraph } from "#kernel/letter";
import { localCredentials } from "#local/credentials";
import { listen, readBody } from "#local/http-server";
import { localSes, type SentMail } from "#local/ses/ses";
import { letterMessage } from "#platform/ses/letter-message";
import { type Message, type SendMessage, sendMessageBySes, sesClient } from "#platform/ses/send-message";
import { letters } from "#test/letters";

const TO = "kari@example.no";
const sent: SentMail[] = [];
const ses = localSes(
  { identities: ["example.no"], destinations: new Map([["mails", []]]), suppressing: new Set() },
  { now: () => 1_800_000_000_000, putEvent: () => {}, keep: (mail) => sent.push(mail) },
);
const server = createServer(async (request, response) => {
  const answer = ses.send(JSON.parse((await readBody(request)).toString()));
  if ("messageId" in answer) response.end(JSON.stringify({ MessageId: answer.messageId }));
  else response.writeHead(400, { "x-amzn-errortype": answer.code }).end("{}");
});
let send: SendMessage;

beforeAll(async () => {
  const endpoint = `http://127.0.0.1:${await listen(server, 0)}`;
  const from = { address: "bestilling@example.no", configurationSet: "mails" };
  send = sendMessageBySes(sesClient({ endpoint, ...localCredentials }), from);
});
beforeEach(() => {
  sent.length = 0;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const HEAD = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"];

/** The names of the headers as a mail server reads them: a line that begins with a space goes on with the one before. */
function headOf(source: Buffer): string[] {
  const [head = ""] = source.toString("latin1").split("\r\n\r\n");
  return head
    .replace(/(\r\n|\r|\n)[ \t]/g, " ")
    .split(/\r\n|\r|\n/)
    .map((line) => line.split(":")[0] ?? "");
}

function message(more: Partial<Message>): Message {
  return {
    fromName: "SMART oppvekst",
    to: TO,
    subject: "Hei",
    text: "Hei",
    html: "",
    tags: {},
    attachments: [],
    ...more,
  };
}

/** What somebody types who wants a header of their own. */
const typed = fc.array(
  fc.constantFrom(
    "\r\n",
    "\n",
    "\r",
    "\u2028",
    "\u0085",
    "\0",
    " ",
    "Bcc: alle@example.no",
    "\r\n\r\n<b>",
    "Æ",
    "a",
    "🎉",
  ),
  { minLength: 1, maxLength: 12 },
);

describe("a mail's head, as it goes out", () => {
  test("has its own headers and one reader, whatever stands in a name or a title", async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (pieces) => {
        const written = letter(`Du har plass: ${pieces.join("")}`, paragraph("Hei"));
        expect(await send({ ...message({}), ...letterMessage(written, "nb") })).toMatchObject({ kind: "sent" });
        const source = sent.pop()?.source ?? Buffer.of();
        expect(headOf(source)).toEqual(HEAD);
        const read = await PostalMime.parse(source);
        expect([read.to?.map(({ address }) => address), read.cc, read.bcc]).toEqual([[TO], undefined, undefined]);
        expect(read.subject).toBe(written.subject);
      }),
      { numRuns: 100 },
    );
  });

  test.each(letters)("of $name has no other header", async ({ write }) => {
    expect(await send({ ...message({}), ...letterMessage(write("nn"), "nn") })).toMatchObject({ kind: "sent" });
    expect(headOf(sent[0]?.source ?? Buffer.of())).toEqual(HEAD);
  });

  test.each(["\r\nBcc: alle@example.no", "\nBcc: alle@example.no"])(
    "isn't sent at all with a line break that a letter would have taken out: %j",
    async (lineBreak) => {
      expect(await send(message({ subject: `Hei${lineBreak}` }))).toMatchObject({ kind: "refused" });
      expect(await send(message({ fromName: `SMART"${lineBreak}` }))).toMatchObject({ kind: "refused" });
      expect(sent).toEqual([]);
    },
  );

  test("is read by this test as a mail server would: a forged header is seen", () => {
    expect(headOf(Buffer.from("To: a@example.no\r\nSubject: b\r\n c\nBcc: d@example.no\r\n\r\nTo: e"))).toEqual([
      "To",
      "Subject",
      "Bcc",
    ]);
  });
});

test.each([
  "kari@example.no, alle@example.no",
  "kari@example.no;alle@example.no",
  "kari@example.no\r\nBcc: alle@example.no",
  "Kari <kari@example.no>",
  '"kari@example.no, alle"@example.no',
  "kari@example.no\u0000",
  "kari@example.no>, <alle@example.no",
])("is nobody's address, as it would be several or a header: %j", (text) => {
  expect(EmailAddress.safeParse(text).success).toBe(false);
});
