import { inLocale, type Locale } from "#kernel/locale";
import { formatDeadline } from "#kernel/norwegian-time";
import { type AlertColour, alert } from "#platform/html/alert";
import { linkButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { EntryDetails } from "../../app/get-entry-details.ts";
import { entryAddress } from "./addresses.ts";
import { ENTRY_PAGE_TEXT } from "./entry-page-text.ts";
import { offeringFacts } from "./offering-facts.ts";

/** One's own page about a waiting list: the position, the offered place, or how it ended. */
export function entryPage(details: EntryDetails, locale: Locale): string {
  const { entry, offering } = details;
  return layout({
    title: ENTRY_PAGE_TEXT[locale].title(inLocale(offering.title, locale)),
    locale,
    languages: (lang) => entryAddress(entry, "", lang),
    main: html`${status(details, locale)}
${offeringFacts(details, locale)}
${actions(details, locale)}`,
  });
}

function status({ entry, position, at }: EntryDetails, locale: Locale): Html {
  const text = ENTRY_PAGE_TEXT[locale];
  if (entry.status === "waiting") return told("info", text.waiting.heading(position ?? 1), text.waiting.body);
  if (entry.status !== "offered") return told(entry.status === "accepted" ? "success" : "info", ...ended(entry.status));
  if (entry.until <= at) return told("warning", text.late.heading, text.late.body);
  return told("success", text.offered.heading, text.offered.body(formatDeadline(entry.until, at, locale)));

  function ended(how: "accepted" | "declined" | "lapsed" | "left" | "closed"): [heading: string, body: string] {
    return [text[how].heading, text[how].body];
  }
}

function told(colour: AlertColour, heading: string, body: string): Html {
  return alert(colour, heading, html`<p class="ds-paragraph">${body}</p>`, "status");
}

function actions({ entry, at }: EntryDetails, locale: Locale): Html {
  const { waiting, offered } = ENTRY_PAGE_TEXT[locale];
  const leave = entryAddress(entry, "/leave", locale);
  if (entry.status === "waiting") {
    return html`<p class="centre-actions">${linkButton(leave, waiting.leave, "secondary")}</p>`;
  }
  if (entry.status !== "offered" || entry.until <= at) return html``;
  return html`<p class="centre-actions">${linkButton(entryAddress(entry, "/order", locale), offered.take, "primary")}
${linkButton(leave, offered.decline, "secondary")}</p>`;
}
