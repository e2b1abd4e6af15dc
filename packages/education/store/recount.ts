import type { EducationRow } from "#education/ports/recount";
import { ERASED } from "#kernel/personal-data";
import { addressHash } from "#platform/dynamo/address-hash";
import { type RowKind, rowKind } from "#platform/dynamo/row-kinds";
import { Cohort, daysHeld } from "../domain/cohort.ts";
import { HandIn } from "../domain/hand-in.ts";
import { Participation } from "../domain/participation.ts";
import { isReady } from "../domain/practice-document.ts";
import { HAND_IN } from "./hand-in-keys.ts";
import { PARTICIPANT } from "./keys.ts";

const COHORT = "COHORT#";

export const educationRows: readonly RowKind<EducationRow>[] = [
  rowKind({ pk: COHORT, sk: "COHORT" }, Cohort, (cohort, { key }) => ({
    kind: "cohort",
    key,
    cohortId: cohort.cohortId,
    markedDays: cohort.markedDays,
    groups: cohort.groups,
    version: cohort.version,
    days: daysHeld(cohort).map(({ dayId }) => dayId),
  })),
  rowKind({ pk: COHORT, sk: PARTICIPANT }, Participation, (participation, { key }) => ({
    kind: "participation",
    key,
    cohortId: participation.cohortId,
    placeId: participation.placeId,
    status: participation.status,
    group: participation.group,
    processLeader: participation.processLeader,
    version: participation.version,
    address: participation.email === ERASED.email ? undefined : addressHash(participation.email),
    marks: Object.entries(participation.attendance)
      .map(([dayId, { mark }]) => [dayId, mark] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    portfolio: {
      status: participation.portfolio.status,
      documentIds: participation.portfolio.documents.map(({ documentId }) => documentId),
    },
    essay: {
      status: participation.essay.status,
      documentIds: participation.essay.documentId ? [participation.essay.documentId] : [],
    },
  })),
  rowKind({ pk: COHORT, sk: HAND_IN }, HandIn, ({ cohortId, placeId, status, version, kind, documents }, { key }) => ({
    kind: "hand-in",
    key,
    cohortId,
    placeId,
    status,
    version,
    of: kind,
    ready: documents.filter(isReady).map(({ documentId }) => documentId),
    standing: documents.filter(({ file }) => file?.status !== "rejected").length,
  })),
];
