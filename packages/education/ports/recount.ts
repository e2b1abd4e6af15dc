import type { DocumentId } from "#kernel/ids";
import type { Seen } from "#kernel/seen";
import type { Cohort } from "../domain/cohort.ts";
import type { HandIn } from "../domain/hand-in.ts";
import type { Mark, Participation } from "../domain/participation.ts";

export interface CountedCohort extends Seen, Pick<Cohort, "cohortId" | "markedDays" | "groups" | "version"> {
  readonly kind: "cohort";
  /** `dayId`s of the days that count. */
  readonly days: readonly string[];
}

/** A participation, without whose it is: their address only as a hash, to see that it is the place's. */
export interface CountedParticipation
  extends Seen,
    Pick<Participation, "cohortId" | "placeId" | "status" | "group" | "processLeader" | "version"> {
  readonly kind: "participation";
  /** None of somebody who was erased. */
  readonly address: string | undefined;
  /** By `dayId`. */
  readonly marks: readonly (readonly [dayId: string, mark: Mark])[];
  readonly portfolio: { readonly status: HandIn["status"]; readonly documentIds: readonly DocumentId[] };
  readonly essay: { readonly status: HandIn["status"]; readonly documentIds: readonly DocumentId[] };
}

interface CountedHandIn extends Seen, Pick<HandIn, "cohortId" | "placeId" | "status" | "version"> {
  readonly kind: "hand-in";
  readonly of: HandIn["kind"];
  /** Documents that are ready to be read. */
  readonly ready: readonly DocumentId[];
  /** How many were not turned away. */
  readonly standing: number;
}

/** What education offers to a recount of its rows. */
export type EducationRow = CountedCohort | CountedParticipation | CountedHandIn;
