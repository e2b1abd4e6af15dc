import type { Group } from "#survey/domain/publication";

/** What one participant sent for one gathering, as they remember it: nothing here is read back from the product. */
export interface Sent {
  readonly form: "A" | "C";
  readonly scores: Readonly<Record<string, number>>;
}

/** A mean as somebody with a calculator would write it, in tenths, and of how many. */
export interface Expected {
  readonly mean: number;
  readonly n: number;
}

/** Which statements each form asks. */
export type Asked = Readonly<Record<"A" | "C" | "extra", readonly string[]>>;

/**
 * What may be shown of one gathering, reckoned from what was sent and by nothing of the product's: by group and statement,
 * nothing for a mean of fewer than five answers, nor for both forms together where one has from one to four.
 */
export function expectedOf(asked: Asked, sent: readonly Sent[], extra: boolean): ReadonlyMap<string, Expected> {
  const A = sent.filter(({ form }) => form === "A");
  const C = sent.filter(({ form }) => form === "C");
  const safe = (some: readonly Sent[]) => some.length === 0 || some.length >= 5;
  const groups: readonly [Group, readonly Sent[], readonly string[]][] = [
    ["A", A, asked.A],
    ["C", C, asked.C],
    ["all", safe(A) && safe(C) ? sent : [], asked.A.filter((id) => asked.C.includes(id))],
    ["all", extra ? sent : [], asked.extra],
  ];
  return new Map(
    groups.flatMap(([group, of, ids]) =>
      of.length < 5 ? [] : ids.map((id): [string, Expected] => [`${group} ${id}`, averaged(of, id)]),
    ),
  );
}

function averaged(of: readonly Sent[], id: string): Expected {
  let sum = 0;
  for (const { scores } of of) sum += scores[id] ?? Number.NaN;
  return { mean: Math.round((10 * sum) / of.length), n: of.length };
}

/** The change in per cent from the first to the last of the means that are shown, in tenths; none for fewer than two. */
export function expectedChange(means: readonly (number | undefined)[]): number | undefined {
  const shown = means.filter((mean) => mean !== undefined);
  const [first] = shown;
  const last = shown.at(-1);
  if (shown.length < 2 || first === undefined || last === undefined) return undefined;
  const percent = (1000 * (last - first)) / first;
  return percent < 0 ? -Math.round(-percent) : Math.round(percent);
}

/** The mean of means, in tenths; none of none. */
export function expectedValue(means: readonly (number | undefined)[]): number | undefined {
  const shown = means.filter((mean) => mean !== undefined);
  return shown.length === 0 ? undefined : Math.round(shown.reduce((sum, mean) => sum + mean, 0) / shown.length);
}
