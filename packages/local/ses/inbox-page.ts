import { type Answer, page } from "#local/local-answer";
import type { Mailbox, ReadMail } from "#local/ses/mailbox";
import { type Html, html } from "#platform/html/html";

/** The pages under `/inbox`: all mails, one mail, its HTML as a mail program shows it, its attachments. */
export async function inboxPage(mailbox: Mailbox, path: string): Promise<Answer> {
  const [id, part, index] = path.replace(/^\/inbox\/?/, "").split("/");
  if (id === undefined || id === "") return page(200, listPage(await mailbox.all()).text);
  const mail = await mailbox.find(id);
  if (mail === undefined) return page(404, "<p>No such mail.</p>");
  if (part === "html") return page(200, `<base target="_top">${mail.html}`);
  if (part === "attachments") {
    const file = mail.attachments[Number(index)];
    if (file === undefined) return page(404, "<p>No such attachment.</p>");
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`;
    return {
      status: 200,
      headers: { "content-type": file.contentType, "content-disposition": disposition },
      body: file.content,
    };
  }
  return page(200, mailPage(mail).text);
}

function listPage(mails: readonly ReadMail[]): Html {
  const rows = mails.toReversed().map(
    (mail) => html`<tr>
      <td>${mail.sentAt}</td>
      <td>${mail.recipients.join(", ")}</td>
      <td><a href="/inbox/${mail.id}">${mail.subject}</a></td>
      <td>${mail.attachments.length > 0 && mail.attachments.length}</td>
    </tr>`,
  );
  return layout(
    "Inbox",
    html`<h1>Inbox</h1>
      <p>${mails.length} mails, newest first. Nothing leaves this machine.</p>
      <table><tr><th>Sent</th><th>To</th><th>Subject</th><th>Files</th></tr>${rows}</table>`,
  );
}

function mailPage(mail: ReadMail): Html {
  const files = mail.attachments.map(
    (file, index) => html`<li><a href="/inbox/${mail.id}/attachments/${index}">${file.fileName}</a></li>`,
  );
  return layout(
    mail.subject,
    html`<p><a href="/inbox">Inbox</a></p>
      <h1>${mail.subject}</h1>
      <p>From ${mail.from} to ${mail.recipients.join(", ")}, ${mail.sentAt}</p>
      <ul>${files}</ul>
      <h2>HTML</h2>
      <iframe title="HTML" src="/inbox/${mail.id}/html"></iframe>
      <h2>Text</h2>
      <pre>${mail.text}</pre>`,
  );
}

function layout(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8">
      <title>${title}</title>
      <style>
        body { font: 16px/1.5 system-ui; margin: 2rem auto; max-width: 64rem; padding: 0 1rem }
        td, th { padding: 0.25rem 1rem 0.25rem 0; text-align: left; vertical-align: top }
        iframe { width: 100%; height: 40rem; border: 1px solid #999 }
        pre { white-space: pre-wrap }
      </style>
      ${body}
    </html>`;
}
