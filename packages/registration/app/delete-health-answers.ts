import type { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { HealthRows } from "#registration/ports/health-answers";
import type { ScheduleParts, ScheduleReads } from "#registration/ports/schedule";

/** Rows of one transaction. */
const PAGE = 50;

export interface DeleteHealthAnswersPorts {
  readonly unitOfWork: UnitOfWork;
  readonly healthRows: HealthRows;
  readonly schedule: ScheduleParts & ScheduleReads;
}

export type DeleteHealthAnswers = (origin: Origin, offeringId: OfferingId) => Promise<void>;

/** Deletes an offering's answers about health, 14 days after its last session; the sweep comes back until all are gone. */
export function deleteHealthAnswersUseCase(ports: DeleteHealthAnswersPorts): DeleteHealthAnswers {
  const { unitOfWork, healthRows, schedule } = ports;
  return async (origin, offeringId) => {
    let left = true;
    while (left) {
      await unitOfWork.handle(origin, async () => {
        const dueAt = await schedule.dueAt(offeringId, "health-deletion");
        left = false;
        if (!dueAt || dueAt > unitOfWork.clock()) return [];
        const rows = await healthRows.first(offeringId, PAGE);
        left = rows.length > 0;
        return left ? [healthRows.forget(rows)] : [schedule.done(offeringId, "health-deletion", dueAt)];
      });
    }
  };
}
