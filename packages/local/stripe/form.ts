/** A decoded parameter: Stripe's bodies and queries nest by brackets and know no type but text. */
type FormValue = string | FormValue[] | { [key: string]: FormValue };

type Branch = Map<string, string | Branch>;

/**
 * Decodes `a[b][0][c]=v` as Stripe does: brackets nest, and keys that are all numbers (or empty) make a list.
 * The last of two equal keys wins.
 */
export function decodeForm(text: string): { [key: string]: FormValue } {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(text)) put(root, path(name), value);
  return Object.fromEntries([...root].map(([key, value]) => [key, plain(value)]));
}

/** Writes a place in the nesting the way Stripe names it in `param`: `line_items[0][quantity]`. */
export function bracketed(place: readonly PropertyKey[]): string {
  return place.map((key, index) => (index === 0 ? String(key) : `[${String(key)}]`)).join("");
}

function path(name: string): string[] {
  const bracket = name.indexOf("[");
  if (bracket <= 0 || !name.endsWith("]")) return [name];
  return [name.slice(0, bracket), ...name.slice(bracket + 1, -1).split("][")];
}

function put(branch: Branch, keys: string[], value: string): void {
  const [key = "", ...rest] = keys;
  const place = key === "" ? String(branch.size) : key;
  if (rest.length === 0) {
    branch.set(place, value);
    return;
  }
  const present = branch.get(place);
  const next: Branch = present instanceof Map ? present : new Map();
  branch.set(place, next);
  put(next, rest, value);
}

function plain(value: string | Branch): FormValue {
  if (typeof value === "string") return value;
  const entries = [...value].map(([key, inner]): [string, FormValue] => [key, plain(inner)]);
  const isList = entries.every(([key]) => /^\d+$/.test(key));
  return isList
    ? entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
    : Object.fromEntries(entries);
}
