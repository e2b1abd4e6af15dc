import type { Locale, Localised } from "#kernel/locale";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { Problem } from "./problem.ts";
import type { Outgoing } from "./route.ts";

const REFERENCE: Localised = { nb: "Referanse", nn: "Referanse", en: "Reference" };

/**
 * A refusal as a page, for those who came by a link in a mail. `asked` are the query's parameters where the address can be
 * asked for again; then the page can be read in the other languages too.
 */
export function problemPage(
  problem: Problem,
  locale: Locale,
  asked?: Readonly<Record<string, string | undefined>>,
): Outgoing {
  const main = html`<div class="ds-alert" data-color="${problem.status >= 500 ? "danger" : "warning"}" role="alert">
<p class="ds-paragraph">${problem.detail}</p>
</div>
<p class="ds-paragraph" data-size="sm">${REFERENCE[locale]}: ${problem.reference}</p>`;
  return {
    status: problem.status,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: layout({
      title: problem.title,
      locale,
      main,
      ...(asked && { languages: (lang) => inLanguage(asked, lang) }),
    }),
  };
}

/** The query alone: a path that anybody may have made up, such as `//elsewhere.example`, leads nowhere from here. */
function inLanguage(asked: Readonly<Record<string, string | undefined>>, lang: Locale): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, lang })) if (value !== undefined) query.set(name, value);
  return `?${query}`;
}
