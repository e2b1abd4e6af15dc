import type { Seen } from "#kernel/seen";

/** A hash in a key: SHA-256, base64url. */
const HASH = /#[\w-]{43}(?![\w-])/g;

/** A key as a report may hold it for a year, when its row may be somebody's who is to be erased: without an address's hash. */
export function withoutHash(key: string): string {
  return key.replace(HASH, "#(hash)");
}

/** The command that sets a counter right, if it is the counter that is wrong; refused when it has changed meanwhile. */
export function setCounter(row: Seen, counter: string, found: number | undefined, expected: number): string {
  const [pk, sk] = row.key.split(" / ");
  const same = found === undefined ? "attribute_not_exists(#c)" : "#c = :found";
  const values = { ":expected": { N: `${expected}` }, ...(found !== undefined && { ":found": { N: `${found}` } }) };
  return [
    "If the rows are right, by the command line of AWS:",
    'aws dynamodb update-item --table-name "$TABLE"',
    `--key '${JSON.stringify({ pk: { S: pk }, sk: { S: sk } })}'`,
    `--update-expression 'SET #c = :expected' --condition-expression '${same}'`,
    `--expression-attribute-names '${JSON.stringify({ "#c": counter })}'`,
    `--expression-attribute-values '${JSON.stringify(values)}'`,
  ].join(" ");
}

/** Where nothing in the product changes the row: what happened to it is known, and can be put back. */
export function restore(what: string): string {
  return `Look up ${what} in the events of that time (OUTBOX#) and in a restored copy of the table (infra/RECOVERY.md), and put back the row as it was.`;
}
