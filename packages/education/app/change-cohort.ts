import * as z from "zod";
import type { OfferingEdits } from "#catalogue/ports/offering-edits";
import { Offering } from "#catalogue/ports/offering-schemas";
import type { Cohorts } from "#education/ports/cohorts";
import { refusal } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { refuseOtherDays, refuseToLoseAttendance } from "../domain/calendar.ts";
import { Cohort } from "../domain/cohort.ts";
import { offeringOfCohort } from "./cohort-offering.ts";
import type { CohortRequest } from "./cohort-request.ts";

/** A cohort with its offering: the two are one to an administrator. */
export const CohortAnswer = z.object({ ...Cohort.shape, offering: Offering });
export type CohortAnswer = z.infer<typeof CohortAnswer>;

export interface ChangeCohort {
  /** A draft, or open for sign-up as its window says. */
  create(origin: Origin, request: CohortRequest, as: "draft" | "published"): Promise<CohortAnswer>;
  /**
   * @throws DomainError `not-found`, `changed-meanwhile`, `course-day-has-attendance`, `cohort-has-certificates`, and what an offering's edit refuses,
   *   such as `seats-would-break-agreement` when the first day would leave the period of an agreement with a seat in it
   */
  edit(
    origin: Origin,
    seen: { readonly cohortId: OfferingId; readonly version: number },
    request: CohortRequest,
  ): Promise<CohortAnswer>;
}

export interface ChangeCohortPorts {
  readonly unitOfWork: UnitOfWork;
  readonly cohorts: Cohorts;
  readonly offeringEdits: OfferingEdits;
}

/** A cohort and its offering, written in one transaction: the days that are counted are the days that were sold. */
export function changeCohortUseCase({ unitOfWork, cohorts, offeringEdits }: ChangeCohortPorts): ChangeCohort {
  return {
    create: (origin, request, as) =>
      unitOfWork.run(origin, CohortAnswer, async () => {
        const cohortId = mint(OfferingId, unitOfWork.random);
        const { title, gatherings, groups } = request;
        const cohort = { cohortId, title, gatherings, groups, markedDays: [], version: 1 };
        const { offering, parts } = offeringEdits.create(cohortId, offeringOfCohort(request), as);
        return { parts: [cohorts.create(cohort), ...parts], answer: { ...cohort, offering } };
      }),
    edit: (origin, { cohortId, version }, request) =>
      unitOfWork.run(origin, CohortAnswer, async () => {
        const [before, sold] = await Promise.all([cohorts.get(cohortId), offeringEdits.get(cohortId)]);
        if (!before || !sold) throw refusal("not-found", {});
        if (before.version !== version) throw refusal("changed-meanwhile", { version: before.version });
        const { title, gatherings, groups } = request;
        refuseToLoseAttendance(before, gatherings);
        refuseOtherDays(before, gatherings);
        const after = { ...before, title, gatherings, groups, version: version + 1 };
        const { offering, parts } = await offeringEdits.edit(sold, offeringOfCohort(request));
        return { parts: [cohorts.replace(before, after), ...parts], answer: { ...after, offering } };
      }),
  };
}
