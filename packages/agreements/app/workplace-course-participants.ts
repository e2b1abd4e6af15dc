import * as z from "zod";
import type { WorkplaceCourses } from "#agreements/ports/workplace-courses";
import type { ForSale } from "#catalogue/ports/for-sale";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { type OfferingId, type PlaceId, WorkplaceCourseId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import type { TakePlaces } from "#registration/ports/take-places";
import { maySeeCourse, orderedCourse } from "../domain/workplace-course.ts";
import { type ListedParticipant, newParticipants } from "../domain/workplace-participants.ts";
import { PARTICIPANT } from "./workplace-course-offering.ts";

/** Names no person: it is kept as the answer to a repeated request. */
export const ParticipantsListed = z.object({
  courseId: WorkplaceCourseId,
  /** How many are on the list now. */
  listed: z.int().min(0),
  capacity: z.int().min(1),
});

export interface ListWorkplaceParticipantsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly workplaceCourses: WorkplaceCourses;
  readonly forSale: ForSale;
  readonly takePlaces: TakePlaces;
  readonly placesOfOffering: PlacesOfOffering;
}

export type ListWorkplaceParticipants = (
  origin: Origin,
  courseId: WorkplaceCourseId,
  given: readonly ListedParticipant[],
  caller: Caller,
) => Promise<z.infer<typeof ParticipantsListed>>;

/** A place and its fact each, and some counters: two lists of so many fit into a transaction. */
const AT_ONCE = 40;

/**
 * Puts participants on the list of a course, also after it was held: each gets a place under the course's order. Who is on
 * it already is left as they are, so a list may come again, longer. All of it fits into the course, or none is listed.
 *
 * @throws DomainError `not-found`, also for a course that isn't the caller's to know of; `workplace-course-not-ordered`,
 *   `participants-exceed-capacity`, `offering-not-open` for a course that is called off
 */
export function listWorkplaceParticipantsUseCase(ports: ListWorkplaceParticipantsPorts): ListWorkplaceParticipants {
  const { unitOfWork, workplaceCourses, forSale, takePlaces, placesOfOffering } = ports;

  /** Lists as many of those that are new as a transaction takes; `left`: how many are still to be listed. */
  async function decide(courseId: WorkplaceCourseId, given: readonly ListedParticipant[], caller: Caller) {
    const found = await workplaceCourses.get(courseId);
    if (!found || !maySeeCourse(found, caller)) throw refusal("not-found", {});
    const course = orderedCourse(found);
    const { offeringId, orderNumber } = course;
    const [listed, { offerings }] = await Promise.all([
      listedParticipants(placesOfOffering, offeringId),
      forSale.load({ products: [], offerings: [offeringId] }),
    ]);
    const fresh = newParticipants(listed, given);
    const capacity = offerings.get(offeringId)?.capacity ?? course.quote.capacity;
    if (listed.length + fresh.length > capacity) {
      throw refusal("participants-exceed-capacity", { capacity, listed: listed.length, more: fresh.length });
    }
    const now = fresh.slice(0, AT_ONCE);
    const taken = await takePlaces(
      now.map((participant) => ({
        offeringId,
        ticketTypeId: PARTICIPANT,
        participant,
        chosenGoods: [],
        answers: [],
        entitled: { kind: "own-workplace" },
      })),
      offerings,
      { orderNumber, now: unitOfWork.clock(), look: "leap" },
    );
    const parts: TransactionPart[] = taken.flatMap((each) => [...each.as("confirmed")]);
    return {
      parts: parts.length > 0 ? [workplaceCourses.inTurn(course), ...parts] : [],
      answer: { courseId, listed: listed.length + now.length, capacity },
      left: fresh.length - now.length,
    };
  }

  return async (origin, courseId, given, caller) => {
    const list = () => decide(courseId, given, caller);
    // Only the last transaction keeps the answer: a request that is cut off before goes on where it was.
    for (;;) {
      const last = given.length <= AT_ONCE || (await list()).left === 0;
      if (last) return unitOfWork.run(origin, ParticipantsListed, list);
      const { correlationId } = origin;
      await unitOfWork.run({ correlationId }, ParticipantsListed, list);
    }
  };
}

/** One on a course's list, by the place they have. */
export interface Listed extends ListedParticipant {
  readonly placeId: PlaceId;
}

/** Everybody who has a place. Far below a thousand: a few requests. */
export async function listedParticipants(places: PlacesOfOffering, offeringId: OfferingId): Promise<Listed[]> {
  const listed: Listed[] = [];
  let cursor: string | undefined;
  do {
    const page = await places.page(offeringId, 100, cursor);
    const standing = page.items.filter(({ status }) => status !== "cancelled");
    listed.push(...standing.flatMap(({ placeId, participant }) => (participant ? [{ placeId, ...participant }] : [])));
    cursor = page.cursor;
  } while (cursor);
  return listed;
}
