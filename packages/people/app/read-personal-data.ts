import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { PersonalDataRequestId } from "#kernel/ids";
import type { ExportPart, PersonalDataRequests } from "#people/ports/personal-data";
import { type ErasureRequest, type ExportRequest, maySeeRequest } from "../domain/personal-data-request.ts";

export interface ReadExport extends ExportPart {
  readonly request: ExportRequest;
}

export interface ReadPersonalData {
  /** @throws DomainError `not-found` */
  erasure(requestId: PersonalDataRequestId, caller: Caller): Promise<ErasureRequest>;
  /** With a part of what was found, once it is all there: the first, or the one after the cursor's. @throws DomainError `not-found` */
  export(requestId: PersonalDataRequestId, caller: Caller, cursor?: string): Promise<ReadExport>;
}

export function readPersonalDataUseCase(requests: Pick<PersonalDataRequests, "get" | "export">): ReadPersonalData {
  return {
    async erasure(requestId, caller) {
      const request = await requests.get(requestId);
      if (request?.kind !== "erasure" || !maySeeRequest(request, caller)) throw refusal("not-found", {});
      return request;
    },
    async export(requestId, caller, cursor) {
      const request = await requests.get(requestId);
      if (request?.kind !== "export" || !maySeeRequest(request, caller)) throw refusal("not-found", {});
      return { request, ...(request.doneAt === undefined ? { rows: [] } : await requests.export(requestId, cursor)) };
    },
  };
}
