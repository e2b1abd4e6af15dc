import type { Instant } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import { mintAccessKey, type RandomBytes } from "#kernel/id";
import type { OfferingId } from "#kernel/ids";
import type { StaffText } from "#kernel/locale";
import type { Offering, OfferingDetails } from "./offering.ts";

/** A draft that nobody can sign up for yet. Each allotment gets the key its group signs up with. */
export function newOffering(offeringId: OfferingId, details: OfferingDetails, random: RandomBytes): Offering {
  const allotments = details.allotments.map((each) => ({ ...each, key: mintAccessKey(random) }));
  return { ...details, allotments, offeringId, status: "draft", version: 1 };
}

/**
 * The offering with other details; allotments that stay keep their keys.
 *
 * @throws DomainError `offering-is-cancelled`, or `bound-by-publication`: what people signed up for, at what price and
 *   with which VAT, stays as it was when it was published
 */
export function editOffering(before: Offering, details: OfferingDetails, random: RandomBytes): Offering {
  const { offeringId, status, version } = before;
  if (status === "cancelled") throw refusal("offering-is-cancelled", { offeringId });
  if (status === "published") {
    const fields = boundFields(before, details);
    if (fields.length > 0) throw refusal("bound-by-publication", { offeringId, fields });
  }
  const keys = new Map(before.allotments.map(({ allotmentId, key }) => [allotmentId, key]));
  const allotments = details.allotments.map((each) => ({
    ...each,
    key: keys.get(each.allotmentId) ?? mintAccessKey(random),
  }));
  return { ...details, allotments, offeringId, status, version: version + 1 };
}

/**
 * Opens a draft for sign-up.
 *
 * @throws DomainError `offering-is-cancelled`, or `offering-is-over` when sign-up would close before it opens
 */
export function publishOffering(offering: Offering, now: Instant): Offering {
  const { offeringId } = offering;
  if (offering.status === "published") return offering;
  if (offering.status === "cancelled") throw refusal("offering-is-cancelled", { offeringId });
  if (offering.signUpClosesAt <= now) throw refusal("offering-is-over", { offeringId });
  return { ...offering, status: "published", version: offering.version + 1 };
}

/**
 * Calls an offering off for good.
 *
 * @throws DomainError `offering-is-over` once its last session has ended
 */
export function cancelOffering(offering: Offering, reason: StaffText, now: Instant): Offering {
  if (offering.status === "cancelled") return offering;
  const { offeringId } = offering;
  if ((offering.sessions.at(-1)?.endsAt ?? now) < now) throw refusal("offering-is-over", { offeringId });
  const version = offering.version + 1;
  return { ...offering, status: "cancelled", cancellation: { reason, cancelledAt: now }, version };
}

/** What of an offering everybody who has signed up must hear of when it changes. */
export function changesToTell(before: Offering, after: Offering): ("dates" | "venue")[] {
  return [
    ...(same(before.sessions, after.sessions) ? [] : (["dates"] as const)),
    ...(same(before.venue, after.venue) ? [] : (["venue"] as const)),
  ];
}

/** When the first session starts now, if that is another time than before. */
export function firstDayMoves(before: Offering, after: Offering): Instant | undefined {
  const startsAt = after.sessions[0]?.startsAt;
  return startsAt === before.sessions[0]?.startsAt ? undefined : startsAt;
}

/**
 * A cohort's dates are its calendar's, which education keeps: changed here alone, the two would differ. Nor does an
 * offering become a cohort here, or stop being one: nobody in it would take part in any calendar.
 *
 * @param before left out for a new one
 * @throws DomainError `cohort-has-its-calendar`
 */
export function refuseCohortsCalendar(before: Offering | undefined, details: OfferingDetails): void {
  if (before?.kind !== "cohort" && details.kind !== "cohort") return;
  if (before?.kind === details.kind && same(before.sessions, details.sessions)) return;
  throw refusal("cohort-has-its-calendar", before ? { offeringId: before.offeringId } : {});
}

/** What publishing binds, as JSON pointers of the fields that were changed all the same. */
function boundFields(before: Offering, details: OfferingDetails): string[] {
  const fields = (["kind", "includedGoods"] as const)
    .filter((field) => !same(before[field], details[field]))
    .map((field) => `/${field}`);
  for (const type of before.ticketTypes) {
    const index = details.ticketTypes.findIndex((each) => each.ticketTypeId === type.ticketTypeId);
    const after = details.ticketTypes[index];
    if (!after) fields.push(`/ticketTypes/${type.ticketTypeId}`);
    for (const field of ["price", "vatAllocation", "who"] as const) {
      if (after && !same(type[field], after[field])) fields.push(`/ticketTypes/${index}/${field}`);
    }
  }
  for (const { allotmentId, ticketTypeId } of before.allotments) {
    const after = details.allotments.find((each) => each.allotmentId === allotmentId);
    if (after?.ticketTypeId !== ticketTypeId) fields.push(`/allotments/${allotmentId}`);
  }
  return fields;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** With the fields of objects in order of name: what is stored may come back in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
