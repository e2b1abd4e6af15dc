import { inLocale, type Locale } from "#kernel/locale";
import { formatDate } from "#kernel/norwegian-time";
import { alert } from "#platform/html/alert";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { CheckedCertificate } from "../../app/see-certificate.ts";
import { type Answer, type Answers, verdictOf } from "../../domain/answers.ts";
import { attendedDays, attendedPerCent, certificateNumber } from "../../domain/certificate.ts";
import { CERTIFICATE_PAGE_TEXT } from "./certificate-page-text.ts";

/** The page behind a certificate's address and QR code: whether it counts, and all that it says. */
export function certificatePage(checked: CheckedCertificate, locale: Locale): string {
  const { certificate, answers } = checked;
  const { snapshot } = certificate;
  const text = CERTIFICATE_PAGE_TEXT[locale];
  const path = `/certificates/${certificate.certificateId}`;
  return layout({
    title: `${text.title}: ${snapshot.name}`,
    locale,
    languages: (lang) => `${path}?lang=${lang}`,
    main: html`${standing(checked, locale)}
${facts(checked, locale)}
<section aria-labelledby="goals"><h2 id="goals" class="ds-heading" data-size="sm">${text.can}</h2>
<ul class="ds-list">${snapshot.goals.map((goal) => html`<li>${goal[locale]}</li>`)}</ul></section>
${checks(answers, locale)}
<section aria-labelledby="files"><h2 id="files" class="ds-heading" data-size="sm">${text.files.heading}</h2>
<ul class="ds-list"><li><a class="ds-link" href="${path}/pdf">${text.files.pdf}</a></li>
<li><a class="ds-link" href="${path}/credential">${text.files.credential}</a></li></ul>
<p class="ds-paragraph">${text.files.compare}</p></section>`,
  });
}

function standing({ certificate, answers }: CheckedCertificate, locale: Locale): Html {
  const text = CERTIFICATE_PAGE_TEXT[locale];
  const says = (body: string) => html`<p class="ds-paragraph">${body}</p>`;
  if (certificate.status === "replaced") {
    const next = html`<p class="ds-paragraph"><a class="ds-link" href="/certificates/${certificate.replacedBy}?lang=${locale}">${text.replaced.link}</a></p>`;
    return alert("warning", text.replaced.heading, html`${says(text.replaced.body)}${next}`);
  }
  if (certificate.status === "revoked") return alert("danger", text.revoked.heading, says(text.revoked.body));
  const verdict = verdictOf(answers);
  if (verdict === false) return alert("danger", text.wrong.heading, says(text.wrong.body));
  if (verdict === "unknown") return alert("warning", text.doubtful.heading, says(text.doubtful.body));
  return alert("success", text.valid.heading, says(text.valid.body));
}

function facts({ certificate }: CheckedCertificate, locale: Locale): Html {
  const text = CERTIFICATE_PAGE_TEXT[locale].facts;
  const { certificateId, snapshot } = certificate;
  const { name, title, education, period, attendance, documents, issuer, issuedAt, validUntil } = snapshot;
  const days = text.days(attendedDays(attendance, locale), attendance.held, attendedPerCent(attendance));
  return html`<section aria-labelledby="facts"><h2 id="facts" class="ds-heading" data-size="sm">${text.heading}</h2>
<dl class="centre-facts">
${row(text.name, name)}
${row(text.is, title[locale])}
${row(text.education, inLocale(education, locale))}
${row(text.period, `${formatDate(period.from, locale)} – ${formatDate(period.to, locale)}`)}
${row(text.attendance, days)}
${row(text.portfolio, text.documents(documents))}
${row(text.essay, text.approved)}
${row(text.issued, formatDate(issuedAt, locale))}
${validUntil && row(text.validUntil, formatDate(validUntil, locale))}
${row(text.issuer, issuer)}
${row(text.number, certificateNumber(certificateId))}
</dl></section>`;
}

function checks(answers: Answers, locale: Locale): Html {
  const text = CERTIFICATE_PAGE_TEXT[locale].checks;
  const said = (answer: Answer, [yes, no, unknown]: readonly [string, string, string]) =>
    answer === "unknown" ? unknown : answer ? yes : no;
  return html`<section aria-labelledby="checks"><h2 id="checks" class="ds-heading" data-size="sm">${text.heading}</h2>
<dl class="centre-facts">
${(["signature", "expiry", "status", "issuer"] as const).map((name) =>
  row(text.answers[name].asks, said(answers[name], text.answers[name].says)),
)}
</dl></section>`;
}

function row(term: string, says: string): Html {
  return html`<div><dt>${term}</dt><dd>${says}</dd></div>`;
}
