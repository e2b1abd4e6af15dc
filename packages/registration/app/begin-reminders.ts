import type { ForSale } from "#catalogue/ports/for-sale";
import type { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { ScheduleParts, ScheduleReads } from "#registration/ports/schedule";
import { reminderRoundContinued } from "../events/reminder-round-continued.ts";

export interface BeginRemindersPorts {
  readonly unitOfWork: UnitOfWork;
  readonly forSale: ForSale;
  readonly schedule: ScheduleParts & ScheduleReads;
}

export type Reminder = "offering-reminder" | "naming-reminder";

export type BeginReminders = (origin: Origin, offeringId: OfferingId, about: Reminder) => Promise<void>;

/** The time for an offering's reminders has come: a round of them begins, once. A cancelled offering has none. */
export function beginRemindersUseCase({ unitOfWork, forSale, schedule }: BeginRemindersPorts): BeginReminders {
  return (origin, offeringId, about) =>
    unitOfWork.handle(origin, async () => {
      const [{ offerings }, dueAt] = await Promise.all([
        forSale.load({ products: [], offerings: [offeringId] }),
        schedule.dueAt(offeringId, about),
      ]);
      if (!dueAt || dueAt > unitOfWork.clock()) return [];
      const goesAhead = offerings.get(offeringId)?.status === "published";
      const facts = goesAhead ? [reminderRoundContinued.of({ offeringId, about })] : [];
      return [schedule.done(offeringId, about, dueAt), record(...facts)];
    });
}
