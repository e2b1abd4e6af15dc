import { erasureRequested } from "#people/events/erasure-requested";
import { exportRequested } from "#people/events/export-requested";
import { personalDataWalkContinued } from "#people/events/personal-data-walk-continued";
import { type Consumption, on } from "#platform/events/consumer";
import type { wirePersonalData } from "./wire-personal-data.ts";

const FIRST = { round: 1, page: 1 };

/** The walks over the table, a page an event. */
export function eventTable(app: ReturnType<typeof wirePersonalData>): Consumption[] {
  const { exportPerson, erasePerson } = app;
  return [
    on(exportRequested, (origin, { requestId }) => exportPerson(origin, requestId, FIRST)),
    on(erasureRequested, (origin, { requestId }) => erasePerson(origin, requestId, FIRST)),
    on(personalDataWalkContinued, async (origin, { requestId, ...at }) => {
      // One of them: each leaves alone what is the other's.
      await exportPerson(origin, requestId, at);
      await erasePerson(origin, requestId, at);
    }),
  ];
}
