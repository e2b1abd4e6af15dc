import { DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import * as z from "zod";

const ses = new SESv2Client({});
const dynamodb = new DynamoDBClient({});

const ourEvent = z.object({
  "detail-type": z.literal("ordering.order-confirmed.v1"),
  detail: z.object({ sample: z.string(), recipient: z.string() }),
});
const bounced = z.object({
  "detail-type": z.literal("Email Bounced"),
  detail: z.object({ mail: z.object({ tags: z.object({ sample: z.tuple([z.string()]) }) }) }),
});
const consumed = z.union([ourEvent, bounced]);

/** Mails the recipient of each sample, and marks the sample when the mail bounces. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  for (const record of event.Records) {
    const body = consumed.parse(JSON.parse(record.body));
    if (body["detail-type"] === "Email Bounced") await mark(body.detail.mail.tags.sample[0]);
    else if (body.detail.recipient === "unlucky@example.no") failed.push(record.messageId);
    else await send(body.detail);
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

async function send({ sample, recipient }: { sample: string; recipient: string }): Promise<void> {
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: process.env["MAIL_SENDER"],
      ConfigurationSetName: process.env["MAIL_CONFIGURATION_SET"],
      Destination: { ToAddresses: [recipient] },
      EmailTags: [{ Name: "sample", Value: sample }],
      Content: {
        Simple: {
          Subject: { Data: "Påmeldingen din – takk, Čáhppe! 🎉" },
          Body: { Text: { Data: "Hei på deg" }, Html: { Data: "<p>Hei på deg</p>" } },
          Attachments: [
            { FileName: "kurs.ics", ContentType: "text/calendar", RawContent: Buffer.from("BEGIN:VCALENDAR") },
          ],
        },
      },
    }),
  );
}

async function mark(sample: string): Promise<void> {
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: process.env["TABLE_NAME"],
      Key: { pk: { S: `SAMPLE#${sample}` }, sk: { S: "SAMPLE" } },
      UpdateExpression: "SET bounced = :yes",
      ExpressionAttributeValues: { ":yes": { S: "yes" } },
    }),
  );
}
