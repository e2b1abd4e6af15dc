import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { PersonalDataRequestId } from "#kernel/ids";
import type { ExportedRow, PersonalDataRequests } from "#people/ports/personal-data";
import { type ErasureRequest, type ExportRequest, maySeeRequest } from "../domain/personal-data-request.ts";

export interface ReadPersonalData {
  /** @throws DomainError `not-found` */
  erasure(requestId: PersonalDataRequestId, caller: Caller): Promise<ErasureRequest>;
  /** With what was found, once it is all there. @throws DomainError `not-found` */
  export(
    requestId: PersonalDataRequestId,
    caller: Caller,
  ): Promise<{ readonly request: ExportRequest; readonly rows: readonly ExportedRow[] }>;
}

export function readPersonalDataUseCase(requests: Pick<PersonalDataRequests, "get" | "export">): ReadPersonalData {
  return {
    async erasure(requestId, caller) {
      const request = await requests.get(requestId);
      if (request?.kind !== "erasure" || !maySeeRequest(request, caller)) throw refusal("not-found", {});
      return request;
    },
    async export(requestId, caller) {
      const request = await requests.get(requestId);
      if (request?.kind !== "export" || !maySeeRequest(request, caller)) throw refusal("not-found", {});
      return { request, rows: request.doneAt !== undefined ? await requests.export(requestId) : [] };
    },
  };
}
