import type { Locale, Localised } from "#kernel/locale";
import { html } from "#platform/html/html";
import { layout } from "#platform/html/layout";

const TITLE: Localised = {
  nb: "Tilgjengelighetserklæring",
  nn: "Tilgjengeerklæring",
  en: "Accessibility statement",
};

interface Section {
  readonly heading: Localised;
  readonly text: Localised;
}

/** What forskrift om universell utforming av ikt-løsninger asks of a public body's pages, § 4: status, faults, contact. */
const SECTIONS: readonly Section[] = [
  {
    heading: { nb: "Hva vi følger", nn: "Kva vi følgjer", en: "What we follow" },
    text: {
      nb: "Sidene er laget for å følge WCAG 2.1 på nivå A og AA. De virker uten skript, med tastatur og skjermleser, i 400 % forstørrelse og på mobil.",
      nn: "Sidene er laga for å følgje WCAG 2.1 på nivå A og AA. Dei verkar utan skript, med tastatur og skjermlesar, i 400 % forstørring og på mobil.",
      en: "These pages are made to follow WCAG 2.1, levels A and AA. They work without scripts, by keyboard and screen reader, at 400 % and on a phone.",
    },
  },
  {
    heading: {
      nb: "Hva som ikke er i orden ennå",
      nn: "Kva som ikkje er i orden enno",
      en: "What is not in order yet",
    },
    text: {
      nb: "Vi kjenner ikke til feil. Sidene testes automatisk ved hver endring; en manuell kontroll med brukere er ikke gjort.",
      nn: "Vi kjenner ikkje til feil. Sidene blir testa automatisk ved kvar endring; ein manuell kontroll med brukarar er ikkje gjord.",
      en: "We know of no faults. The pages are tested automatically at every change; a review with users has not been made.",
    },
  },
  {
    heading: { nb: "Si fra til oss", nn: "Sei frå til oss", en: "Tell us" },
    text: {
      nb: "Møter du et hinder, svar på e-posten du fikk fra oss, så hjelper vi deg og retter feilen.",
      nn: "Møter du eit hinder, svar på e-posten du fekk frå oss, så hjelper vi deg og rettar feilen.",
      en: "If something stands in your way, answer the e-mail you had from us: we will help you, and mend it.",
    },
  },
  {
    heading: { nb: "Klage", nn: "Klage", en: "Complain" },
    text: {
      nb: "Får du ikke den hjelpen du trenger, kan du klage til Tilsynet for universell utforming av ikt (uutilsynet.no).",
      nn: "Får du ikkje den hjelpa du treng, kan du klage til Tilsynet for universell utforming av ikt (uutilsynet.no).",
      en: "If you don't get the help you need, you can complain to the Norwegian supervisory authority (uutilsynet.no).",
    },
  },
];

/** The statement of accessibility that every page's footer links to. */
export function accessibilityPage(locale: Locale): string {
  const main = html`${SECTIONS.map(
    ({ heading, text }) => html`<h2 class="ds-heading" data-size="sm">${heading[locale]}</h2>
<p class="ds-paragraph">${text[locale]}</p>
`,
  )}`;
  return layout({ title: TITLE[locale], locale, main, languages: (each) => `/accessibility?lang=${each}` });
}
