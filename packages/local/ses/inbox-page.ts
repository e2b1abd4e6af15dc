import { type Answer, escapeHtml, html } from "#local/local-answer";
import type { Mailbox, ReadMail } from "#local/ses/mailbox";

/** The pages under `/inbox`: all mails, one mail, its HTML as a mail program shows it, its attachments. */
export async function inboxPage(mailbox: Mailbox, path: string): Promise<Answer> {
  const [id, part, index] = path.replace(/^\/inbox\/?/, "").split("/");
  if (id === undefined || id === "") return html(200, listPage(await mailbox.all()));
  const mail = await mailbox.find(id);
  if (mail === undefined) return html(404, "<p>No such mail.</p>");
  if (part === "html") return html(200, `<base target="_top">${mail.html}`);
  if (part === "attachments") {
    const file = mail.attachments[Number(index)];
    if (file === undefined) return html(404, "<p>No such attachment.</p>");
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`;
    return {
      status: 200,
      headers: { "content-type": file.contentType, "content-disposition": disposition },
      body: file.content,
    };
  }
  return html(200, mailPage(mail));
}

function listPage(mails: readonly ReadMail[]): string {
  const rows = mails
    .toReversed()
    .map(
      (mail) =>
        `<tr><td>${escapeHtml(mail.sentAt)}<td>${escapeHtml(mail.recipients.join(", "))}<td><a href="/inbox/${mail.id}">${escapeHtml(mail.subject)}</a><td>${mail.attachments.length || ""}`,
    );
  return page(
    "Inbox",
    `<h1>Inbox</h1><p>${mails.length} mails, newest first. Nothing leaves this machine.</p><table><tr><th>Sent<th>To<th>Subject<th>Files${rows.join("")}</table>`,
  );
}

function mailPage(mail: ReadMail): string {
  const files = mail.attachments.map(
    (file, index) => `<li><a href="/inbox/${mail.id}/attachments/${index}">${escapeHtml(file.fileName)}</a>`,
  );
  return page(
    mail.subject,
    `<p><a href="/inbox">Inbox</a></p><h1>${escapeHtml(mail.subject)}</h1><p>From ${escapeHtml(mail.from)} to ${escapeHtml(mail.recipients.join(", "))}, ${escapeHtml(mail.sentAt)}</p><ul>${files.join("")}</ul><h2>HTML</h2><iframe title="HTML" src="/inbox/${mail.id}/html"></iframe><h2>Text</h2><pre>${escapeHtml(mail.text)}</pre>`,
  );
}

function page(title: string, body: string): string {
  const style =
    "body{font:16px/1.5 system-ui;margin:2rem auto;max-width:64rem;padding:0 1rem}td,th{padding:.25rem 1rem .25rem 0;text-align:left;vertical-align:top}iframe{width:100%;height:40rem;border:1px solid #999}pre{white-space:pre-wrap}";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style>${body}</html>`;
}
