import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { linkButton, postForm, submitButton } from "#platform/html/form";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { EntryDetails } from "../../app/get-entry-details.ts";
import { entryAddress } from "./addresses.ts";
import { ENTRY_PAGE_TEXT } from "./entry-page-text.ts";
import { offeringFacts } from "./offering-facts.ts";

/** Asks once more before a position in the line, or an offered place, is given up. */
export function leavePage(details: EntryDetails, locale: Locale, origin: Origin): string {
  const { entry } = details;
  const text = ENTRY_PAGE_TEXT[locale].confirm;
  const declines = entry.status === "offered";
  return layout({
    title: declines ? text.declineTitle : text.leaveTitle,
    locale,
    languages: (lang) => entryAddress(entry, "/leave", lang),
    main: html`<p class="ds-paragraph">${declines ? text.declineBody : text.leaveBody}</p>
${offeringFacts(details, locale)}
${postForm({
  action: entryAddress(entry, "/leave", locale),
  idempotencyKey: origin.correlationId,
  body: html`<div class="centre-actions">${submitButton(declines ? text.declineButton : text.leaveButton)}
${linkButton(entryAddress(entry, "", locale), text.back, "secondary")}</div>`,
})}`,
  });
}
