import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { norwegianDay } from "#kernel/norwegian-time";
import type { Place } from "./place.ts";

/** @throws DomainError `too-early-to-hand-out` before the offering's first day, when places still come and go */
export function refuseTooEarly(
  { sessions }: { readonly sessions: readonly { readonly startsAt: Instant }[] },
  now: Instant,
) {
  const startsAt = sessions[0]?.startsAt;
  if (startsAt && norwegianDay(now) < norwegianDay(startsAt)) throw refusal("too-early-to-hand-out", { startsAt });
}

/** Goods are handed out to people: a place that nobody is named for has yet to choose. */
export function isToBeHandedOut({ status, participant, goods, handedOut }: Place): boolean {
  return status === "confirmed" && participant !== undefined && goods.length > 0 && !handedOut;
}
