import type { Grounds } from "#education/ports/grounds";
import type { ParticipationReads, Participations } from "#education/ports/participations";
import type { OfferingId } from "#kernel/ids";
import { type Guard, part } from "#kernel/transaction-part";
import { getItem, getItems, queryItems, type Table } from "#platform/dynamo/table";
import { Cohort } from "../domain/cohort.ts";
import { Participation } from "../domain/participation.ts";
import { cohortKey, PARTICIPANT, participationKey } from "./keys.ts";

/** About as many as fit in one answer of 1 MB. */
const PAGE = 400;

export function participationReads(table: Table): ParticipationReads {
  return {
    cohort: (cohortId) => getItem(table, cohortKey(cohortId), Cohort),
    get: (asked) => getItem(table, participationKey(asked), Participation),
    async load(asked) {
      const found = await getItems(
        table,
        asked.map((each) => ({ key: participationKey(each), schema: Participation })),
      );
      return found.filter((each) => each !== undefined);
    },
    ofCohort: (cohortId) => everybody(table, cohortId),
  };
}

export function participations(table: Table): Participations {
  return {
    ...participationReads(table),
    create: (participation) =>
      part([
        {
          kind: "create",
          key: participationKey(participation),
          item: { ...participation },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    replace: (before, after) =>
      part([
        {
          kind: "replace",
          key: participationKey(before),
          item: { ...after, version: before.version + 1 },
          guards: [asRead(before)],
        },
      ]),
  };
}

export function grounds(): Grounds {
  return {
    unchanged: (participation) =>
      part([{ kind: "check", key: participationKey(participation), guards: [asRead(participation)] }]),
  };
}

async function everybody(table: Table, cohortId: OfferingId): Promise<Participation[]> {
  const found: Participation[] = [];
  let cursor: string | undefined;
  do {
    const page = await queryItems(table, { pk: cohortKey(cohortId).pk, prefix: PARTICIPANT }, Participation, {
      limit: PAGE,
      cursor,
    });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}

function asRead({ version }: Participation): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}
