import fc from "fast-check";
import { expect, test } from "vitest";
import { plusSeconds, toInstant } from "#kernel/clock";
import type { AnswerSheet } from "#survey/domain/answer-sheet";
import type { MainForm, StudyForms, SurveyForm } from "#survey/domain/form";
import type { Publication } from "#survey/domain/publication";
import { meanOf, publicationOf } from "#survey/domain/publish-wave";
import { type ResearchSheet, researchSheets } from "#survey/domain/research-file";
import { StudyId } from "#survey/domain/study";
import { count } from "#test/counts";

const studyId = StudyId.parse("sty_4z8m1kq7w2n9p3r5t6v0xa");
const LIMIT = 3;
const opening = toInstant(Date.UTC(2026, 8, 14));

function form(kind: SurveyForm["kind"], ids: readonly string[]): SurveyForm {
  const statements = ids.map((statementId) => ({
    statementId,
    value: "strengths" as const,
    text: { nb: statementId },
  }));
  return { kind, version: 1, title: { nb: kind }, statements, fixed: true, revision: 1 };
}

const forms: StudyForms = {
  A: form("A", ["both", "children"]),
  C: form("C", ["both", "staff"]),
  extra: form("extra", ["calm"]),
};

/** One person's year: for each wave what they answered, and how many waves they let be published before they withdrew. */
interface Life {
  readonly main: MainForm;
  readonly waves: readonly ("nothing" | "main" | "both")[];
  readonly withdrawsAfter: number | undefined;
}

const WAVES = 3;
const life = fc.record({
  main: fc.constantFrom<MainForm>("A", "A", "C"),
  // Few sorts of lives, so that patterns are shared and limits are just met or just missed.
  waves: fc.array(fc.constantFrom("nothing", "both", "both", "main"), { minLength: WAVES, maxLength: WAVES }),
  withdrawsAfter: fc.option(fc.integer({ min: 1, max: WAVES }), { nil: undefined, freq: 4 }),
}) satisfies fc.Arbitrary<Life>;
const alike = fc
  .tuple(life, fc.integer({ min: 1, max: 5 }))
  .map(([each, times]): Life[] => Array.from({ length: times }, () => each));
const worlds = fc.array(alike, { minLength: 1, maxLength: 5 }).map((groups) => groups.flat());

type World = readonly Life[];

/** Who has answered a form in a wave, of those who hadn't withdrawn when `published` waves were out. */
function answerers(world: World, wave: number, of: "A" | "C" | "extra", published: number): ReadonlySet<number> {
  const here = world.flatMap(({ main, waves, withdrawsAfter }, person) => {
    const did = waves[wave] ?? "nothing";
    const answered = of === "extra" ? did === "both" : did !== "nothing" && main === of;
    return answered && (withdrawsAfter ?? Infinity) > published ? [person] : [];
  });
  return new Set(here);
}

function sheetsAt(world: World, wave: number, published: number): { candidate: string; sheet: AnswerSheet }[] {
  return world.flatMap(({ main, waves, withdrawsAfter }, person) => {
    const did = waves[wave] ?? "nothing";
    if (did === "nothing" || (withdrawsAfter ?? Infinity) <= published) return [];
    const score = 1 + ((person + wave) % 10);
    const own = main === "A" ? "children" : "staff";
    const scores = { both: score, [own]: score, ...(did === "both" && { calm: score }) };
    return [{ candidate: String(person), sheet: { form: main, issue: 0, scores } }];
  });
}

function publish(world: World, wave: number, published = wave): Publication {
  const facts = { number: wave + 1, title: { nb: `${wave}` }, opensAt: plusSeconds(opening, wave), extra: true };
  const sheets = sheetsAt(world, wave, published).map(({ sheet }) => sheet);
  return publicationOf({ studyId, limit: LIMIT }, facts, forms, sheets);
}

/** A sum over these people's scores that somebody can work out. */
type Known = ReadonlySet<number>;

/** The people behind each mean that is shown of a statement. */
function shownSets(world: World, publication: Publication, statementId: string, published?: number): Known[] {
  const wave = publication.number - 1;
  return publication.cells.flatMap((cell): Known[] => {
    if (cell.statementId !== statementId || !cell.shown) return [];
    const at = (of: "A" | "C" | "extra") => answerers(world, wave, of, published ?? wave);
    if (cell.group !== "all") return [at(cell.group)];
    return [statementId === "calm" ? at("extra") : new Set([...at("A"), ...at("C")])];
  });
}

/** The people behind the rows of a file, in classes that its reader can tell apart: by which rows each candidate has. */
function fileClasses(sheets: readonly ResearchSheet[], numbered: readonly string[]): Map<string, Set<number>> {
  const patterns = new Map<number, string>();
  for (const { wave, form: kind, rows } of sheets) {
    for (const { candidate } of rows) patterns.set(candidate, `${patterns.get(candidate) ?? ""} ${wave}${kind}`);
  }
  const classes = new Map<string, Set<number>>();
  for (const [candidate, pattern] of patterns) {
    const members = classes.get(pattern) ?? new Set();
    classes.set(pattern, members.add(Number(numbered[candidate - 1])));
  }
  return classes;
}

/** A group of fewer than the limit whose sum follows from sums and differences of what is known. */
function smallGroup(known: readonly Known[], people: number): readonly number[] | undefined {
  const search = (at: number, sum: readonly number[]): readonly number[] | undefined => {
    const set = known[at];
    if (!set) return isSmall(sum) ? sum : undefined;
    for (const sign of [0, 1, -1]) {
      const found = search(at + 1, sign === 0 ? sum : sum.map((each, person) => each + (set.has(person) ? sign : 0)));
      if (found) return found;
    }
    return undefined;
  };
  return search(
    0,
    Array.from({ length: people }, () => 0),
  );
}

function isSmall(sum: readonly number[]): boolean {
  const size = sum.filter((each) => each !== 0).length;
  return size > 0 && size < LIMIT && new Set(sum.filter((each) => each !== 0)).size === 1;
}

interface Released {
  readonly publications: readonly Publication[];
  readonly file: readonly ResearchSheet[];
  /** Candidates in the order the file numbers them. */
  readonly numbered: readonly string[];
}

/** What there is in the end: with the rules of the product, or with one of them taken away. */
function release(world: World, without?: "pooled" | "complement"): Released {
  const publications = Array.from({ length: WAVES }, (_none, wave) => {
    const publication = publish(world, wave);
    return without === "pooled" ? withEveryPool(publication, world) : publication;
  });
  let numbered: readonly string[] = [];
  const waves = publications.map((publication, wave) => ({
    publication: without === "complement" ? withPlenty(publication) : publication,
    sheets: sheetsAt(world, wave, WAVES),
  }));
  const file = researchSheets(LIMIT, forms, waves, (candidates) => {
    numbered = candidates;
    return candidates;
  });
  return { publications, file, numbered };
}

/** As it would be if both forms were shown together whenever they are enough together. */
function withEveryPool(publication: Publication, world: World): Publication {
  const scores = sheetsAt(world, publication.number - 1, publication.number - 1).map(
    ({ sheet }) => sheet.scores["both"] ?? 0,
  );
  const cells = publication.cells.map((cell) =>
    cell.group === "all" && cell.statementId === "both" && scores.length >= LIMIT
      ? { ...cell, shown: meanOf(scores) }
      : cell,
  );
  return { ...publication, cells };
}

/** So many that the rule of who is left out never holds anything back. */
function withPlenty(publication: Publication): Publication {
  const cells = publication.cells.map((cell) => (cell.shown ? { ...cell, shown: { ...cell.shown, n: 1000 } } : cell));
  return { ...publication, cells };
}

/** What an attacker with every publication and the file finds out: the first group that is too small. */
function attack(world: World, { publications, file, numbered }: Released): readonly number[] | undefined {
  const classes = fileClasses(file, numbered);
  for (const publication of publications) {
    for (const statementId of ["both", "children", "staff", "calm"]) {
      const inFile = file
        .filter(({ wave, rows }) => wave === publication.number && rows.some(({ scores }) => statementId in scores))
        .flatMap(({ rows }) => rows.map(({ candidate }) => Number(numbered[candidate - 1])));
      const parts = [...classes.values()]
        .map((members) => new Set([...members].filter((member) => inFile.includes(member))))
        .filter((members) => members.size > 0);
      const found = smallGroup([...shownSets(world, publication, statementId), ...parts], world.length);
      if (found) return found;
    }
  }
  return undefined;
}

test("no sum or difference of all that is published and released is of fewer people than the limit", (context) => {
  fc.assert(
    fc.property(worlds, (world) => {
      count(context, "worlds searched for a group below the limit", 1);
      expect(attack(world, release(world))).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test("what is shown is what an independent count says, and it is shown whenever it may be", () => {
  fc.assert(
    fc.property(worlds, fc.integer({ min: 0, max: WAVES - 1 }), (world, wave) => {
      for (const { group, statementId, shown } of publish(world, wave).cells) {
        const [A, C] = [answerers(world, wave, "A", wave), answerers(world, wave, "C", wave)];
        const everybody = new Set([...A, ...C]);
        const people = statementId === "calm" ? answerers(world, wave, "extra", wave) : { all: everybody, A, C }[group];
        const pooled = group === "all" && statementId !== "calm";
        const may = people.size >= LIMIT && (!pooled || [A, C].every(({ size }) => size === 0 || size >= LIMIT));
        const exact = [...people].reduce((sum, person) => sum + 1 + ((person + wave) % 10), 0) / people.size;
        if (!may) expect(shown).toBeUndefined();
        else expect(shown).toEqual({ n: people.size, mean: Math.round(exact * 10 + 1e-9) });
      }
    }),
  );
});

const always = ["both", "both", "both"] as const;
function lives(times: number, main: MainForm, waves: Life["waves"], withdrawsAfter?: number): Life[] {
  return Array.from({ length: times }, () => ({ main, waves, withdrawsAfter }));
}

test("negative control: with both forms shown together whenever they are enough, one person's answer comes out", () => {
  const world = [...lives(LIMIT, "A", always), ...lives(1, "C", always)];
  expect(attack(world, release(world, "pooled"))).toBeDefined();
  expect(attack(world, release(world))).toBeUndefined();
});

test("negative control: with every shared pattern released, those left out come out by subtraction", () => {
  const world = [...lives(LIMIT, "A", always), ...lives(1, "A", ["main", "nothing", "nothing"])];
  expect(attack(world, release(world, "complement"))).toBeDefined();
  expect(attack(world, release(world))).toBeUndefined();
});

test("negative control: who withdrew after a publication comes out if the file doesn't look at it", () => {
  const world = [...lives(LIMIT, "A", always), ...lives(1, "A", always, 1)];
  expect(attack(world, release(world, "complement"))).toBeDefined();
  const { file } = release(world);
  expect(file.map(({ wave, form: kind }) => `${wave} ${kind}`)).toEqual(["2 A", "2 extra", "3 A", "3 extra"]);
});

test("negative control: if a result followed withdrawals, two looks at it would give the one who withdrew away", () => {
  const world = [...lives(LIMIT + 1, "A", always), ...lives(1, "A", always, 1)];
  const before = shownSets(world, publish(world, 0), "both");
  const after = shownSets(world, publish(world, 0, 1), "both", 1);
  expect(smallGroup([...before, ...after], world.length)).toBeDefined();
  expect(smallGroup(before, world.length)).toBeUndefined();
});

test("the file is in an order of its own, and has every statement of a released form", () => {
  const world = [...lives(LIMIT, "A", always), ...lives(LIMIT, "C", always)];
  const waves = [{ publication: publish(world, 0), sheets: sheetsAt(world, 0, WAVES) }];
  const backwards = researchSheets(LIMIT, forms, waves, (candidates) => candidates.toReversed());
  expect(backwards.find(({ form: kind }) => kind === "A")?.rows).toEqual([
    { candidate: 4, scores: { both: 3, children: 3 } },
    { candidate: 5, scores: { both: 2, children: 2 } },
    { candidate: 6, scores: { both: 1, children: 1 } },
  ]);
});
