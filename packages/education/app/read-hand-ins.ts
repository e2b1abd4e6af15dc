import type { FileAddresses } from "#education/ports/files";
import type { HandInRef, HandIns } from "#education/ports/hand-ins";
import type { ParticipationReads, ParticipationRef } from "#education/ports/participations";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { DocumentId } from "#kernel/ids";
import type { Cohort } from "../domain/cohort.ts";
import { blank, type HandIn } from "../domain/hand-in.ts";
import { mayRead } from "../domain/hand-in-access.ts";
import type { Participation } from "../domain/participation.ts";
import type { HandInEntry } from "../domain/review.ts";

/** Somebody's portfolio and essay, as they and the reviewers see them. */
export interface SeenHandIns {
  readonly cohort: Cohort;
  readonly participation: Participation;
  readonly portfolio: HandIn;
  readonly essay: HandIn;
}

/** What waits for a reviewer, and whose it is. */
interface Queued {
  readonly handIn: HandIn;
  readonly participation: Pick<Participation, "name">;
}

export interface ReadHandIns {
  /** @throws DomainError `not-found`, also for what isn't the caller's to know of */
  see(who: ParticipationRef, caller: Caller): Promise<SeenHandIns>;
  /** A short-lived address of a document's file. @throws DomainError `not-found` also while the file isn't ready */
  file(who: ParticipationRef, documentId: DocumentId, caller: Caller): Promise<string>;
  /** What was done with it, by whom and when: the oldest first. */
  entries(handIn: HandInRef): Promise<readonly HandInEntry[]>;
  queue(
    cursor: string | undefined,
  ): Promise<{ readonly items: readonly Queued[]; readonly cursor?: string | undefined }>;
}

const PAGE = 25;

export function readHandInsUseCase(ports: {
  readonly handIns: HandIns;
  readonly participations: ParticipationReads;
  readonly fileAddresses: FileAddresses;
}): ReadHandIns {
  const { handIns, participations, fileAddresses } = ports;

  async function see(who: ParticipationRef, caller: Caller): Promise<SeenHandIns> {
    const [portfolioRef, essayRef] = [
      { ...who, kind: "portfolio" as const },
      { ...who, kind: "essay" as const },
    ];
    const [cohort, participation, portfolio, essay] = await Promise.all([
      participations.cohort(who.cohortId),
      participations.get(who),
      handIns.get(portfolioRef),
      handIns.get(essayRef),
    ]);
    if (!cohort || !participation || !mayRead(participation, caller)) throw refusal("not-found", {});
    return { cohort, participation, portfolio: portfolio ?? blank(portfolioRef), essay: essay ?? blank(essayRef) };
  }

  return {
    see,
    async file(who, documentId, caller) {
      const { portfolio, essay } = await see(who, caller);
      const document = [...portfolio.documents, ...essay.documents].find((each) => each.documentId === documentId);
      if (document?.file?.status !== "ready") throw refusal("not-found", {});
      return fileAddresses.address({ ...who, documentId }, document.file.fileName);
    },
    entries: (handIn) => handIns.entries(handIn),
    async queue(cursor) {
      const page = await handIns.queue({ limit: PAGE, cursor });
      const people = await participations.load(page.items);
      const nameOf = new Map(people.map((each) => [`${each.cohortId}#${each.placeId}`, each]));
      const items = page.items.flatMap((handIn) => {
        const participation = nameOf.get(`${handIn.cohortId}#${handIn.placeId}`);
        return participation ? [{ handIn, participation }] : [];
      });
      return { items, cursor: page.cursor };
    },
  };
}
