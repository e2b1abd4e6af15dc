import assert from "node:assert/strict";
import { FIRST_FORMS } from "#survey/domain/content/forms";
import type { FormKind } from "#survey/domain/form";
import { Browser } from "./browser.ts";
import type { Sent } from "./expected-results.ts";
import { linkIn } from "./page.ts";
import type { Trainee } from "./trainees.ts";
import type { Walk } from "./walk.ts";

/** Somebody asked to take part in a study, with the browser they answer from, and what they have sent by gathering. */
export interface Respondent {
  readonly person: Trainee;
  readonly number: number;
  readonly form: "A" | "C";
  readonly says: "yes" | "no";
  /** Gatherings they are away from, counted from 1. */
  readonly away: readonly number[];
  readonly browser: Browser;
  readonly sent: Map<number, Sent>;
  /** Until they withdraw; never for who says no. */
  takesPart: boolean;
}

type Part = Partial<Pick<Respondent, "form" | "says" | "away">>;

/** Gives each of the people their part. */
export function respondents(walk: Walk, people: readonly Trainee[], partOf: (number: number) => Part): Respondent[] {
  return people.map((person, number) => {
    const { form = "A", says = "yes", away = [] } = partOf(number);
    const takesPart = says === "yes";
    return { person, number, form, says, away, takesPart, browser: new Browser(walk), sent: new Map() };
  });
}

/** Which statements a form asks, by id. */
export function statementsOf(kind: FormKind): string[] {
  return FIRST_FORMS[kind].statements.map(({ statementId }) => statementId);
}

/** What somebody answers at a gathering: their own level, a little more each time, and less stress. */
export function answersOf({ form, number }: Pick<Respondent, "form" | "number">, gathering: number, extra: boolean) {
  const ids = [...statementsOf(form), ...(extra ? statementsOf("extra") : [])];
  return Object.fromEntries(
    ids.map((id, index) => {
      const value = Math.floor(index / 4);
      const level = 2 + ((number * 7 + index * 3) % 4) + ((value * 2) % 5) / 2;
      const gain = (gathering * (2 + ((value * 3) % 5)) + ((number + index + gathering) % 5)) / 9;
      const score = Math.round(id.startsWith("stress") ? level + 3 - gain : level + gain);
      return [id, Math.min(10, Math.max(1, score))];
    }),
  );
}

/** Each participant's newest link, from the mails to them. */
export async function linksOf(walk: Walk, everybody: readonly Respondent[]): Promise<ReadonlyMap<Respondent, string>> {
  const mails = await walk.mailsToEach(everybody.map(({ person }) => person.email));
  return new Map(
    everybody.flatMap((each) => {
      const mail = mails.get(each.person.email)?.findLast(({ text }) => /\/survey\//.test(text));
      return mail ? [[each, linkIn(mail, /\/survey\//)]] : [];
    }),
  );
}

/** A part of a link's page: `linkTo(link, "/steps/1")`. */
export function linkTo(link: string, part: string): string {
  const url = new URL(link);
  url.pathname += part;
  return url.href;
}

/** Says yes with a form, or no, as the page's buttons do. */
export async function sayWord({ browser, says, form }: Respondent, link: string, version: string): Promise<void> {
  await browser.sendOnly(linkTo(link, "/consent"), { answer: says, form, version });
}

/** Sends all of a gathering's answers in one form, and remembers what was sent. */
export async function answerAll(who: Respondent, link: string, gathering: number, extra: boolean): Promise<void> {
  const scores = answersOf(who, gathering, extra);
  await who.browser.sendOnly(linkTo(link, "/steps/1"), { revision: "new", steps: "1", ...asFields(scores) });
  who.sent.set(gathering, { form: who.form, scores });
}

export function asFields(scores: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(scores).map(([id, score]) => [`score-${id}`, String(score)]));
}

/** Does something for each, a dozen at a time. */
export async function dozens<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += 12) await Promise.all(items.slice(from, from + 12).map(act));
}

/** The link that somebody must have been sent. */
export function linkFor(links: ReadonlyMap<Respondent, string>, who: Respondent): string {
  const link = links.get(who);
  assert.ok(link, `${who.person.email} should have got a link to the form`);
  return link;
}
