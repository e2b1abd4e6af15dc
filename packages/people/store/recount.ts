import type { PeopleRow } from "#people/ports/recount";
import { type RowKind, rowKind } from "#platform/dynamo/row-kinds";
import { PersonalDataRequest } from "../domain/personal-data-request.ts";
import { RetentionRound } from "../domain/retention-round.ts";
import { REQUESTS, ROUND } from "./personal-data.ts";

export const peopleRows: readonly RowKind<PeopleRow>[] = [
  rowKind<typeof PersonalDataRequest, PeopleRow>(REQUESTS, PersonalDataRequest, (request, { key }) => ({
    kind: "personal-data-request",
    key,
    asks: request.kind,
    requestId: request.requestId,
    status: request.status,
    restarts: request.restarts,
    unreadable: request.unreadable.flatMap(({ keys }) => keys),
    version: request.version,
  })),
  rowKind<typeof RetentionRound, PeopleRow>(ROUND, RetentionRound, ({ untreated, version }, { key }) => ({
    kind: "retention-round",
    key,
    untreated,
    version,
  })),
];
