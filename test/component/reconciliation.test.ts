import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { PersonId } from "#kernel/caller";
import { CorrelationId } from "#kernel/event";
import { mint } from "#kernel/id";
import { addressHash } from "#platform/dynamo/address-hash";
import { rowReader } from "#platform/dynamo/row-kinds";
import type { Table } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { askReconciliationUseCase } from "#reconciliation/app/ask-reconciliation";
import { reconcileUseCase } from "#reconciliation/app/reconcile";
import { RULES, Rule } from "#reconciliation/domain/rule";
import { reconciliations } from "#reconciliation/store/reconciliations";
import { wholeTable } from "#reconciliation/store/whole-table";
import { count } from "#test/counts";
import type { Row } from "#test/rows";
import { LATER, tableOf, wholeWorld } from "#test/whole-world";
import { countedRows } from "../../functions/reconciliation/wire.ts";

let rows: readonly Row[];
let table: Table;
beforeAll(async () => {
  rows = await wholeWorld();
  table = await tableOf(rows);
}, 60_000);

/** An administrator asks, the sweep does it: the report, and what was measured. */
async function reconcile() {
  const work = unitOfWork(table, { clock: () => LATER, random: systemRandom });
  const ports = { unitOfWork: work, reconciliations: reconciliations(table) };
  const origin = { correlationId: CorrelationId.parse("test") };
  const by = mint(PersonId, systemRandom);
  const { reconciliationId } = await askReconciliationUseCase(ports)(origin, by);
  const measured = new Map<Rule, number>();
  const measure = (rule: Rule, differences: number) => measured.set(rule, differences);
  await reconcileUseCase({ ...ports, walkTable: wholeTable(table, countedRows), measure })(origin, reconciliationId);
  const report = await ports.reconciliations.get(reconciliationId);
  if (report?.status !== "finished") throw new Error(`It is ${report?.status}.`);
  return { report, measured };
}

/** A key that holds the hash of an address: no report keeps it. */
const HASHED = `ACCOUNT#${addressHash("kari@example.no")} / ACCOUNT`;

type Is = (row: Row) => boolean;
type Change = (row: Row) => Row | undefined;

const at =
  (sort: string, also: Is = () => true): Is =>
  (row) =>
    (sort.endsWith("#") ? String(row["sk"]).startsWith(sort) : row["sk"] === sort) && also(row);
const more =
  (name: string): Change =>
  (row) => ({ ...row, [name]: Number(row[name]) + 1 });
const as =
  (values: Row): Change =>
  (row) => ({ ...row, ...values });
const gone: Change = () => undefined;
const is =
  (name: string, value: unknown): Is =>
  (row) =>
    row[name] === value;

/** The order that was paid, its place and its offering. */
const paid: Is = (row) => Number(row["paid"]) > 0;
const withGoods: Is = (row) => row["status"] === "confirmed" && JSON.stringify(row["goods"]).includes("prd_");
const hasAllotment: Is = (row) => "allotted:own" in row;
/** Two who wait for it. */
const full: Is = is("waiting", 2);
const marks = (row: Row) => Object.keys(row["attendance"] ?? {}).length;
const line = (row: Row) => JSON.stringify(row["lines"]);

interface Damage {
  readonly to: Is;
  readonly as: Change;
  /** What is found by each rule, and by no other. */
  readonly finds: Partial<Record<Rule, RegExp>>;
}

/** One row damaged, and all that is found. */
const damages: Readonly<Record<string, Damage>> = {
  "a row that is no portfolio": {
    to: at("HAND-IN#"),
    as: as({ status: "lost" }),
    finds: { rows: /HAND-IN#.* is not what its schema says: at status$/ },
  },
  "a counter of free places": {
    to: at("CAPACITY", hasAllotment),
    as: more("free"),
    finds: { capacity: /counts 7 free, and its rows 6/ },
  },
  "a ticket type's quota": {
    to: at("CAPACITY", full),
    as: more("free:ordinary"),
    finds: { capacity: /counts 1 free:ordinary, and its rows 0/ },
  },
  "an allotment's counter": {
    to: at("CAPACITY", hasAllotment),
    as: more("allotted:own"),
    finds: { capacity: /counts 4 allotted:own, and its rows 3/ },
  },
  "how many wait": {
    to: at("CAPACITY", full),
    as: more("waiting"),
    finds: { capacity: /counts 3 waiting, and its rows 2/ },
  },
  "a smaller room than people": {
    to: at("OFFERING", is("capacity", 2)),
    as: as({ capacity: 1 }),
    finds: { capacity: /has 2 places taken in all, and 1 to take/ },
  },
  "counters that are gone": {
    to: at("CAPACITY", full),
    as: gone,
    finds: { capacity: /has no counters/ },
  },
  "somebody out of line": {
    to: at("LINE#"),
    as: gone,
    finds: { "waiting-list": /is waiting, and stands in line 0 times/ },
  },
  "a place that is gone": {
    to: at("PLACE#", withGoods),
    as: gone,
    finds: {
      capacity: /counts 6 free, and its rows 7/,
      places: /is confirmed, and its place plc_\w+ gone instead of confirmed/,
      stock: /has 1 reserved, and orders for 0/,
    },
  },
  "a place of no order": {
    to: at("ORDER", is("payment", "free")),
    as: gone,
    finds: { places: /is in no order/ },
  },
  "a total": {
    to: at("ORDER", paid),
    as: more("total"),
    finds: { totals: /totals 135001, and its lines 135000/, money: /should have 135001 of money, not 135000/ },
  },
  "a part of the VAT": {
    to: at("ORDER", paid),
    as: (row) => ({ ...row, lines: JSON.parse(line(row).replace(/"gross":(\d+)/, '"gross":1')) }),
    finds: { totals: /VAT is split of/ },
  },
  "what is paid": {
    to: at("ORDER", paid),
    as: more("paid"),
    finds: { money: /says 135001 is paid, and its payment 135000/ },
  },
  "a payment's amount": {
    to: at("PAYMENT", (row) => JSON.stringify(row["captures"]).includes("135000")),
    as: (row) => ({ ...row, captures: JSON.parse(JSON.stringify(row["captures"]).replace("135000", "100000")) }),
    finds: { money: /says 135000 is paid, and its payment 100000/ },
  },
  "a shelf": {
    to: at("STOCK"),
    as: more("onHand"),
    finds: { stock: /10 came to the shelf, 0 were sent, and 11 lie there/ },
  },
  "pieces nobody ordered": {
    to: at("STOCK", is("available", 8)),
    as: as({ available: 7 }),
    finds: { stock: /has 3 reserved, and orders for 2/ },
  },
  "less than nothing": {
    to: at("STOCK", is("available", 8)),
    as: as({ available: -1 }),
    finds: { stock: /is below zero: 10 on hand, -1 available/ },
  },
  "free seats": { to: at("SEATS"), as: more("free"), finds: { "trainer-seats": /counts 5 free, and its rows 4/ } },
  "seats ever taken": {
    to: at("SEATS"),
    as: more("taken"),
    finds: { "trainer-seats": /counts 4 taken, and its rows 3/ },
  },
  "seats used in a cohort": {
    to: at("SEATS-OF#"),
    as: more("used"),
    finds: { "trainer-seats": /counts 3 seats of agr_\w+, and its rows 2/ },
  },
  "seats ever taken in a cohort": {
    to: at("SEATS-TAKEN"),
    as: more("taken"),
    finds: { "trainer-seats": /counts 4 seats taken ever, and the ledger 3/ },
  },
  "a seat that is gone": {
    to: at("SEAT#", is("status", "used")),
    as: gone,
    finds: { "trainer-seats": /is covered by sea_\w+, and 0 seats are used for it/ },
  },
  "somebody who takes part": {
    to: at("PARTICIPANT#", (row) => marks(row) === 1),
    as: gone,
    finds: { participations: /is confirmed and named, and has no participation/ },
  },
  "somebody who has left": {
    to: at("PARTICIPANT#", (row) => marks(row) === 1),
    as: as({ status: "withdrawn", group: 1 }),
    finds: { participations: /has left, and is in a group/ },
  },
  "an approval": {
    to: at("HAND-IN#"),
    as: as({ status: "approved" }),
    finds: { "hand-ins": /is approved, and is told to be draft/ },
  },
  "attendance that was cut": {
    to: at("PARTICIPANT#", (row) => marks(row) === 9 && certified(row)),
    as: (row) => ({ ...row, attendance: { ...Object(row["attendance"]), d9: { mark: "absent", markedAt: LATER } } }),
    finds: { certificates: /is valid with 14 halves of 9 days/ },
  },
  "who holds a certificate": {
    to: at("HELD#", is("valid", true)),
    as: gone,
    finds: { holders: /is valid, and nobody holds it/ },
  },
  "a trainer's count": {
    to: at("TRAINER", is("valid", 1)),
    as: more("valid"),
    finds: { holders: /is counted 2 times, and has 1 valid certificates/ },
  },
  "what is revoked": {
    to: at("LIST#"),
    as: as({ revoked: [] }),
    finds: { "status-lists": /list 1 revokes none, and ended are \d+/ },
  },
  "indexes handed out": {
    to: at("LIST#"),
    as: more("handedOut"),
    finds: { "status-lists": /list 1 counts 4, and has 3 certificates/ },
  },
  "an index held twice": {
    to: at("CERTIFICATE", is("status", "valid")),
    as: (row) => ({ ...row, statusEntry: certificates().find((each) => each["pk"] !== row["pk"])?.["statusEntry"] }),
    finds: { "status-lists": /index \d+ is held by 2 certificates/ },
  },
  "an index that is gone": {
    to: at("INDEX#"),
    as: gone,
    finds: { "status-lists": /index \d+ is nobody's, and crt_\w+ has it/ },
  },
  "a mail that is not there": { to: at("MAIL"), as: gone, finds: { mails: /evt_\w+ has no mail/ } },
  "a mail that was never sent": {
    to: at("MAIL"),
    as: as({ status: "owed", dueAt: "2026-11-02T09:00:00.000Z" }),
    finds: { mails: /is still owed, and was due at 2026-11-02/ },
  },
  "an answer that doesn't come": {
    to: at("REQUEST"),
    as: as({ status: "working", restarts: 2 }),
    finds: { "personal-data": /export pdr_\w+ was begun again 2 times, and stands still/ },
  },
  "an erasure that can't read a row": {
    to: at("REQUEST"),
    as: as({
      ...{ kind: "erasure", status: "incomplete", treated: [], kept: [], changed: false },
      unreadable: [
        { kind: "place", name: { nb: "", nn: "", en: "" }, count: 2, keys: ["OFFERING#1 / PLACE#1", HASHED] },
      ],
    }),
    finds: {
      "personal-data":
        /erasure pdr_\w+ can't be ended, since rows can't be read: OFFERING#1 \/ PLACE#1, ACCOUNT#\(hash\) \/ ACCOUNT$/,
    },
  },
  "a row that no night can treat": {
    to: at("ROUND"),
    as: as({ untreated: ["ORDER#1 / ORDER", HASHED] }),
    finds: { "personal-data": /could not treat ORDER#1 \/ ORDER, ACCOUNT#\(hash\) \/ ACCOUNT$/ },
  },
};

const certificates = () => rows.filter(at("CERTIFICATE", is("status", "valid")));
const certified = ({ placeId }: Row) => certificates().some((certificate) => certificate["placeId"] === placeId);

/** The world with this row as it is now; without it, when it is gone. */
async function put(row: Row, now: Row | undefined): Promise<void> {
  const Key = marshall({ pk: row["pk"], sk: row["sk"] });
  const TableName = table.name;
  if (now)
    await table.client.send(new PutItemCommand({ TableName, Item: marshall(now, { removeUndefinedValues: true }) }));
  else await table.client.send(new DeleteItemCommand({ TableName, Key }));
}

describe("a world in which everything adds up", () => {
  test("has rows of every kind, and no difference", async () => {
    const read = rowReader(countedRows);
    const kinds = rows.map((row) => read({ ...row, pk: String(row["pk"]), sk: String(row["sk"]) })?.kind);
    expect(new Set(kinds.filter((kind) => kind !== undefined)).size).toBe(countedRows.length);
    const { report, measured } = await reconcile();
    expect(report.differences).toEqual([]);
    expect(report).toMatchObject({ counts: {}, unsettled: 0, passes: 1 });
    expect(report.rows).toBeGreaterThan(rows.length);
    expect([...measured]).toEqual(RULES.map((rule) => [rule, 0]));
  });
});

describe("one damaged row", () => {
  test("for every rule there is one", (context) => {
    const tried = new Set(Object.values(damages).flatMap(({ finds }) => Object.keys(finds)));
    expect([...RULES].filter((rule) => !tried.has(rule))).toEqual([]);
    count(context, "reconciled rules, each with damaged rows", tried.size);
  });

  test.each(Object.entries(damages))(
    "%s: exactly that is found, and named",
    async (_what, { to, as: change, finds }) => {
      const row = rows.find(to);
      if (!row) throw new Error("The world has no such row.");
      const damaged = change(row);
      await put(row, damaged);
      const { report, measured } = await reconcile();
      await put(row, row);
      const found = Map.groupBy(report.differences, ({ rule }) => rule);
      expect([...found.keys()].toSorted(), JSON.stringify(report.differences)).toEqual(Object.keys(finds).toSorted());
      for (const [rule, says] of Object.entries(finds)) {
        const told = report.differences.filter((difference) => difference.rule === rule);
        expect(told.map((difference) => difference.says).join("\n")).toMatch(says);
        expect(measured.get(Rule.parse(rule))).toBe(told.length);
      }
      const named = report.differences.flatMap((difference) => difference.rows);
      if (damaged) expect(named).toContain(`${row["pk"]} / ${row["sk"]}`);
      expect(report.differences.every(({ mend, rows: [first] }) => mend.length > 20 && first !== undefined)).toBe(true);
      expect(JSON.stringify(report), "nobody is named").not.toMatch(/@|eksempel|kari|ánne|deltaker/i);
    },
  );
});

test("what the report says mends a counter does mend it, and is refused once the counter has changed", async () => {
  const row = rows.find(at("CAPACITY", hasAllotment));
  if (!row) throw new Error("The world has no such row.");
  await put(row, more("free")(row));
  const [difference] = (await reconcile()).report.differences;
  const [key = "", update = "", condition = "", names = "", values = ""] = [
    ...(difference?.mend ?? "").matchAll(/'([^']+)'/g),
  ].map(([, quoted = ""]) => quoted);
  const command = new UpdateItemCommand({
    TableName: table.name,
    Key: JSON.parse(key),
    UpdateExpression: update,
    ConditionExpression: condition,
    ExpressionAttributeNames: JSON.parse(names),
    ExpressionAttributeValues: JSON.parse(values),
  });
  await table.client.send(command);
  expect((await reconcile()).report.differences).toEqual([]);
  await expect(table.client.send(command)).rejects.toThrow(ConditionalCheckFailedException);
});
