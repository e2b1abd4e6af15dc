import * as z from "zod";
import type { WorkplaceCourses } from "#agreements/ports/workplace-courses";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { PlaceId, WorkplaceCourseId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Place, PlaceParts, PlaceReads } from "#registration/ports/places";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import { isContact, maySeeCourse, type OrderedCourse, orderedCourse } from "../domain/workplace-course.ts";
import { isSame, type ListedParticipant, newParticipants } from "../domain/workplace-participants.ts";
import { workplaceParticipantRemoved } from "../events/workplace-participant-removed.ts";
import { listedParticipants } from "./workplace-course-participants.ts";

/** Names no person: it is kept as the answer to a repeated request. */
export const ParticipantChanged = z.object({
  courseId: WorkplaceCourseId,
  placeId: PlaceId,
  is: z.enum(["listed", "removed"]),
});
type Changed = z.infer<typeof ParticipantChanged>;

interface ListedRef {
  readonly courseId: WorkplaceCourseId;
  readonly placeId: PlaceId;
}

export interface ChangeWorkplaceParticipantPorts {
  readonly unitOfWork: UnitOfWork;
  readonly workplaceCourses: WorkplaceCourses;
  readonly placeReads: PlaceReads;
  readonly placeParts: Pick<PlaceParts, "name" | "cancel">;
  readonly placesOfOffering: PlacesOfOffering;
}

/**
 * What its contact, or an administrator, does to one who is on the list of a course, also after it was held, until it is called
 * off. Done already, it stays as it is. Each throws `not-found`, also for a course that isn't the caller's to know of, and
 * `workplace-course-not-ordered`.
 */
export interface ChangeWorkplaceParticipant {
  /** Mends a name or an address, or lists somebody else instead. @throws DomainError `place-cancelled`, `participant-listed-already` */
  correct(origin: Origin, who: ListedRef, participant: ListedParticipant, caller: Caller): Promise<Changed>;
  /** Off the list: their place is free for another. */
  remove(origin: Origin, who: ListedRef, caller: Caller): Promise<Changed>;
}

export function changeWorkplaceParticipantUseCase(ports: ChangeWorkplaceParticipantPorts): ChangeWorkplaceParticipant {
  const { unitOfWork, workplaceCourses, placeReads, placeParts, placesOfOffering } = ports;

  async function load({ courseId, placeId }: ListedRef, caller: Caller): Promise<readonly [OrderedCourse, Place]> {
    const found = await workplaceCourses.get(courseId);
    if (!found || !maySeeCourse(found, caller)) throw refusal("not-found", {});
    const course = orderedCourse(found);
    const [place] = await placeReads.load([{ offeringId: course.offeringId, placeId }]);
    if (!place) throw refusal("not-found", {});
    return [course, place];
  }

  /** @throws DomainError `participant-listed-already` for one who is on the list besides */
  async function refuseTwice({ offeringId, placeId }: Place, participant: ListedParticipant): Promise<void> {
    const others = (await listedParticipants(placesOfOffering, offeringId)).filter((each) => each.placeId !== placeId);
    if (newParticipants(others, [participant]).length === 0) throw refusal("participant-listed-already", {});
  }

  return {
    correct: (origin, who, participant, caller) =>
      unitOfWork.run(origin, ParticipantChanged, async () => {
        const [course, place] = await load(who, caller);
        if (place.status === "cancelled") throw refusal("place-cancelled", {});
        const answer = { ...who, is: "listed" as const };
        if (place.participant && isSame(place.participant, participant)) return { parts: [], answer };
        await refuseTwice(place, participant);
        const after = { ...place, participant, version: place.version + 1 };
        return { parts: [workplaceCourses.inTurn(course), placeParts.name(place, after)], answer };
      }),
    remove: (origin, who, caller) =>
      unitOfWork.run(origin, ParticipantChanged, async () => {
        const [course, place] = await load(who, caller);
        const answer = { ...who, is: "removed" as const };
        if (place.status === "cancelled") return { parts: [], answer };
        return { parts: [placeParts.cancel([place]), removed(course, place, caller)], answer };
      }),
  };
}

function removed(course: OrderedCourse, { offeringId, orderNumber, placeId }: Place, caller: Caller): TransactionPart {
  const { courseId } = course;
  const by = isContact(course, caller) ? "contact" : "administrator";
  return record(workplaceParticipantRemoved.of({ courseId, offeringId, orderNumber, placeId, by }));
}
