const milliseconds = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The interval of a `rate(…)` schedule in milliseconds; undefined for another expression. */
export function rateInterval(expression: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (unit === "minute" || unit === "hour" || unit === "day") return Number(count) * milliseconds[unit];
  return undefined;
}
