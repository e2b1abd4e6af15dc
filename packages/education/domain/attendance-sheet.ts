import { inLocale, type Locale } from "#kernel/locale";
import { formatDay } from "#kernel/norwegian-time";
import { canMiss } from "./can-miss.ts";
import { type Cohort, daysHeld } from "./cohort.ts";
import { attendanceOf } from "./eligibility.ts";
import { inDays } from "./in-days.ts";
import type { Mark, Participation } from "./participation.ts";

const TEXT = {
  nb: {
    name: "Navn",
    email: "E-post",
    group: "Gruppe",
    status: "Status",
    sum: "Dager til stede",
    left: "Kan være borte",
    active: "Deltar",
    withdrawn: "Har sluttet",
    marks: { present: "Til stede", half: "Halv dag", absent: "Borte" },
  },
  nn: {
    name: "Namn",
    email: "E-post",
    group: "Gruppe",
    status: "Status",
    sum: "Dagar til stades",
    left: "Kan vere borte",
    active: "Deltek",
    withdrawn: "Har slutta",
    marks: { present: "Til stades", half: "Halv dag", absent: "Borte" },
  },
  en: {
    name: "Name",
    email: "E-mail",
    group: "Group",
    status: "Status",
    sum: "Days attended",
    left: "Can miss",
    active: "Takes part",
    withdrawn: "Has left",
    marks: { present: "Present", half: "Half a day", absent: "Absent" },
  },
} satisfies Record<Locale, { readonly marks: Record<Mark, string>; readonly [word: string]: unknown }>;

/** A cohort's attendance as rows of text, headings first, people by name: one column for each day that is held. */
export function attendanceSheet(cohort: Cohort, everybody: readonly Participation[], locale: Locale): string[][] {
  const text = TEXT[locale];
  const days = daysHeld(cohort);
  const headings = [
    ...[text.name, text.email, text.group, text.status],
    ...days.map(({ startsAt }) => formatDay(startsAt, locale)),
    ...[text.sum, text.left],
  ];
  const byName = everybody.toSorted((one, other) => one.name.localeCompare(other.name, locale));
  const rows = byName.map((each) => [
    ...[each.name, each.email, String(each.group ?? ""), text[each.status]],
    ...days.map(({ dayId }) => {
      const mark = each.attendance[dayId]?.mark;
      return mark ? text.marks[mark] : "";
    }),
    ...[inDays(attendanceOf(cohort, each).halves, locale), inDays(canMiss(cohort, each).halves, locale)],
  ]);
  return [headings, ...rows];
}

/** The file's name without its ending: the cohort's title in letters that every system takes. */
export function sheetName({ title }: Pick<Cohort, "title">): string {
  const plain = inLocale(title, "nb")
    .toLowerCase()
    .replace(/[^a-z0-9æøå]+/g, "-");
  return plain.replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a").replace(/^-|-$/g, "") || "kull";
}
