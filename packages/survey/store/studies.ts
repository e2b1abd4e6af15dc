import * as z from "zod";
import { invariant, refusal } from "#kernel/domain-error";
import { type Guard, part } from "#kernel/transaction-part";
import { getItem, queryItems, queryList, type Table } from "#platform/dynamo/table";
import type { Studies } from "#survey/ports/studies";
import { studyDue, waveDue } from "../domain/plan-waves.ts";
import { Study, StudyId, Wave } from "../domain/study.ts";
import { cohortStudyKey, studyKey, studyPartition, WAVE, waveKey } from "./keys.ts";

const LIST = "studies";
const Pointer = z.object({ studyId: StudyId });

export function studies(table: Table, clock: () => Study["openedAt"]): Studies {
  return {
    get: (studyId) => getItem(table, studyKey(studyId), Study),
    list: (page) => queryList(table, { partition: LIST }, Study, { ...page, newestFirst: true }),
    ofCohort: async (cohortId) => (await getItem(table, cohortStudyKey(cohortId), Pointer))?.studyId,
    open: (study) =>
      part([
        {
          kind: "create",
          key: cohortStudyKey(study.cohortId),
          item: { studyId: study.studyId },
          guards: [
            {
              is: "absent",
              otherwise: (found) => refusal("survey-cohort-has-study", { studyId: String(found?.["studyId"]) }),
            },
          ],
        },
        {
          kind: "create",
          key: studyKey(study.studyId),
          item: studyRow(study),
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    replace: (before, after) =>
      part([
        {
          kind: "replace",
          key: studyKey(before.studyId),
          item: studyRow({ ...after, version: before.version + 1 }),
          guards: [asRead(before)],
        },
      ]),
    stillOpen: (studyId) =>
      part([
        {
          kind: "check",
          key: studyKey(studyId),
          guards: [
            { is: "equal", attribute: "status", value: "open", otherwise: () => refusal("survey-link-unknown", {}) },
          ],
        },
      ]),

    wave: (studyId, number) => getItem(table, waveKey(studyId, number), Wave),
    async waves(studyId) {
      const { items, cursor } = await queryItems(table, { pk: studyPartition(studyId), prefix: WAVE }, Wave);
      invariant(cursor === undefined, "a study has at most 99 waves");
      return items;
    },
    addWave: (wave) =>
      part([
        {
          kind: "create",
          key: waveKey(wave.studyId, wave.number),
          item: waveRow(wave),
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    replaceWave: (before, after) =>
      part([
        {
          kind: "replace",
          key: waveKey(before.studyId, before.number),
          item: waveRow({ ...after, version: before.version + 1 }),
          guards: [asRead(before)],
        },
      ]),
    dropWave: (wave) => part([{ kind: "delete", key: waveKey(wave.studyId, wave.number), guards: [asRead(wave)] }]),
    stillAnswerable: (studyId, number) =>
      part([
        {
          kind: "check",
          key: waveKey(studyId, number),
          guards: [
            { is: "equal", attribute: "status", value: "open", otherwise: () => refusal("survey-wave-closed", {}) },
          ],
        },
      ]),
  };

  function studyRow(study: Study) {
    return {
      ...study,
      listPartition: LIST,
      listSort: `${study.openedAt}#${study.studyId}`,
      ...due(studyDue(study, clock())),
    };
  }
}

function waveRow(wave: Wave) {
  return { ...wave, ...due(waveDue(wave)) };
}

function due(dueAt: string | undefined) {
  return dueAt === undefined ? {} : { duePartition: "survey", dueAt };
}

function asRead({ version }: { readonly version: number }): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}
