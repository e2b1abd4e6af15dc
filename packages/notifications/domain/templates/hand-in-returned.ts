import { greeting } from "#kernel/greeting";
import { type Letter, letter, link, paragraph } from "#kernel/letter";
import type { Locale } from "#kernel/locale";

export interface HandInDecided {
  readonly name: string;
  readonly kind: "portfolio" | "essay";
  readonly link: string;
}

const TEXT = {
  nb: {
    subject: { portfolio: "Mappen din er sendt tilbake", essay: "Refleksjonsoppgaven din er sendt tilbake" },
    read: "Den som vurderer, har skrevet kommentarer til deg. Les dem, rett det som trengs, og lever på nytt.",
    button: "Les kommentarene",
  },
  nn: {
    subject: { portfolio: "Mappa di er send tilbake", essay: "Refleksjonsoppgåva di er send tilbake" },
    read: "Den som vurderer, har skrive kommentarar til deg. Les dei, rett det som trengst, og lever på nytt.",
    button: "Les kommentarane",
  },
  en: {
    subject: { portfolio: "Your portfolio was returned", essay: "Your reflection essay was returned" },
    read: "The reviewer has written comments to you. Read them, correct what is needed, and hand it in again.",
    button: "Read the comments",
  },
} as const satisfies Record<Locale, unknown>;

/** To a participant: the comments are behind the link, and not in the mail. */
export function handInReturned(data: HandInDecided, locale: Locale): Letter {
  const text = TEXT[locale];
  return letter(
    text.subject[data.kind],
    greeting(data.name, locale),
    paragraph(text.read),
    link(text.button, data.link),
  );
}
