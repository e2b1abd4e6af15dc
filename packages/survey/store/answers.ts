import { createHash } from "node:crypto";
import * as z from "zod";
import { invariant } from "#kernel/domain-error";
import type { RandomBytes } from "#kernel/id";
import { type Guard, type ItemKey, part, type TransactionPart, type Write } from "#kernel/transaction-part";
import { getItem, queryItems, type Table } from "#platform/dynamo/table";
import type { DataKeys } from "#platform/kms/data-keys";
import type { Answers, KeptSheet, Membership, StudyAnswers } from "#survey/ports/answers";
import type { StudyId } from "#survey/ports/studies";
import type { MainForm, StudyForms } from "../domain/form.ts";
import { Device, Revision } from "../domain/link.ts";
import {
  CANDIDATES,
  candidateIn,
  keyKey,
  MEMBERS,
  memberKey,
  membersPartition,
  sheetKey,
  sheetsPartition,
} from "./keys.ts";
import { makeLink, readLink, seal, studyOfLink, subkey, unseal, whoIs } from "./seal.ts";
import { sheetBytes, sheetOf } from "./sheet-bytes.ts";

const SealedRow = z.object({ sk: z.string(), sealed: z.string() });
const KeyRow = z.object({ wrapped: z.string() });

export interface AnswersOptions {
  /** The answers' own table. */
  readonly table: Table;
  readonly dataKeys: DataKeys;
  readonly random: RandomBytes;
}

export function answers(options: AnswersOptions): Answers {
  const { table, dataKeys, random } = options;
  const write = writesTo(table);
  return {
    async prepare(studyId) {
      if (await getItem(table, keyKey(studyId), KeyRow)) return part([]);
      const { wrapped } = await dataKeys.make({ study: studyId });
      const item = { wrapped: Buffer.from(wrapped).toString("base64") };
      return write({ kind: "create", key: keyKey(studyId), item, guards: [{ is: "absent", otherwise: "reload" }] });
    },
    async open(studyId) {
      const row = await getItem(table, keyKey(studyId), KeyRow);
      if (!row) return undefined;
      const key = await dataKeys.open(Buffer.from(row.wrapped, "base64"), { study: studyId });
      return studyAnswers(options, studyId, key);
    },
    forgetKey: (studyId) => write({ kind: "delete", key: keyKey(studyId), guards: [] }),
    async emptying(studyId, waves) {
      const partitions = [
        { pk: membersPartition(studyId), prefix: MEMBERS },
        ...waves.map((wave) => ({ pk: sheetsPartition(studyId, wave), prefix: CANDIDATES })),
      ];
      for (const partition of partitions) {
        const { items } = await queryItems(table, partition, SealedRow, { limit: EMPTIED_AT_ONCE });
        if (items.length === 0) continue;
        return write(
          ...items.map(({ sk }) => ({ kind: "delete", key: { pk: partition.pk, sk }, guards: [] }) as const),
        );
      }
      return undefined;
    },
    studyOf: studyOfLink,
    newDevice: () => Device.parse(Buffer.from(random(32)).toString("base64url")),
  };
}

function studyAnswers({ table, random }: AnswersOptions, studyId: StudyId, studyKey: Uint8Array): StudyAnswers {
  const rows = subkey(studyKey, "rows");
  const sealFor = (key: ItemKey, plain: Uint8Array) => seal(rows, plain, textOf(key), random);
  const open = (key: ItemKey, sealed: string) => unseal(rows, sealed, textOf(key));
  const write = writesTo(table);

  function keptSheet(wave: number, forms: StudyForms, { sk, sealed }: z.infer<typeof SealedRow>): KeptSheet {
    const candidate = candidateIn(sk);
    const sheet = sheetOf(open(sheetKey(studyId, wave, candidate), sealed), forms);
    return { candidate, sheet, sealed, revision: revisionOf(sealed) };
  }

  return {
    read(link) {
      const content = readLink(studyKey, studyId, link);
      return content && { ...content, isOf: (who) => who.placeId === content.placeId && whoIs(who) === content.who };
    },
    link: (participant, wave, issue) =>
      makeLink(studyKey, studyId, { placeId: participant.placeId, who: whoIs(participant), wave, issue }),
    mark: (device) => createHash("sha256").update(device).digest().subarray(0, 16).toString("base64url"),

    async membership(participant) {
      const key = memberKey(studyId, participant);
      const row = await getItem(table, key, SealedRow);
      return row && { ...memberOf(open(key, row.sealed)), sealed: row.sealed };
    },
    join(participant, form) {
      const key = memberKey(studyId, participant);
      const sealed = sealFor(key, memberBytes(random(CANDIDATE), form));
      return write({ kind: "create", key, item: { sealed }, guards: [{ is: "absent", otherwise: "reload" }] });
    },
    stillMember: (participant, { sealed }) =>
      write({ kind: "check", key: memberKey(studyId, participant), guards: [asRead(sealed)] }),
    leave: (participant, { sealed }) =>
      write({ kind: "delete", key: memberKey(studyId, participant), guards: [asRead(sealed)] }),
    async strangers(knownPeople) {
      const members = await everyRow(table, { pk: membersPartition(studyId), prefix: MEMBERS });
      const known = new Set((await knownPeople()).map((participant) => memberKey(studyId, participant).sk));
      return members.flatMap(({ sk, sealed }) => {
        if (known.has(sk)) return [];
        const key = { pk: membersPartition(studyId), sk };
        const { candidate } = memberOf(open(key, sealed));
        return [{ candidate, leave: write({ kind: "delete", key, guards: [asRead(sealed)] }) }];
      });
    },

    async sheet(wave, candidate, forms) {
      const row = await getItem(table, sheetKey(studyId, wave, candidate), SealedRow);
      return row && keptSheet(wave, forms, row);
    },
    async sheets(wave, forms) {
      const rows = await everyRow(table, { pk: sheetsPartition(studyId, wave), prefix: CANDIDATES });
      return rows.map((row) => keptSheet(wave, forms, row));
    },
    write(wave, candidate, forms, before, after) {
      const key = sheetKey(studyId, wave, candidate);
      const sealed = sealFor(key, sheetBytes(after, forms));
      const guard: Guard = before ? asRead(before.sealed) : { is: "absent", otherwise: "reload" };
      return {
        part: write({ kind: before ? "replace" : "create", key, item: { sealed }, guards: [guard] }),
        revision: revisionOf(sealed),
      };
    },
    remove: (wave, { candidate, sealed }) =>
      write({ kind: "delete", key: sheetKey(studyId, wave, candidate), guards: [asRead(sealed)] }),
    stillNone: (wave, candidate) =>
      write({
        kind: "check",
        key: sheetKey(studyId, wave, candidate),
        guards: [{ is: "absent", otherwise: "reload" }],
      }),
  };
}

async function everyRow(table: Table, partition: { readonly pk: string; readonly prefix: string }) {
  const found: z.infer<typeof SealedRow>[] = [];
  let cursor: string | undefined;
  do {
    const page = await queryItems(table, partition, SealedRow, { cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** Of a transaction's 100 actions. */
const EMPTIED_AT_ONCE = 80;

/** Writes to this table, whatever else is in their transaction. */
function writesTo(table: Table) {
  return (...writes: readonly Write[]): TransactionPart => part(writes.map((each) => ({ ...each, table: table.name })));
}

/** A candidate number has 16 random bytes: it can't be guessed, and no two are alike. */
const CANDIDATE = 16;

function memberBytes(candidate: Uint8Array, form: MainForm): Uint8Array {
  return new Uint8Array([form === "A" ? 0 : 1, ...candidate]);
}

function memberOf(bytes: Uint8Array): Omit<Membership, "sealed"> {
  invariant(bytes.length === 1 + CANDIDATE, "a sealed membership is a form and a candidate number");
  return { form: bytes[0] === 0 ? "A" : "C", candidate: Buffer.from(bytes.subarray(1)).toString("base64url") };
}

/** The nonce of a sealed row: another one each time it is written. */
function revisionOf(sealed: string): Revision {
  return Revision.parse(sealed.slice(0, 16));
}

function asRead(sealed: string): Guard {
  return { is: "equal", attribute: "sealed", value: sealed, otherwise: "reload" };
}

function textOf({ pk, sk }: ItemKey): string {
  return `${pk}\n${sk}`;
}
