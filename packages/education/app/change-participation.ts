import * as z from "zod";
import type { Histories } from "#education/ports/histories";
import type { ParticipationRef, Participations } from "#education/ports/participations";
import type { PersonId } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { PlaceId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { PlaceParts, PlaceReads } from "#registration/ports/places";
import { type Background, Participation } from "../domain/participation.ts";
import { withdrawn } from "../domain/settle-participation.ts";
import { participationResumed } from "../events/participation-resumed.ts";
import { participationWithdrawn } from "../events/participation-withdrawn.ts";

/** Names nobody: it is kept as the answer to a repeated request. */
export const ParticipationChanged = z.object({ placeId: PlaceId, status: Participation.shape.status });

type Answer = z.infer<typeof ParticipationChanged>;

export interface ChangeParticipation {
  /** Leaves during the year: the place, its money and its trainer seat stay as they are. */
  withdraw(origin: Origin, who: ParticipationRef, by: PersonId): Promise<Answer>;
  /** Takes part again, with all that was kept. @throws DomainError `place-cancelled` when there is no place any more */
  resume(origin: Origin, who: ParticipationRef, by: PersonId): Promise<Answer>;
  /** What learning groups are mixed by, as the centre knows it. */
  describe(origin: Origin, who: ParticipationRef, background: Background): Promise<Answer>;
}

export interface ChangeParticipationPorts {
  readonly unitOfWork: UnitOfWork;
  readonly participations: Participations;
  readonly histories: Pick<Histories, "add">;
  readonly placeReads: PlaceReads;
  readonly placeParts: Pick<PlaceParts, "unchanged">;
}

/** What an administrator does to one participation; done already, it stays as it is. Each throws `not-found`. */
export function changeParticipationUseCase(ports: ChangeParticipationPorts): ChangeParticipation {
  const { unitOfWork, participations, histories, placeReads, placeParts } = ports;

  async function load(who: ParticipationRef) {
    const found = await participations.get(who);
    if (!found) throw refusal("not-found", {});
    return found;
  }

  return {
    withdraw: (origin, { cohortId, placeId }, by) =>
      unitOfWork.run(origin, ParticipationChanged, async () => {
        const before = await load({ cohortId, placeId });
        const answer = { placeId, status: "withdrawn" as const };
        if (before.status === "withdrawn") return { parts: [], answer };
        const at = unitOfWork.clock();
        const entry = { what: "withdrawn" as const, cohortId, placeId, version: before.version + 1, by, at };
        return {
          parts: [
            participations.replace(before, withdrawn(before, at)),
            histories.add(entry),
            record(participationWithdrawn.of({ cohortId, placeId, why: "left" })),
          ],
          answer,
        };
      }),
    resume: (origin, { cohortId, placeId }, by) =>
      unitOfWork.run(origin, ParticipationChanged, async () => {
        const [before, [place]] = await Promise.all([
          load({ cohortId, placeId }),
          placeReads.load([{ offeringId: cohortId, placeId }]),
        ]);
        const answer = { placeId, status: "active" as const };
        if (before.status === "active") return { parts: [], answer };
        if (place?.status !== "confirmed") throw refusal("place-cancelled", {});
        const { withdrawnAt: _withdrawnAt, ...rest } = before;
        const entry = { what: "resumed" as const, cohortId, placeId, version: before.version + 1, by };
        return {
          parts: [
            placeParts.unchanged(place),
            participations.replace(before, { ...rest, status: "active" }),
            histories.add({ ...entry, at: unitOfWork.clock() }),
            record(participationResumed.of({ cohortId, placeId })),
          ],
          answer,
        };
      }),
    describe: (origin, who, background) =>
      unitOfWork.run(origin, ParticipationChanged, async () => {
        const before = await load(who);
        const { placeId, status } = before;
        return { parts: [participations.replace(before, { ...before, background })], answer: { placeId, status } };
      }),
  };
}
