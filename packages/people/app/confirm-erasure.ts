import * as z from "zod";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { PersonalDataRequestId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { PersonalDataRequests } from "#people/ports/personal-data";
import { confirmErasure, maySeeRequest } from "../domain/personal-data-request.ts";
import { erasureRequested } from "../events/erasure-requested.ts";

export const ErasureConfirmed = z.object({ requestId: PersonalDataRequestId, status: z.literal("working") });

export type ConfirmErasure = (
  origin: Origin,
  requestId: PersonalDataRequestId,
  caller: Caller,
) => Promise<z.infer<typeof ErasureConfirmed>>;

/**
 * The second step of an erasure: from now on it is done, and can't be undone.
 *
 * @throws DomainError `not-found`, `personal-data-request-over`
 */
export function confirmErasureUseCase(ports: {
  readonly unitOfWork: UnitOfWork;
  readonly personalDataRequests: PersonalDataRequests;
}): ConfirmErasure {
  const { unitOfWork, personalDataRequests } = ports;
  return (origin, requestId, caller) =>
    unitOfWork.run(origin, ErasureConfirmed, async () => {
      const request = await personalDataRequests.get(requestId);
      if (request?.kind !== "erasure" || !maySeeRequest(request, caller)) throw refusal("not-found", {});
      return {
        parts: [
          personalDataRequests.replace(request, confirmErasure(request, unitOfWork.clock())),
          record(erasureRequested.of({ requestId })),
        ],
        answer: { requestId, status: "working" as const },
      };
    });
}
