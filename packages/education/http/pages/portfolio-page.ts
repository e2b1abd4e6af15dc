import type { Caller } from "#kernel/caller";
import type { Locale } from "#kernel/locale";
import { formatDate } from "#kernel/norwegian-time";
import { alert } from "#platform/html/alert";
import { linkButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { SeenHandIns } from "../../app/read-hand-ins.ts";
import { essayLength } from "../../domain/essay-length.ts";
import type { HandIn } from "../../domain/hand-in.ts";
import { isOwn } from "../../domain/hand-in-access.ts";
import type { PracticeDocument } from "../../domain/practice-document.ts";
import { documentAddress, participantAddress, portfolioAddress, type Whose } from "./addresses.ts";
import { PORTFOLIO_PAGE_TEXT } from "./portfolio-page-text.ts";

/** Somebody's portfolio and essay: where they stand, what the reviewer wrote, and the documents to open. */
export function portfolioPage(seen: SeenHandIns, caller: Caller, locale: Locale): string {
  const text = PORTFOLIO_PAGE_TEXT[locale];
  const { participation, portfolio, essay } = seen;
  // The participant's key is theirs: a reviewer's page has it nowhere.
  const { key: _key, ...withoutKey } = participation;
  const whose = isOwn(participation, caller) ? participation : withoutKey;
  return layout({
    title: text.title,
    locale,
    languages: (lang) => portfolioAddress(whose, lang),
    main: html`<p class="ds-paragraph" data-size="lg">${participation.name}</p>
${section(text.portfolio, portfolio, whose, locale)}
${section(text.essay, essay, whose, locale)}
<div class="centre-actions">${linkButton(participantAddress(whose, locale), text.back, "secondary")}</div>`,
  });
}

function section(heading: string, handIn: HandIn, whose: Whose, locale: Locale): Html {
  const text = PORTFOLIO_PAGE_TEXT[locale];
  return html`<h2 class="ds-heading" data-size="sm">${heading}</h2>
<p class="ds-paragraph"><strong>${text.status[handIn.status]}</strong></p>
${
  handIn.comments !== undefined &&
  alert(
    "info",
    text.comments,
    html`${handIn.comments.split("\n").map((line) => html`<p class="ds-paragraph">${line}</p>`)}`,
  )
}
${handIn.documents.length === 0 && html`<p class="ds-paragraph">${text.none}</p>`}
${
  handIn.documents.length > 0 &&
  html`<dl class="centre-facts">${handIn.documents.map((document) => entry(document, whose, locale))}</dl>`
}`;
}

function entry(document: PracticeDocument, whose: Whose, locale: Locale): Html {
  const text = PORTFOLIO_PAGE_TEXT[locale];
  const { kind, title, datedOn, text: written, link } = document;
  return html`<div><dt>${text.kind[kind]}: ${title}</dt>
<dd>${formatDate(datedOn, locale)}${written?.split("\n").map((line) => html`<br>${line}`)}
${link !== undefined && html`<br><a class="ds-link" href="${link}" rel="noreferrer">${text.link}</a>`}
${fileOf(document, whose, locale)}</dd></div>`;
}

function fileOf({ file, documentId, kind }: PracticeDocument, whose: Whose, locale: Locale): Html {
  const text = PORTFOLIO_PAGE_TEXT[locale];
  if (!file) return html``;
  if (file.status === "awaiting-upload") return html`<br>${text.waiting}`;
  if (file.status === "rejected") return html`<br>${text.rejected[file.reason]}`;
  const measure = file.measure && [
    text.measure(file.measure),
    ...(kind === "essay" ? [text.length[essayLength(file.measure)]] : []),
  ];
  return html`<br><a class="ds-link" href="${documentAddress(whose, documentId)}">${text.open(file.fileName)}</a>
${measure && html`<br>${measure.join(", ")}`}`;
}
