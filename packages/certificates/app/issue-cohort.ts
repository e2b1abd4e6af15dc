import type { Cohorts } from "#education/ports/cohorts";
import type { Grounds } from "#education/ports/grounds";
import type { ParticipationReads } from "#education/ports/participations";
import type { PersonId } from "#kernel/caller";
import type { OfferingId, PlaceId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { cohortCertificatesContinued } from "../events/cohort-certificates-continued.ts";
import { type IssuingPorts, identityOf, makeOut } from "./issuing.ts";
import { qualifiedIn, toBeIssued } from "./qualified.ts";
import { type Issuing, snapshotOf } from "./snapshot.ts";

/** Certificates of one transaction: six actions each, and a transaction has 100. */
const PAGE = 12;

export interface IssueCohortPorts extends IssuingPorts, Issuing {
  readonly unitOfWork: UnitOfWork;
  readonly participations: ParticipationReads;
  readonly cohorts: Pick<Cohorts, "certified">;
  readonly grounds: Grounds;
}

interface CohortRound {
  readonly cohortId: OfferingId;
  readonly by: PersonId;
  readonly placeIds?: PlaceId[] | undefined;
  /** The last one done. */
  readonly cursor?: PlaceId;
}

export type IssueCohort = (origin: Origin, round: CohortRound) => Promise<void>;

/**
 * Issues a page of a cohort's certificates, and says that there are more. The transaction checks that the calendar and
 * each participation still are as they were judged: a correction at the same moment makes it judge again. Walked again,
 * it finds nothing to do.
 */
export function issueCohortUseCase(ports: IssueCohortPorts): IssueCohort {
  const { unitOfWork, participations, certificates, cohorts, grounds, holders } = ports;
  return (origin, { cursor, ...round }) =>
    unitOfWork.handle(origin, async () => {
      const { cohortId, by, placeIds } = round;
      const [cohort, everybody, held] = await Promise.all([
        participations.cohort(cohortId),
        participations.ofCohort(cohortId),
        certificates.heldIn(cohortId),
      ]);
      if (!cohort) return [];
      const due = toBeIssued(qualifiedIn(cohort, everybody), held, placeIds).filter(
        ({ participation }) => cursor === undefined || participation.placeId > cursor,
      );
      const page = due.slice(0, PAGE);
      const last = page.at(-1);
      if (!last) return [];
      const now = unitOfWork.clock();
      const toIssue = page.map(({ participation, eligibility }) => ({
        cohortId,
        placeId: participation.placeId,
        snapshot: snapshotOf(cohort, participation, eligibility, ports, now),
        holder: holders.holderOf(participation.email),
        identity: identityOf(ports, participation.email),
      }));
      const made = await makeOut(ports, toIssue, by, now);
      const named = toIssue.map(({ holder }) => holder);
      return [
        cohorts.certified(cohort),
        ...page.map(({ participation }) => grounds.unchanged(participation)),
        ...made.certificates.map((certificate) => certificates.issue(certificate, held.get(certificate.placeId))),
        ...made.parts,
        holders.gained(named, await holders.known(named)),
        ...(due.length > PAGE
          ? [record(cohortCertificatesContinued.of({ ...round, cursor: last.participation.placeId }))]
          : []),
      ];
    });
}
