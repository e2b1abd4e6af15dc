import type { Locale } from "#kernel/locale";
import type { MixedBy } from "./grouping.ts";
import type { GroupReport, GroupsReport } from "./groups-report.ts";

const NUMBERS = {
  nb: ["null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"],
  nn: ["null", "éin", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"],
  en: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
} as const satisfies Record<Locale, readonly string[]>;

interface Words {
  readonly group: string;
  readonly nobody: string;
  readonly different: Record<MixedBy, (different: number, of: number) => string>;
  readonly alike: Record<MixedBy, (count: string) => string>;
  readonly colleagues: (pairs: number) => string;
  readonly overall: (score: number) => string;
  readonly apart: string;
  readonly together: (pairs: number) => string;
}

const nb: Words = {
  group: "Gruppe",
  nobody: "ingen ennå",
  different: {
    profession: (different, of) => `${different} ${different === 1 ? "yrke" : "yrker"} av ${of}`,
    service: (different, of) => `${different} ${different === 1 ? "tjeneste" : "tjenester"} av ${of}`,
    municipality: (different, of) => `${different} ${different === 1 ? "kommune" : "kommuner"} av ${of}`,
  },
  alike: {
    profession: (count) => `${count} med samme yrke`,
    service: (count) => `${count} fra samme tjeneste`,
    municipality: (count) => `${count} fra samme kommune`,
  },
  colleagues: (pairs) => (pairs === 1 ? "ett par kollegaer sammen" : `${pairs} par kollegaer sammen`),
  overall: (score) => `${score} av 100 poeng for jevn fordeling.`,
  apart: "Alle kollegaer er i hver sin gruppe.",
  together: (pairs) =>
    pairs === 1 ? "Ett par kollegaer er i samme gruppe." : `${pairs} par kollegaer er i samme gruppe.`,
};

const nn: Words = {
  group: "Gruppe",
  nobody: "ingen enno",
  different: {
    profession: (different, of) => `${different} yrke av ${of}`,
    service: (different, of) => `${different} ${different === 1 ? "teneste" : "tenester"} av ${of}`,
    municipality: (different, of) => `${different} ${different === 1 ? "kommune" : "kommunar"} av ${of}`,
  },
  alike: {
    profession: (count) => `${count} med same yrke`,
    service: (count) => `${count} frå same teneste`,
    municipality: (count) => `${count} frå same kommune`,
  },
  colleagues: (pairs) => (pairs === 1 ? "eitt par kollegaer saman" : `${pairs} par kollegaer saman`),
  overall: (score) => `${score} av 100 poeng for jamn fordeling.`,
  apart: "Alle kollegaer er i kvar si gruppe.",
  together: (pairs) =>
    pairs === 1 ? "Eitt par kollegaer er i same gruppe." : `${pairs} par kollegaer er i same gruppe.`,
};

const en: Words = {
  group: "Group",
  nobody: "nobody yet",
  different: {
    profession: (different, of) => `${different} ${different === 1 ? "profession" : "professions"} of ${of}`,
    service: (different, of) => `${different} ${different === 1 ? "service" : "services"} of ${of}`,
    municipality: (different, of) => `${different} ${different === 1 ? "municipality" : "municipalities"} of ${of}`,
  },
  alike: {
    profession: (count) => `${count} of the same profession`,
    service: (count) => `${count} from the same service`,
    municipality: (count) => `${count} from the same municipality`,
  },
  colleagues: (pairs) => (pairs === 1 ? "one pair of colleagues together" : `${pairs} pairs of colleagues together`),
  overall: (score) => `${score} of 100 points for an even spread.`,
  apart: "All colleagues are in different groups.",
  together: (pairs) =>
    pairs === 1
      ? "One pair of colleagues is in the same group."
      : `${pairs} pairs of colleagues are in the same group.`,
};

const WORDS: Readonly<Record<Locale, Words>> = { nb, nn, en };

/** `Gruppe 3: 6 yrker av 6, to fra samme kommune`. */
export function groupText({ group, placeIds, spreads, colleagues }: GroupReport, locale: Locale): string {
  const words = WORDS[locale];
  if (placeIds.length === 0) return `${words.group} ${group}: ${words.nobody}`;
  const told = spreads
    .filter(({ of }) => of > 0)
    .map(({ aspect, different, of, mostAlike }) =>
      // Where nearly all differ, who is alike says more than how many differ; of professions both do.
      aspect === "profession" || different === of || mostAlike > 3
        ? words.different[aspect](different, of)
        : words.alike[aspect](NUMBERS[locale][mostAlike] ?? String(mostAlike)),
    );
  const together = colleagues > 0 ? [words.colleagues(colleagues)] : [];
  return `${words.group} ${group}: ${[...told, ...together].join(", ") || placeIds.length}`;
}

/** How well the groups are mixed in all, in a sentence or two. */
export function groupsText({ score, colleagues }: GroupsReport, locale: Locale): string {
  const words = WORDS[locale];
  return `${words.overall(score)} ${colleagues === 0 ? words.apart : words.together(colleagues)}`;
}
