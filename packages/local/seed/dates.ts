import { type Instant, toInstant } from "#kernel/clock";

const DAY = 86_400_000;

/** The first Wednesday, as `YYYY-MM-DD`, at least `days` days after `now`: courses are held on Wednesdays. */
export function wednesdayAfter(now: Instant, days: number): string {
  const earliest = Date.parse(now) + days * DAY;
  const wait = (3 - new Date(earliest).getUTCDay() + 7) % 7;
  return new Date(earliest + wait * DAY).toISOString().slice(0, 10);
}

/** The moment clocks in Norway show `time` (`09:00`) on `day` (`YYYY-MM-DD`), summer time or not. */
export function norwegianTime(day: string, time: string): Instant {
  const asIfUtc = Date.parse(`${day}T${time}:00.000Z`);
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo", dateStyle: "short", timeStyle: "medium" });
  const inNorway = Date.parse(`${shown.format(asIfUtc).replace(" ", "T")}.000Z`);
  return toInstant(asIfUtc - (inNorway - asIfUtc));
}

/** The end of the day that is `days` days before `day`, in Norway. */
export function deadline(day: string, days: number): Instant {
  const earlier = new Date(Date.parse(`${day}T12:00:00.000Z`) - days * DAY).toISOString().slice(0, 10);
  return norwegianTime(earlier, "23:59");
}
