import type { Locale, Localised } from "#kernel/locale";
import { type Html, html } from "./html.ts";

const CENTRE: Localised = {
  nb: "SMART oppvekst",
  nn: "SMART oppvekst",
  en: "SMART oppvekst",
};
const SKIP: Localised = { nb: "Hopp til innholdet", nn: "Hopp til innhaldet", en: "Skip to the content" };
const STATEMENT: Localised = {
  nb: "Tilgjengelighetserklæring",
  nn: "Tilgjengeerklæring",
  en: "Accessibility statement",
};

export interface PageContent {
  readonly title: string;
  readonly locale: Locale;
  readonly main: Html;
}

/** The whole page around its main part: works without script, by keyboard, at 400 % and on a phone. */
export function layout({ title, locale, main }: PageContent): string {
  return `<!doctype html>${
    html`<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${CENTRE[locale]}</title>
<link rel="stylesheet" href="/assets/style.css">
</head>
<body>
<a class="ds-skip-link" href="#main">${SKIP[locale]}</a>
<header class="centre-header"><p class="centre-name">${CENTRE[locale]}</p></header>
<main id="main" tabindex="-1">
<h1 class="ds-heading" data-size="lg">${title}</h1>
${main}
</main>
<footer class="centre-footer"><a class="ds-link" href="/accessibility?lang=${locale}">${STATEMENT[locale]}</a></footer>
</body>
</html>`.text
  }`;
}
