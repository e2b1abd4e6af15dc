import { type Instant, toInstant } from "./clock.ts";
import type { Locale } from "./locale.ts";

export interface Session {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const LANGUAGE_TAG: Readonly<Record<Locale, string>> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };
const AT: Readonly<Record<Locale, string>> = { nb: "kl.", nn: "kl.", en: "at" };

const formats = new Map<Locale, { readonly day: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat }>();

/** Made once a locale: a formatter costs more than a hundred dates. */
function formatsOf(locale: Locale) {
  const made = formats.get(locale);
  if (made) return made;
  const timeZone = "Europe/Oslo";
  const day = { timeZone, weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  const time = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const pair = {
    day: new Intl.DateTimeFormat(LANGUAGE_TAG[locale], day),
    time: new Intl.DateTimeFormat(LANGUAGE_TAG[locale], time),
  };
  formats.set(locale, pair);
  return pair;
}

/** Swedes write dates as ISO 8601 does. */
const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo" });

/** `2027-03-22`, the day in Norway: what books, invoices and rates of VAT go by. */
export function norwegianDay(instant: Instant): string {
  return isoDay.format(Date.parse(instant));
}

/** The first moment of a year in Norway, where winter is an hour ahead of UTC. */
export function norwegianNewYear(year: number): Instant {
  return nextNorwegianTime(toInstant(Date.UTC(year - 1, 11, 31, 12)), "00:00");
}

const CLOCK = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo", hour: "2-digit", minute: "2-digit" });

/** The first moment after `now` at which clocks in Norway show `time`, such as `03:15`; a time that no night leaves out or has twice. */
export function nextNorwegianTime(now: Instant, time: `${number}:${number}`): Instant {
  const quarter = 900_000;
  let at = Math.floor(Date.parse(now) / quarter) * quarter;
  do at += quarter;
  while (CLOCK.format(at) !== time);
  return toInstant(at);
}

/** `mandag 22. mars 2027`, the day in Norway. */
export function formatDay(instant: Instant, locale: Locale): string {
  return formatsOf(locale).day.format(Date.parse(instant));
}

const dates = new Map<Locale, Intl.DateTimeFormat>();

/**
 * `22. mars 2027`, the day in Norway.
 *
 * @param day a moment, or a day such as `2027-03-22`
 */
export function formatDate(day: string, locale: Locale): string {
  let format = dates.get(locale);
  if (!format) {
    const parts = { timeZone: "Europe/Oslo", day: "numeric", month: "long", year: "numeric" } as const;
    format = new Intl.DateTimeFormat(LANGUAGE_TAG[locale], parts);
    dates.set(locale, format);
  }
  return format.format(Date.parse(day));
}

/** `kl. 09.00`, or `at 09:00` in English: the time in Norway. */
function formatClock(instant: Instant, locale: Locale): string {
  return `${AT[locale]}\u00a0${formatTime(instant, locale)}`;
}

/** `mandag 22. mars 2027 kl. 09.00`. */
export function formatMoment(instant: Instant, locale: Locale): string {
  return `${formatDay(instant, locale)} ${formatClock(instant, locale)}`;
}

/** `mandag 22. mars 2027 kl. 09.00–15.30`. */
export function formatSession({ startsAt, endsAt }: Session, locale: Locale): string {
  const end = formatDay(startsAt, locale) === formatDay(endsAt, locale) ? formatTime : formatMoment;
  return `${formatMoment(startsAt, locale)}–${end(endsAt, locale)}`;
}

/** A deadline as people need it: today only the time, another day the day too. */
export function formatDeadline(deadline: Instant, now: Instant, locale: Locale): string {
  return formatDay(deadline, locale) === formatDay(now, locale)
    ? formatClock(deadline, locale)
    : formatMoment(deadline, locale);
}

function formatTime(instant: Instant, locale: Locale): string {
  const text = formatsOf(locale).time.format(Date.parse(instant));
  return locale === "en" ? text : text.replace(":", ".");
}
