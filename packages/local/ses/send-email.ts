import * as z from "zod";

const content = z.object({ Data: z.string(), Charset: z.string().optional() });
const base64 = z.base64().transform((text) => Buffer.from(text, "base64"));

const request = z.strictObject({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .strictObject({
      ToAddresses: z.array(z.string()).default([]),
      CcAddresses: z.array(z.string()).default([]),
      BccAddresses: z.array(z.string()).default([]),
    })
    .default({ ToAddresses: [], CcAddresses: [], BccAddresses: [] }),
  ReplyToAddresses: z.array(z.string()).default([]),
  ConfigurationSetName: z.string().optional(),
  EmailTags: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]),
  Content: z.strictObject({
    Simple: z
      .strictObject({
        Subject: content,
        Body: z.strictObject({ Text: content.optional(), Html: content.optional() }),
        Headers: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]),
        Attachments: z
          .array(
            z.strictObject({
              FileName: z.string(),
              RawContent: base64,
              ContentType: z.string().default("application/octet-stream"),
              ContentDisposition: z.enum(["ATTACHMENT", "INLINE"]).default("ATTACHMENT"),
              ContentId: z.string().optional(),
              ContentDescription: z.string().optional(),
              ContentTransferEncoding: z.string().optional(),
            }),
          )
          .default([]),
      })
      .optional(),
    Raw: z.strictObject({ Data: base64 }).optional(),
  }),
});

export interface SimpleMail {
  to: readonly string[];
  cc: readonly string[];
  replyTo: readonly string[];
  subject: string;
  text?: string;
  html?: string;
  headers: readonly { name: string; value: string }[];
  attachments: readonly {
    fileName: string;
    contentType: string;
    disposition: "attachment" | "inline";
    contentId?: string;
    content: Buffer;
  }[];
}

/** What a SendEmail request asks for. */
export interface Sending {
  from: string | undefined;
  /** Everybody who gets it, blind copies too. */
  recipients: readonly string[];
  configurationSet: string | undefined;
  tags: Readonly<Record<string, string>>;
  content: { kind: "simple"; mail: SimpleMail } | { kind: "raw"; data: Buffer };
}

/** A refusal in SES' words: the error's name for the SDK, and its message. */
export interface SesRefusal {
  code: "BadRequestException" | "MessageRejected" | "NotFoundException";
  message: string;
}

/** Reads a SendEmail request; templates and list management are not supported. */
export function parseSendEmail(body: unknown): Sending | SesRefusal {
  const parsed = request.safeParse(body);
  if (!parsed.success) return { code: "BadRequestException", message: z.prettifyError(parsed.error) };
  const { Content, Destination, FromEmailAddress, ReplyToAddresses, ConfigurationSetName, EmailTags } = parsed.data;
  const { ToAddresses, CcAddresses, BccAddresses } = Destination;
  const about = {
    from: FromEmailAddress,
    recipients: [...ToAddresses, ...CcAddresses, ...BccAddresses],
    configurationSet: ConfigurationSetName,
    tags: Object.fromEntries(EmailTags.map((tag) => [tag.Name, tag.Value])),
  };
  if (about.recipients.length === 0) return { code: "BadRequestException", message: "No recipients." };
  if (about.recipients.length > 50) return { code: "BadRequestException", message: "Recipient count exceeds 50." };
  if (Content.Raw !== undefined) return { ...about, content: { kind: "raw", data: Content.Raw.Data } };
  const simple = Content.Simple;
  if (simple === undefined) return { code: "BadRequestException", message: "Neither Simple nor Raw content." };
  const { Text, Html } = simple.Body;
  if (Text === undefined && Html === undefined) return { code: "BadRequestException", message: "The body is empty." };
  const lines = [simple.Subject.Data, ...simple.Headers.flatMap((one) => [one.Name, one.Value]), ...about.recipients];
  if (lines.some((line) => /[\r\n]/.test(line))) {
    return { code: "BadRequestException", message: "Headers and addresses must not contain line breaks." };
  }
  const mail: SimpleMail = {
    to: ToAddresses,
    cc: CcAddresses,
    replyTo: ReplyToAddresses,
    subject: simple.Subject.Data,
    ...(Text !== undefined && { text: Text.Data }),
    ...(Html !== undefined && { html: Html.Data }),
    headers: simple.Headers.map((header) => ({ name: header.Name, value: header.Value })),
    attachments: simple.Attachments.map((file) => ({
      fileName: file.FileName,
      contentType: file.ContentType,
      disposition: file.ContentDisposition === "INLINE" ? "inline" : "attachment",
      ...(file.ContentId !== undefined && { contentId: file.ContentId }),
      content: file.RawContent,
    })),
  };
  return { ...about, content: { kind: "simple", mail } };
}

/** The bare address in `Name <address>`, in lower case. */
export function bareAddress(address: string): string {
  return (/<([^>]*)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}
