import * as z from "zod";

/**
 * A moment in UTC as ISO 8601 with milliseconds, `2026-03-22T08:00:00.000Z`: sorts as text. One that is none ends the parsing:
 * rules about several fields reckon with it, and zod would let them.
 */
export const Instant = z.iso.datetime({ precision: 3, abort: true }).brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

/** The only way to ask what time it is. Handed in, never read at module load. */
export type Clock = () => Instant;

export const systemClock: Clock = () => toInstant(Date.now());

/** @param milliseconds since 1970-01-01 UTC */
export function toInstant(milliseconds: number): Instant {
  return Instant.parse(new Date(milliseconds).toISOString());
}

export function plusSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(Date.parse(instant) + seconds * 1000);
}

export function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

/** Whole seconds since 1970, as DynamoDB's time to live wants it. */
export function epochSeconds(instant: Instant): number {
  return Math.floor(Date.parse(instant) / 1000);
}
