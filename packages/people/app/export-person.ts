import { invariant } from "#kernel/domain-error";
import type { PersonalDataRequestId } from "#kernel/ids";
import type { KindOfData, Row, Subject } from "#kernel/personal-data";
import { record } from "#kernel/transaction-part";
import type { ExportedRow } from "#people/ports/personal-data";
import { type ExportRequest, isAt, type PageRef, pageOfExport } from "../domain/personal-data-request.ts";
import type { SeenUnreadable } from "../domain/treated.ts";
import { exportFinished } from "../events/export-finished.ts";
import { personalDataWalkContinued } from "../events/personal-data-walk-continued.ts";
import type { WalkPage, WalkPorts } from "./erase-person.ts";
import { type Readable, readable } from "./readable.ts";

interface Told {
  readonly rows: readonly ExportedRow[];
  readonly unreadable: readonly SeenUnreadable[];
}

/** Looks through a page of the table for what is a person's own, and keeps it for them to read. */
export function exportPersonUseCase(ports: WalkPorts): WalkPage {
  const { unitOfWork, allRows, kindsOfRows, personalDataRequests } = ports;

  async function standing(requestId: PersonalDataRequestId, at: PageRef): Promise<ExportRequest | undefined> {
    const request = await personalDataRequests.get(requestId);
    return request?.kind === "export" && isAt(request, at) ? request : undefined;
  }

  /** A row and what hangs on it; nothing once the row is somebody else's, since what hangs on it is theirs then. Only the last look counts. */
  async function told(kind: KindOfData, row: Row, subject: Subject, looking: () => Readable): Promise<Told> {
    if (!kind.isAbout(row, subject)) return { rows: [], unreadable: [] };
    const { tried, unreadable } = looking();
    const all: (ExportedRow | undefined)[] = [await exported(kind, row, subject)];
    for (const each of kindsOfRows.hangingOn(kind)) {
      const begins = each.hangsOn?.begins(row);
      if (begins === undefined) continue;
      for (const hanging of await allRows.beginning(row.pk, begins))
        all.push(await tried(each, row, () => exported(each, hanging, subject)));
    }
    const now = await allRows.get(row);
    if (now?.["version"] === row["version"]) return { rows: all.filter((each) => each !== undefined), unreadable };
    return now ? told(kind, now, subject, looking) : { rows: [], unreadable: [] };
  }

  return async (origin, requestId, at) => {
    const request = await standing(requestId, at);
    if (!request) return;
    invariant(request.email !== undefined, "a request that is worked on knows whom it is about");
    const subject = ports.subjectOf(request.email);
    const { rows, cursor } = await allRows.page(request.cursor);
    const looking = () => readable(subject, origin.correlationId, ports.tellFailure);
    const whole = looking();
    const found: ExportedRow[] = [];
    const hanging: SeenUnreadable[] = [];
    for (const row of rows) {
      const kind = kindsOfRows.found(row);
      const seen = kind && (await whole.tried(kind, row, () => told(kind, row, subject, looking)));
      found.push(...(seen?.rows ?? []));
      hanging.push(...(seen?.unreadable ?? []));
    }
    const unreadable = [...whole.unreadable, ...hanging];
    await unitOfWork.handle(origin, async () => {
      const before = await standing(requestId, at);
      if (!before) return [];
      const after = pageOfExport(
        before,
        { kinds: kindsOfRows.texts(new Set(found.map(({ kind }) => kind))), unreadable, cursor },
        unitOfWork.clock(),
      );
      const { round, page } = after;
      const fact =
        after.status === "working"
          ? personalDataWalkContinued.of({ requestId, round, page })
          : exportFinished.of({ requestId });
      return [
        personalDataRequests.replace(before, after),
        personalDataRequests.found(requestId, at.page, found),
        record(fact),
      ];
    });
  };
}

async function exported(kind: KindOfData, row: Row, subject: Subject): Promise<ExportedRow> {
  const facts = Object.entries(await kind.tells(row, subject));
  const fields = facts.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, value] as const],
  );
  return { kind: kind.kind, fields: Object.fromEntries(fields) };
}
