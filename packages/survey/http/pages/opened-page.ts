import type { Locale } from "#kernel/locale";
import type { OpenedLink } from "../../app/open-link.ts";
import type { Link } from "../../domain/link.ts";
import { closedPage } from "./closed-page.ts";
import { consentPage } from "./consent-page.ts";
import { overviewPage } from "./overview-page.ts";
import { stepPage } from "./step-page.ts";

/** What a link shows as things stand: that the form is closed, the consent, the first part, or how far one has come. */
export function openedPage(opened: OpenedLink, link: Link, locale: Locale): string {
  const { wave, answering } = opened;
  if (!wave.open) return closedPage(opened, link, locale);
  if (!answering) return consentPage(opened, { link, locale, fields: {}, errors: [] });
  const untouched = Object.keys(answering.scores).length === 0;
  return untouched ? stepPage(answering, { link, locale, number: 1 }) : overviewPage(opened, answering, link, locale);
}
