import { type Instant, toInstant } from "./clock.ts";
import type { Localised } from "./locale.ts";
import { norwegianDay, norwegianNewYear } from "./norwegian-time.ts";

/** Years that bookkeeping is kept after the year it is of, by the day from which a rule holds (bokføringsloven § 13). */
const BOOKKEEPING: readonly { readonly from: string; readonly years: number }[] = [{ from: "2000-01-01", years: 5 }];

/** When what is booked at a moment need no longer be kept: as the year in Norway begins that comes after its years. */
export function bookkeepingUntil(at: Instant): Instant {
  const day = norwegianDay(at);
  const years = BOOKKEEPING.findLast(({ from }) => from <= day)?.years ?? 0;
  return norwegianNewYear(Number(day.slice(0, 4)) + 1 + years);
}

export function plusMonths(at: Instant, months: number): Instant {
  const date = new Date(at);
  date.setUTCMonth(date.getUTCMonth() + months);
  return toInstant(date.getTime());
}

/** Data of orders, places and requests that no law keeps longer goes after so many months (GDPR art. 5 (1) e). */
export const ORDER_DATA_MONTHS = 24;

export const BOOKKEEPING_WHY: Localised = {
  nb: "Vi må ta vare på regnskapet i fem år etter regnskapsåret (bokføringsloven § 13). Det brukes bare til det.",
  nn: "Vi må ta vare på rekneskapen i fem år etter rekneskapsåret (bokføringslova § 13). Det blir berre brukt til det.",
  en: "We must keep our accounts for five years after the financial year (Norwegian Bookkeeping Act, section 13). They are used for nothing else.",
};

export const STILL_RUNNING_WHY: Localised = {
  nb: "Avtalen med deg er ikke ferdig ennå, og vi trenger opplysningene for å holde den (personvernforordningen artikkel 6 nr. 1 b). De slettes av seg selv etterpå.",
  nn: "Avtalen med deg er ikkje ferdig enno, og vi treng opplysningane for å halde han (personvernforordninga artikkel 6 nr. 1 b). Dei blir sletta av seg sjølve etterpå.",
  en: "Our agreement with you is not over yet, and we need the data to keep it (GDPR article 6 (1) b). They are erased by themselves afterwards.",
};
