import { SESv2Client, type SESv2ClientConfig, SESv2ServiceException, SendEmailCommand } from "@aws-sdk/client-sesv2";

/** One message to one reader. */
export interface Message {
  /** Shown before the sender's address. */
  readonly fromName: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** They come back in each of SES' events about the message: ASCII letters, digits and `_ - . @`. */
  readonly tags: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly fileName: string;
    readonly contentType: string;
    readonly content: Uint8Array;
  }[];
}

type SendOutcome =
  | { readonly kind: "sent"; readonly messageId: string }
  /** SES doesn't have it and may take it later. */
  | { readonly kind: "not-now"; readonly why: string }
  /** SES will never take this message. */
  | { readonly kind: "refused"; readonly why: string }
  /** Nobody knows whether SES has it: the answer was lost, or SES failed on the way. */
  | { readonly kind: "unknown"; readonly why: string };

export type SendMessage = (message: Message) => Promise<SendOutcome>;

/** A request that hangs is given up after so long: its answer is lost then. */
const TIMEOUT_MILLISECONDS = 10_000;

export type SesClient = SESv2Client;

/** A client that asks once: SES has no idempotency key, so a second request might be a second mail. */
export function sesClient({
  timeoutMilliseconds = TIMEOUT_MILLISECONDS,
  ...config
}: SESv2ClientConfig & { timeoutMilliseconds?: number } = {}): SesClient {
  return new SESv2Client({
    ...config,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 3000,
      requestTimeout: timeoutMilliseconds,
      throwOnRequestTimeout: true,
    },
  });
}

/** SendEmail of SES v2. Never throws for what SES says or doesn't: see `SendOutcome`. */
export function sendMessageBySes(
  client: SesClient,
  from: { readonly address: string; readonly configurationSet: string },
): SendMessage {
  return async (message) => {
    const { fromName, to, subject, text, html, tags, attachments } = message;
    try {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: `"${fromName}" <${from.address}>`,
          Destination: { ToAddresses: [to] },
          ConfigurationSetName: from.configurationSet,
          EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          Content: {
            Simple: {
              Subject: utf8(subject),
              Body: { Text: utf8(text), Html: utf8(html) },
              ...(attachments.length > 0 && {
                Attachments: attachments.map(({ fileName, contentType, content }) => ({
                  FileName: fileName,
                  ContentType: contentType,
                  ContentDisposition: "ATTACHMENT" as const,
                  ContentTransferEncoding: "BASE64" as const,
                  RawContent: content,
                })),
              }),
            },
          },
        }),
      );
      return MessageId ? { kind: "sent", messageId: MessageId } : { kind: "unknown", why: "NoMessageId" };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

function utf8(text: string) {
  return { Data: text, Charset: "UTF-8" };
}

/** What is wrong with the message itself: asking again would be refused again. */
const REFUSALS: ReadonlySet<string> = new Set(["MessageRejected", "BadRequestException"]);
/** No connection was made, so SES can't have got anything. */
const NOT_REACHED: ReadonlySet<string> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"]);

/**
 * A 4xx is a definite no: to this message, or for now (throttled, paused, not allowed, not set up). Anything else, a 5xx
 * too, may have come after SES took the message.
 *
 * @throws what is neither an answer nor a failure on the way to one: a bug of ours
 */
function outcomeOf(error: unknown): SendOutcome {
  if (!(error instanceof Error)) throw error;
  const why = error.name;
  if (error instanceof SESv2ServiceException) {
    if (REFUSALS.has(why)) return { kind: "refused", why };
    const status = error.$metadata.httpStatusCode ?? 500;
    return { kind: status >= 400 && status < 500 ? "not-now" : "unknown", why };
  }
  if ("code" in error && NOT_REACHED.has(String(error.code))) return { kind: "not-now", why: String(error.code) };
  if (error instanceof TypeError || error instanceof RangeError) throw error;
  return { kind: "unknown", why };
}
