import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import type { SentMail } from "#local/ses/ses";

/** A mail as its reader sees it. */
export interface ReadMail {
  id: string;
  /** ISO 8601, by the runtime's clock. */
  sentAt: string;
  from: string;
  recipients: readonly string[];
  tags: Readonly<Record<string, string>>;
  subject: string;
  text: string;
  html: string;
  attachments: { fileName: string; contentType: string; content: Buffer }[];
}

/** Keeps every mail that was sent, each as an .eml file that a mail program opens. */
export class Mailbox {
  readonly #folder: string;
  #mails: { readonly sent: SentMail; read?: Promise<ReadMail> }[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  keep(mail: SentMail): void {
    this.#mails.push({ sent: mail });
    const time = new Date(mail.sentAt).toISOString().replace(/[:.]/g, "-");
    writeFileSync(join(this.#folder, `${time}-${mail.id}.eml`), mail.source);
  }

  /** Oldest first; those to one address, or all. */
  all(to?: string): Promise<ReadMail[]> {
    const wanted = this.#mails.filter(({ sent }) => to === undefined || sent.recipients.includes(to));
    return Promise.all(wanted.map(opened));
  }

  async find(id: string): Promise<ReadMail | undefined> {
    const mail = this.#mails.find(({ sent }) => sent.id === id);
    return mail && opened(mail);
  }

  reset(): void {
    this.#mails = [];
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
  }
}

/** Reads a mail once: there may be thousands, looked at again and again. */
function opened(mail: { readonly sent: SentMail; read?: Promise<ReadMail> }): Promise<ReadMail> {
  mail.read ??= read(mail.sent);
  return mail.read;
}

async function read(mail: SentMail): Promise<ReadMail> {
  const parsed = await PostalMime.parse(mail.source, { attachmentEncoding: "arraybuffer" });
  return {
    id: mail.id,
    sentAt: new Date(mail.sentAt).toISOString(),
    from: mail.from,
    recipients: mail.recipients,
    tags: mail.tags,
    subject: parsed.subject ?? "",
    text: parsed.text ?? "",
    html: parsed.html ?? "",
    attachments: parsed.attachments.map((file) => ({
      fileName: file.filename ?? "unnamed",
      contentType: file.mimeType,
      content: typeof file.content === "string" ? Buffer.from(file.content) : Buffer.from(new Uint8Array(file.content)),
    })),
  };
}
