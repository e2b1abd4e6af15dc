import { invariant } from "#kernel/domain-error";
import type { PersonalDataRequestId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { Row, Subject } from "#kernel/personal-data";
import { record } from "#kernel/transaction-part";
import type { PersonalDataRequests } from "#people/ports/personal-data";
import {
  type ErasureRequest,
  hasNews,
  isAt,
  type PageRef,
  pageOfErasure,
  withTreated,
} from "../domain/personal-data-request.ts";
import { type Left, type Treated, treatedBy } from "../domain/treated.ts";
import { erasureFinished } from "../events/erasure-finished.ts";
import { personalDataWalkContinued } from "../events/personal-data-walk-continued.ts";
import { readable, type TellFailure } from "./readable.ts";
import { type Stays, type TreatRowsPorts, treatRows } from "./treat-rows.ts";

export interface WalkPorts extends TreatRowsPorts {
  readonly personalDataRequests: PersonalDataRequests;
  readonly subjectOf: (email: string) => Subject;
  readonly tellFailure: TellFailure;
}

export type WalkPage = (origin: Origin, requestId: PersonalDataRequestId, at: PageRef) => Promise<void>;

/**
 * Looks through a page of the table for a person to be erased, and treats what is theirs. An effect and its line in the
 * answer are one transaction; what is kept changes nothing and is counted with the end of its page. So a page that comes
 * twice, or again after it was killed, counts nothing twice.
 */
export function erasePersonUseCase(ports: WalkPorts): WalkPage {
  const { unitOfWork, allRows, kindsOfRows, personalDataRequests } = ports;
  const treat = treatRows(ports);

  async function standing(requestId: PersonalDataRequestId, at: PageRef): Promise<ErasureRequest | undefined> {
    const request = await personalDataRequests.get(requestId);
    return request?.kind === "erasure" && isAt(request, at) ? request : undefined;
  }

  async function named({ rows }: Left): Promise<{ readonly rows: readonly Row[]; readonly cursor?: string }> {
    const found = await Promise.all(rows.map((row) => allRows.get(row)));
    return { rows: found.filter((row) => row !== undefined) };
  }

  return async (origin, requestId, at) => {
    const request = await standing(requestId, at);
    if (!request) return;
    invariant(request.email !== undefined, "a request that is worked on knows whom it is about");
    const occasion = { now: unitOfWork.clock(), subject: ports.subjectOf(request.email) };
    const { tried, unreadable } = readable(occasion.subject, origin.correlationId, ports.tellFailure);
    const { rows, cursor } = request.left ? await named(request.left) : await allRows.page(request.cursor);
    const kept: Treated[] = [];
    const again: (typeof occasion.now)[] = [];
    for (const row of rows) {
      const kind = kindsOfRows.found(row);
      if (!kind) continue;
      const treating = {
        occasion,
        correlationId: origin.correlationId,
        async alongside(treated: Stays, hanging: readonly Stays[]) {
          const before = await standing(requestId, at);
          const lines = [treated, ...hanging].flatMap(lineOf);
          return before && [personalDataRequests.replace(before, withTreated(before, lines))];
        },
        stays(row: Stays) {
          kept.push(...lineOf(row));
          if (row.verdict.does === "keep" && row.verdict.again) again.push(row.verdict.again);
        },
      };
      await tried(kind, row, () => treat(kind, row, treating));
    }
    await unitOfWork.handle(origin, async () => {
      const before = await standing(requestId, at);
      if (!before) return [];
      const after = pageOfErasure(before, { kept, unreadable, again: again.toSorted()[0], cursor }, occasion.now);
      const { round, page } = after;
      const facts =
        after.status === "working"
          ? [personalDataWalkContinued.of({ requestId, round, page })]
          : after.status === "done" && hasNews(before)
            ? [erasureFinished.of({ requestId })]
            : [];
      return [personalDataRequests.replace(before, after), record(...facts)];
    });
  };
}

/** A row's line in the answer; none for what was never of the person's. */
function lineOf({ kind, verdict }: Stays): Treated[] {
  const treated = treatedBy(kind, verdict);
  return treated ? [treated] : [];
}
