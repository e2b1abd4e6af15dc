import type { HandInRef, HandIns } from "#education/ports/hand-ins";
import type { ParticipationRef, Participations } from "#education/ports/participations";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Cohort } from "../domain/cohort.ts";
import { blank, type HandIn } from "../domain/hand-in.ts";
import { isOwn } from "../domain/hand-in-access.ts";
import type { Participation } from "../domain/participation.ts";
import { isReady } from "../domain/practice-document.ts";
import { withSummary } from "../domain/summary.ts";
import { documentsRemoved } from "../events/documents-removed.ts";

export interface HandInPorts {
  readonly unitOfWork: UnitOfWork;
  readonly handIns: HandIns;
  readonly participations: Participations;
}

/** All that a command on a hand-in decides on. */
export interface Loaded {
  readonly cohort: Cohort;
  readonly participation: Participation;
  readonly handIn: HandIn;
}

type LoadPorts = Pick<HandInPorts, "handIns" | "participations">;

/** @throws DomainError `not-found` */
export async function loadHandIn({ handIns, participations }: LoadPorts, ref: HandInRef): Promise<Loaded> {
  const [cohort, participation, handIn] = await Promise.all([
    participations.cohort(ref.cohortId),
    participations.get(ref),
    handIns.get(ref),
  ]);
  if (!cohort || !participation) throw refusal("not-found", {});
  return { cohort, participation, handIn: handIn ?? blank(ref) };
}

/** As `loadHandIn`, for its own participant. @throws DomainError `not-found`, `participant-withdrawn` */
export async function loadOwnHandIn(ports: LoadPorts, ref: HandInRef, caller: Caller): Promise<Loaded> {
  const loaded = await loadHandIn(ports, ref);
  if (!isOwn(loaded.participation, caller)) throw refusal("not-found", {});
  if (loaded.participation.status === "withdrawn") throw refusal("participant-withdrawn", { placeId: ref.placeId });
  return loaded;
}

/**
 * Writes the hand-in together with what its participation tells of it, so that a certificate is never decided on anything
 * else; and says which files are nobody's any more.
 */
export function writeHandIn(
  { handIns, participations, unitOfWork }: HandInPorts,
  { cohort, participation, handIn }: Loaded,
  after: HandIn,
): TransactionPart[] {
  const summarised = withSummary(participation, after);
  const changed = JSON.stringify(summarised) !== JSON.stringify(participation);
  const left = new Set(after.documents.map(({ documentId }) => documentId));
  const gone = handIn.documents.filter(
    (document) => document.file && isReady(document) && !left.has(document.documentId),
  );
  const { cohortId, placeId }: ParticipationRef = handIn;
  const documentIds = gone.map(({ documentId }) => documentId);
  return [
    handIns.write(handIn, after, { cohort, now: unitOfWork.clock() }),
    ...(changed ? [participations.replace(participation, summarised)] : []),
    ...(documentIds.length > 0
      ? [{ writes: [], facts: [documentsRemoved.of({ cohortId, placeId, documentIds })] }]
      : []),
  ];
}
