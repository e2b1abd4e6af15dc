import type { PersonalDataRequestId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { PersonalDataRequest, PersonalDataRequests } from "#people/ports/personal-data";
import { beginAgain, dueOf, resumeErasure, withoutPerson } from "../domain/personal-data-request.ts";
import { personalDataWalkContinued } from "../events/personal-data-walk-continued.ts";

export type SettlePersonalDataRequest = (origin: Origin, requestId: PersonalDataRequestId) => Promise<void>;

/**
 * Something of a request came due: a page of its walk has stood still, an export's time is over, nobody confirmed an erasure,
 * what was kept for now (or couldn't be read) is looked at again, or whom it was about is forgotten.
 */
export function settlePersonalDataRequestUseCase(ports: {
  readonly unitOfWork: UnitOfWork;
  readonly personalDataRequests: PersonalDataRequests;
}): SettlePersonalDataRequest {
  const { unitOfWork, personalDataRequests } = ports;

  async function settled(request: PersonalDataRequest): Promise<readonly TransactionPart[]> {
    const due = dueOf(request);
    const now = unitOfWork.clock();
    if (!due || due.at > now) return [];
    if (due.step === "begin-again") return goneOn(request, beginAgain(request, now));
    if (due.step === "delete" || request.kind === "export") {
      const found = await personalDataRequests.exportKeys(request.requestId);
      const deleted = found.map((key) => ({ kind: "delete", key, guards: [] }) as const);
      // The request goes last: as long as it is there, it is due.
      return found.length > 0 ? [{ writes: deleted, facts: [] }] : [personalDataRequests.delete(request)];
    }
    if (due.step === "forget") return [personalDataRequests.replace(request, withoutPerson(request))];
    return goneOn(request, resumeErasure(request, now));
  }

  function goneOn(before: PersonalDataRequest, after: PersonalDataRequest): readonly TransactionPart[] {
    const { requestId, round, page } = after;
    return [
      personalDataRequests.replace(before, after),
      record(personalDataWalkContinued.of({ requestId, round, page })),
    ];
  }

  return (origin, requestId) =>
    unitOfWork.handle(origin, async () => {
      const request = await personalDataRequests.get(requestId);
      return request ? settled(request) : [];
    });
}
