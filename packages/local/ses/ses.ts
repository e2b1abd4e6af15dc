import { randomUUID } from "node:crypto";
import { type BusEvent, busEvent } from "#local/eventbridge/event-bus";
import { mimeOf } from "#local/ses/mime";
import { bareAddress, parseSendEmail, type SesRefusal } from "#local/ses/send-email";
import type { Model } from "#local/template/model";

/** A mail that SES took. */
export interface SentMail {
  id: string;
  /** Epoch ms, by the runtime's clock. */
  sentAt: number;
  from: string;
  recipients: readonly string[];
  tags: Readonly<Record<string, string>>;
  /** RFC 5322. */
  source: Buffer;
}

interface SesSettings {
  /** Verified domains and addresses. */
  identities: readonly string[];
  /** By configuration set: which event types (`send`, `bounce`, …) go to which bus. */
  destinations: ReadonlyMap<string, readonly { busName: string; eventTypes: readonly string[] }[]>;
  /** Configuration sets that send no more to an address that bounced or complained. */
  suppressing: ReadonlySet<string>;
}

/** What the template says about mail. */
export function sesSettings(model: Model): SesSettings {
  const destinations = new Map<string, { busName: string; eventTypes: string[] }[]>();
  for (const set of model.configurationSets) destinations.set(set.name, []);
  for (const { properties } of model.eventDestinations) {
    const { EventBridgeDestination, Enabled, MatchingEventTypes } = properties.EventDestination;
    if (!EventBridgeDestination) continue; // counts for CloudWatch, which there is none of at home
    const busName = EventBridgeDestination.EventBusArn.split("event-bus/").at(-1) ?? "default";
    if (Enabled) destinations.get(properties.ConfigurationSetName)?.push({ busName, eventTypes: MatchingEventTypes });
  }
  const suppressing = model.configurationSets.filter((set) => set.properties.SuppressionOptions !== undefined);
  return {
    identities: model.mailIdentities.map((identity) => identity.properties.EmailIdentity),
    destinations,
    suppressing: new Set(suppressing.map((set) => set.name)),
  };
}

type MailEvent = { type: "Send" | "Delivery" | "Bounce" | "Complaint"; detail: Record<string, unknown> };

const detailTypes = {
  Send: "Email Sent",
  Delivery: "Email Delivered",
  Bounce: "Email Bounced",
  Complaint: "Email Complaint Received",
} as const;

/**
 * SES: takes mail from verified senders and tells what becomes of it. Mail to `bounce@…` bounces and `complaint@…` is
 * reported as spam, with labels too (`bounce+1@…`), as with SES' mailbox simulator; all other mail is delivered.
 */
export function localSes(
  settings: SesSettings,
  runtime: { now: () => number; putEvent: (busName: string, event: BusEvent) => void; keep: (mail: SentMail) => void },
) {
  const suppressed = new Set<string>();

  function send(body: unknown): { messageId: string } | SesRefusal {
    const sending = parseSendEmail(body);
    if ("code" in sending) return sending;
    const { recipients, configurationSet, tags, content } = sending;
    const from = sending.from ?? (content.kind === "raw" ? fromHeader(content.data) : undefined);
    if (from === undefined || /[\r\n]/.test(from))
      return { code: "BadRequestException", message: "FromEmailAddress is missing or malformed." };
    if (!isVerified(from, settings.identities)) {
      const message = `Email address is not verified. The following identities failed the check in region EU-NORTH-1: ${from}`;
      return { code: "MessageRejected", message };
    }
    if (configurationSet !== undefined && !settings.destinations.has(configurationSet)) {
      return { code: "NotFoundException", message: `Configuration set <${configurationSet}> does not exist.` };
    }
    const id = randomUUID();
    const now = runtime.now();
    const source = content.kind === "raw" ? content.data : mimeOf(content.mail, { from, messageId: id, now });
    const mail: SentMail = { id, sentAt: now, from, recipients, tags, source };
    runtime.keep(mail);
    report(mail, configurationSet);
    return { messageId: id };
  }

  function report(mail: SentMail, configurationSet: string | undefined): void {
    if (configurationSet === undefined) return;
    const timestamp = new Date(mail.sentAt).toISOString();
    for (const event of fate(mail, timestamp, configurationSet)) {
      const detail = { eventType: event.type, mail: described(mail, timestamp, configurationSet), ...event.detail };
      for (const { busName, eventTypes } of settings.destinations.get(configurationSet) ?? []) {
        if (!eventTypes.some((type) => type.toLowerCase() === event.type.toLowerCase())) continue;
        runtime.putEvent(busName, busEvent("aws.ses", detailTypes[event.type], detail, mail.sentAt));
      }
    }
  }

  /** What becomes of a mail, in the shapes of https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
  function fate(mail: SentMail, timestamp: string, configurationSet: string): MailEvent[] {
    const events: MailEvent[] = [{ type: "Send", detail: { send: {} } }];
    for (const recipient of mail.recipients) {
      const address = bareAddress(recipient);
      const simulated = /^(bounce|complaint)(\+[^@]*)?@/.exec(address)?.[1];
      const wasSuppressed = suppressed.has(address);
      if (simulated === "bounce" || wasSuppressed) {
        events.push({ type: "Bounce", detail: { bounce: bounce(recipient, timestamp, wasSuppressed) } });
      } else {
        events.push({ type: "Delivery", detail: { delivery: delivery(recipient, timestamp) } });
      }
      if (simulated === "complaint" && !wasSuppressed) {
        events.push({ type: "Complaint", detail: { complaint: complaint(recipient, timestamp) } });
      }
      if (simulated !== undefined && settings.suppressing.has(configurationSet)) suppressed.add(address);
    }
    return events;
  }

  return { send, reset: () => suppressed.clear() };
}

function isVerified(from: string, identities: readonly string[]): boolean {
  const address = bareAddress(from);
  const domain = address.split("@")[1] ?? "";
  return identities.some((one) => {
    const identity = one.toLowerCase();
    return identity === address || identity === domain || domain.endsWith(`.${identity}`);
  });
}

function fromHeader(source: Buffer): string | undefined {
  const head = source.toString("utf8").split(/\r?\n\r?\n/)[0] ?? "";
  return /^From:\s*(.+)$/im.exec(head)?.[1];
}

function described(mail: SentMail, timestamp: string, configurationSet: string) {
  const tags = Object.entries(mail.tags).map(([name, value]) => [name, [value]] as const);
  return {
    timestamp,
    source: mail.from,
    sendingAccountId: "000000000000",
    messageId: mail.id,
    destination: mail.recipients,
    headersTruncated: false,
    headers: [],
    commonHeaders: { from: [mail.from], to: mail.recipients, messageId: mail.id },
    tags: { "ses:configuration-set": [configurationSet], ...Object.fromEntries(tags) },
  };
}

function delivery(recipient: string, timestamp: string) {
  return {
    timestamp,
    processingTimeMillis: 1,
    recipients: [recipient],
    smtpResponse: "250 OK",
    reportingMTA: "a1-1.smtp-out.eu-north-1.amazonses.com",
  };
}

function bounce(recipient: string, timestamp: string, wasSuppressed: boolean) {
  return {
    feedbackId: randomUUID(),
    bounceType: "Permanent",
    bounceSubType: wasSuppressed ? "OnAccountSuppressionList" : "General",
    bouncedRecipients: [
      {
        emailAddress: bareAddress(recipient),
        action: "failed",
        status: "5.1.1",
        diagnosticCode: "smtp; 550 5.1.1 user unknown",
      },
    ],
    timestamp,
    reportingMTA: "dns; a1-1.smtp-out.eu-north-1.amazonses.com",
  };
}

function complaint(recipient: string, timestamp: string) {
  return {
    feedbackId: randomUUID(),
    complaintSubType: null,
    complainedRecipients: [{ emailAddress: bareAddress(recipient) }],
    timestamp,
    complaintFeedbackType: "abuse",
    arrivalDate: timestamp,
  };
}
