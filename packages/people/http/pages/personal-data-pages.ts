import type { Locale } from "#kernel/locale";
import { formatDate, formatMoment, norwegianDay } from "#kernel/norwegian-time";
import type { Origin } from "#kernel/origin";
import { alert } from "#platform/html/alert";
import { choiceField, errorSummary, type FormError, textField } from "#platform/html/fields";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { ReadExport } from "../../app/read-personal-data.ts";
import { type ErasureRequest, type ExportRequest, readableUntil } from "../../domain/personal-data-request.ts";
import type { Treated } from "../../domain/treated.ts";
import type { ExportedRow } from "../../ports/personal-data.ts";
import { answerOf, byKind, labelOf } from "../personal-data-view.ts";
import { PERSONAL_DATA_TEXT } from "./personal-data-text.ts";

const START = "/personal-data/page";

export function requestAddress(
  { kind, requestId, key }: Pick<ErasureRequest | ExportRequest, "kind" | "requestId" | "key">,
  lang: Locale,
): string {
  return `/personal-data/${kind}s/${requestId}/page?key=${key}&lang=${lang}`;
}

interface StartView {
  readonly locale: Locale;
  readonly origin: Origin;
  readonly errors: readonly FormError[];
  /** That the address is the reader's; without it they prove it first. */
  readonly proof: string | undefined;
  readonly email: string;
  readonly kind: string;
}

/** Where anybody begins: prove the address, then choose. */
export function startPage({ locale, origin, errors, proof, email, kind }: StartView): string {
  const text = PERSONAL_DATA_TEXT[locale];
  const address = (lang: Locale) => `${START}?${new URLSearchParams({ lang, ...(proof && { proof }) })}`;
  const prove = `/mail-codes/page?${new URLSearchParams({ lang: locale, next: `${START}?lang=${locale}` })}`;
  const choices = [
    { value: "export", label: text.kindExport },
    { value: "erasure", label: text.kindErasure },
  ];
  return layout({
    title: text.title,
    locale,
    languages: address,
    main: html`${errorSummary(errors, locale)}
<p class="ds-paragraph">${text.intro}</p>
${
  proof === undefined
    ? html`<div class="centre-actions">${linkButton(prove, text.prove, "primary")}</div>`
    : postForm({
        action: address(locale),
        idempotencyKey: origin.correlationId,
        body: html`${textField({ name: "email", label: text.email, value: email, type: "email", autocomplete: "email", errors })}
${choiceField({ name: "kind", label: text.kindLegend, choices, value: kind, errors })}
${submitButton(text.go)}`,
      })
}`,
  });
}

interface ExportPageView extends ReadExport {
  /** The cursor of the part before; none: it is the first. */
  readonly from?: string | undefined;
}

/** What is held about a person, as they read it: a part of it, when there is much. */
export function exportPage({ request, rows, from, cursor }: ExportPageView, locale: Locale): string {
  const text = PERSONAL_DATA_TEXT[locale];
  const part = (address: string, at: string | undefined) =>
    at === undefined ? address : `${address}&${new URLSearchParams({ cursor: at })}`;
  const json = `/personal-data/exports/${request.requestId}?key=${request.key}&lang=${locale}`;
  const nothing = request.unreadable.length === 0 ? text.exportNothing : undefined;
  const said = rows.length > 0 ? text.exportOthers : nothing;
  const until = text.exportUntil(formatMoment(readableUntil(request), locale));
  return layout({
    title: text.exportTitle,
    locale,
    languages: (lang) => part(requestAddress(request, lang), from),
    main:
      request.doneAt !== undefined
        ? html`${
            request.status === "incomplete" &&
            alert(
              "warning",
              text.incomplete,
              html`<p class="ds-paragraph">${text.exportIncomplete(unread(request, locale))}</p>`,
            )
          }${said !== undefined && html`<p class="ds-paragraph">${said}</p>`}
<p class="ds-paragraph">${until}</p>
${byKind(rows, request.kinds).map((kind) => section(kind, locale))}
<p><a class="ds-link" href="${part(json, from)}">${text.exportJson}</a></p>
${
  cursor !== undefined &&
  html`<p class="ds-paragraph">${text.exportMore}</p>
<div class="centre-actions">${linkButton(part(requestAddress(request, locale), cursor), text.exportNext, "primary")}</div>`
}`
        : alert("info", text.exportWorking, html`<p class="ds-paragraph">${text.exportWorkingBody}</p>`, "status"),
  });
}

function section({ name, holds, rows }: ReturnType<typeof byKind>[number], locale: Locale): Html {
  return html`<section>
<h2 class="ds-heading" data-size="sm">${name[locale]}</h2>
<p class="ds-paragraph">${holds[locale]}.</p>
<ul class="centre-cards">${rows.map(({ fields }) => card(facts(fields, locale)))}</ul>
</section>`;
}

function facts(fields: ExportedRow["fields"], locale: Locale): (readonly [string, string])[] {
  return Object.entries(fields).map(([name, value]) => [labelOf(name, locale), `${value}`]);
}

function card(facts: readonly (readonly [string, string])[], heading?: string): Html {
  return html`<li class="ds-card">${heading !== undefined && html`<h3 class="ds-heading" data-size="xs">${heading}</h3>`}
<dl class="centre-facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></li>`;
}

/** Asks once more, tells how far it has come, or what became of everything. */
export function erasurePage(request: ErasureRequest, locale: Locale, origin: Origin): string {
  const text = PERSONAL_DATA_TEXT[locale];
  return layout({
    title: request.status === "to-confirm" ? text.erasureAsk : text.erasureTitle,
    locale,
    languages: (lang) => requestAddress(request, lang),
    main: erasureMain(request, locale, origin),
  });
}

function erasureMain(request: ErasureRequest, locale: Locale, origin: Origin): Html {
  const text = PERSONAL_DATA_TEXT[locale];
  switch (request.status) {
    case "to-confirm":
      return html`<p class="ds-paragraph">${text.erasureAskBody}</p>
${postForm({
  action: requestAddress(request, locale),
  idempotencyKey: origin.correlationId,
  body: submitButton(text.erasureConfirm),
})}`;
    case "working":
      return alert("info", text.erasureWorking, html`<p class="ds-paragraph">${text.erasureWorkingBody}</p>`, "status");
    case "incomplete": {
      const body = html`<p class="ds-paragraph">${text.erasureIncomplete(unread(request, locale))}</p>`;
      return html`${alert("warning", text.incomplete, body, "status")}
${answerList(answerOf(request), locale)}`;
    }
    case "done": {
      const { again } = request;
      const answer = answerOf(request);
      const body = html`<p class="ds-paragraph">${answer.length === 0 ? text.erasureNothing : text.copies}</p>
${again && html`<p class="ds-paragraph">${text.erasureAgain(formatDate(norwegianDay(again), locale))}</p>`}`;
      return html`${alert("success", text.erasureDone, body, "status")}
${answerList(answer, locale)}`;
    }
  }
}

function answerList(answer: readonly Treated[], locale: Locale): Html {
  return html`<section><h2 class="ds-heading" data-size="sm">${PERSONAL_DATA_TEXT[locale].caption}</h2>
<ul class="centre-cards">${answer.map((each) => card(treatedFacts(each, locale), each.name[locale]))}</ul></section>`;
}

/** `Påmeldinger (2), Mappe (1)`. */
function unread({ unreadable }: ErasureRequest | ExportRequest, locale: Locale): string {
  return unreadable.map(({ name, count }) => `${name[locale]} (${count})`).join(", ");
}

function treatedFacts({ does, count, why, advice, until }: Treated, locale: Locale): (readonly [string, string])[] {
  const { head, did, forGood } = PERSONAL_DATA_TEXT[locale];
  const stays = does === "keep" || does === "restrict";
  return [
    [head.did, did[does]],
    [head.count, `${count}`],
    ...(why ? [[head.why, [why[locale], advice?.[locale]].filter(Boolean).join(" ")] as const] : []),
    ...(stays ? [[head.until, until ? formatDate(norwegianDay(until), locale) : forGood] as const] : []),
  ];
}
