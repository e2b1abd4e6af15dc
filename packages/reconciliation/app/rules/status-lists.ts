import type { CountedCertificate, CountedIndex, CountedStatusList } from "#certificates/ports/recount";
import { restore, setCounter } from "../mending.ts";
import type { Check, Finding } from "../recount.ts";

const SIGN_AGAIN =
  "Any revocation or replacement in that list signs it again, with what its row says is revoked: see that this is right first.";

/** Each certificate has an index of its own, and a status list revokes those that have ended, as it is signed too (rule 5). */
export const statusListsCheck: Check = {
  rule: "status-lists",
  find(recount) {
    const certificates = Map.groupBy(recount.of("certificate"), ({ statusEntry }) => statusEntry.list);
    const indexes = Map.groupBy(recount.of("status-index"), ({ list }) => list);
    const lists = new Map(recount.of("status-list").map((list) => [list.list, list]));
    const known = new Set([...lists.keys(), ...certificates.keys(), ...indexes.keys()]);
    return [...known].flatMap((number) => {
      const [inList, given] = [certificates.get(number) ?? [], indexes.get(number) ?? []];
      const list = lists.get(number);
      return [
        ...(list
          ? wrongList(list, inList)
          : [{ says: `list ${number} is gone`, mend: restore("it"), rows: [...inList, ...given] }]),
        ...wrongIndexes(inList, given),
      ];
    });
  },
};

function wrongList(list: CountedStatusList, inList: readonly CountedCertificate[]): Finding[] {
  const ended = sorted(inList.filter(({ status }) => status !== "valid").map(({ statusEntry }) => statusEntry.index));
  const finding = (says: string, mend: string): Finding => ({ says, mend, rows: [list], from: [list, ...inList] });
  const [revoked, signed] = [sorted(list.revoked), list.signed && sorted(list.signed)];
  return [
    ...(ended === revoked
      ? []
      : [finding(`list ${list.list} revokes ${revoked}, and ended are ${ended}`, restore("the list"))]),
    ...(ended === signed
      ? []
      : [
          finding(
            `list ${list.list} is signed with ${signed ?? "what can't be read"}, and ended are ${ended}`,
            SIGN_AGAIN,
          ),
        ]),
    ...(list.handedOut === inList.length
      ? []
      : [
          finding(
            `list ${list.list} counts ${list.handedOut}, and has ${inList.length} certificates`,
            setCounter(list, "handedOut", list.handedOut, inList.length),
          ),
        ]),
  ];
}

function wrongIndexes(inList: readonly CountedCertificate[], given: readonly CountedIndex[]): Finding[] {
  const rowOf = new Map(given.map((row) => [row.index, row]));
  const holders = Map.groupBy(inList, ({ statusEntry }) => statusEntry.index);
  const mend = restore("the certificates");
  return [
    ...[...holders].flatMap(([index, rows]) => {
      const row = rowOf.get(index);
      if (rows.length > 1)
        return [
          { says: `index ${index} is held by ${rows.length} certificates`, mend, rows: row ? [row, ...rows] : rows },
        ];
      const [only] = rows;
      if (row?.certificateId === only?.certificateId) return [];
      const says = `index ${index} is ${row?.certificateId ?? "nobody's"}, and ${only?.certificateId} has it`;
      return [{ says, mend, rows: row ? [row, ...rows] : rows }];
    }),
    ...given
      .filter(({ index }) => !holders.has(index))
      .map((row) => ({ says: `index ${row.index} is ${row.certificateId}'s, which has another`, mend, rows: [row] })),
  ];
}

function sorted(indexes: readonly number[]): string {
  return indexes.toSorted((a, b) => a - b).join(" ") || "none";
}
