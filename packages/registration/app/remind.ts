import type { ForSale } from "#catalogue/ports/for-sale";
import type { Fact } from "#kernel/event";
import type { OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import { namingReminderDue } from "../events/naming-reminder-due.ts";
import { reminderDue } from "../events/reminder-due.ts";
import { reminderRoundContinued } from "../events/reminder-round-continued.ts";
import type { Reminder } from "./begin-reminders.ts";

/** Places of one transaction: each owes a fact, and 20 stay well below 100 actions. */
const PAGE = 20;

export interface RemindPorts {
  readonly unitOfWork: UnitOfWork;
  readonly forSale: ForSale;
  readonly placesOfOffering: PlacesOfOffering;
}

export type Remind = (origin: Origin, offeringId: OfferingId, about: Reminder, cursor?: string) => Promise<void>;

/** Reminds a page of an offering's confirmed places, and goes on with the next by an event. */
export function remindUseCase({ unitOfWork, forSale, placesOfOffering }: RemindPorts): Remind {
  return (origin, offeringId, about, after) =>
    unitOfWork.handle(origin, async () => {
      const [{ offerings }, { items, cursor }] = await Promise.all([
        forSale.load({ products: [], offerings: [offeringId] }),
        placesOfOffering.page(offeringId, PAGE, after),
      ]);
      if (offerings.get(offeringId)?.status !== "published") return [];
      const facts = items
        .filter((place) => place.status === "confirmed" && (about === "offering-reminder" || !place.participant))
        .map((place): Fact => (about === "offering-reminder" ? reminderDue.of(place) : namingReminderDue.of(place)));
      const goesOn = cursor ? [reminderRoundContinued.of({ offeringId, about, cursor })] : [];
      return [record(...facts, ...goesOn)];
    });
}
