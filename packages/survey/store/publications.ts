import type * as z from "zod";
import { part } from "#kernel/transaction-part";
import { getItem, queryItems, type Table } from "#platform/dynamo/table";
import type { Publications } from "#survey/ports/publications";
import type { StudyId } from "#survey/ports/studies";
import { Publication } from "../domain/publication.ts";
import { ResearchSheet } from "../domain/research-file.ts";
import { PUBLICATION, publicationKey, RESEARCH, researchKey, studyPartition } from "./keys.ts";

export function publications(table: Table): Publications {
  return {
    of: (studyId) => everyPage(table, studyId, PUBLICATION, Publication),
    get: (studyId, wave) => getItem(table, publicationKey(studyId, wave), Publication),
    publish: (publication) =>
      part([
        {
          kind: "create",
          key: publicationKey(publication.studyId, publication.number),
          item: { ...publication },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    research: (studyId) => everyPage(table, studyId, RESEARCH, ResearchSheet),
    release: (sheet) =>
      part([
        {
          kind: "create",
          key: researchKey(sheet.studyId, sheet.wave, sheet.form),
          item: { ...sheet },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
  };
}

async function everyPage<Schema extends z.ZodType>(
  table: Table,
  studyId: StudyId,
  prefix: string,
  schema: Schema,
): Promise<z.infer<Schema>[]> {
  const found: z.infer<Schema>[] = [];
  let cursor: string | undefined;
  do {
    const page = await queryItems(table, { pk: studyPartition(studyId), prefix }, schema, { cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}
