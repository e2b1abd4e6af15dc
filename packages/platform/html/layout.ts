import { Locale, type Localised } from "#kernel/locale";
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

const PERSONAL_DATA: Localised = { nb: "Opplysningene dine", nn: "Opplysningane dine", en: "Your data" };

const LANGUAGES: Localised = { nb: "Bokmål", nn: "Nynorsk", en: "English" };
const CHOOSE_LANGUAGE: Localised = { nb: "Velg språk", nn: "Vel språk", en: "Choose language" };

export interface PageContent {
  readonly title: string;
  readonly locale: Locale;
  readonly main: Html;
  /** The same page in another language, where it has an address that can be asked for again. */
  readonly languages?: (locale: Locale) => string;
}

/** The whole page around its main part: works without script, by keyboard, at 400 % and on a phone. */
export function layout({ title, locale, main, languages }: PageContent): string {
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
<header class="centre-header"><p class="centre-name">${CENTRE[locale]}</p>${languages && languageChoice(languages, locale)}</header>
<main id="main" tabindex="-1">
<h1 class="ds-heading" data-size="lg">${title}</h1>
${main}
</main>
<footer class="centre-footer"><a class="ds-link" href="/accessibility?lang=${locale}">${STATEMENT[locale]}</a> · <a class="ds-link" href="/personal-data/page?lang=${locale}">${PERSONAL_DATA[locale]}</a></footer>
</body>
</html>`.text
  }`;
}

function languageChoice(addressIn: (locale: Locale) => string, current: Locale): Html {
  return html`<nav aria-label="${CHOOSE_LANGUAGE[current]}"><ul class="centre-languages">${Locale.options.map(
    (locale) =>
      html`<li><a class="ds-link" href="${addressIn(locale)}" lang="${locale}" hreflang="${locale}"${locale === current && html` aria-current="true"`}>${LANGUAGES[locale]}</a></li>`,
  )}</ul></nav>`;
}
