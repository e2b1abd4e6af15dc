import fc from "fast-check";
import { toInstant } from "#kernel/clock";
import { Walk } from "#local/demo/walk";
import type { Route } from "#platform/http/route";
import { OpenApiDocument } from "#platform/openapi/shape";
import type { JourneyRun } from "#test/journey";
import description from "../../functions/openapi.json" with { type: "json" };
import { routeTables } from "../../functions/route-tables.ts";
import { idsNamed } from "./addresses.ts";
import { anotherDoor } from "./another-door.ts";
import { type Answered, askerOf, type Wire } from "./ask.ts";
import { type Asking, guest, thoseWhoLogIn, unknownKey } from "./callers.ts";
import { judgeOf } from "./judge.ts";
import { type Occasion, occasions } from "./occasions.ts";
import { ownership } from "./ownership.ts";
import { recipes } from "./recipes.ts";
import { requestsFor, type Target } from "./requests.ts";
import { codeIn, codeOnPage } from "./told-codes.ts";
import type { Pool } from "./values.ts";
import { livingWorld, type Side } from "./world.ts";
import type { Written } from "./written.ts";

const document = OpenApiDocument.parse(description);
const routes: readonly Omit<Route<never>, "run">[] = Object.values(routeTables).flat();

/** What came of many requests. */
export interface Fuzzed {
  readonly requests: number;
  /** By operation, how often it answered with each status. */
  readonly statuses: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly findings: readonly { readonly request: number; readonly says: string }[];
  /** Codes of refusals that were told. */
  readonly codes: ReadonlySet<string>;
  /** Occasions that could not be made, each with why: their requests were made without. */
  readonly notMade: readonly string[];
}

export interface Asked {
  readonly seed: number;
  /** The first request's number, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** A world to fuzz in, and who lives there. */
interface Inhabited {
  readonly run: JourneyRun;
  readonly walk: Walk;
  readonly sides: readonly [Side, Side];
  readonly loggedIn: readonly Asking[];
}

/** A new world to fuzz in: `written` is what functions write there, as it comes. */
export async function fuzzer(run: JourneyRun, written: readonly Written[]) {
  const walk = run.walk();
  const sides = await livingWorld(walk);
  const loggedIn = await thoseWhoLogIn(run.product, walk, sides);
  await walk.settle();
  return fuzzerIn({ run, walk, sides, loggedIn }, written);
}

/** As `fuzzer`, in a world that is there. */
export function fuzzerIn({ run, walk, sides, loggedIn }: Inhabited, written: readonly Written[]) {
  const everybody = sides.flatMap((side) =>
    [side.order, side.agreement, side.participation].map(({ key }) => guest("a holder of something", key)),
  );
  const judge = judgeOf(document, walk.secrets);
  const known = new Map<string, string[]>(knownIn(sides));
  const pool: Pool = { known, schemas: document.components.schemas, now: run.product.clock.now() };

  function targetOf(route: (typeof routes)[number], fresh: string, occasion: Occasion | undefined): Target {
    const row = ownership[route.name];
    const operation = document.paths[route.path]?.[route.method.toLowerCase()];
    if (!operation) throw new Error(`${route.name} is not described: npm run openapi`);
    const { access } = route;
    const staff = loggedIn.filter(({ roles }) => roles.some((role) => (row?.roles ?? access).includes(role)));
    const recipe = recipes[route.name];
    const now = toInstant(run.product.clock.now());
    const ofSide = (side: Side) => {
      const holders = row ? [guest("a holder", row.of(side).key)] : [];
      const callers = access === "public" ? [guest("a guest")] : [...holders, ...staff];
      const known = occasion?.headers && { ...guest("whoever it is for"), headers: occasion.headers };
      return {
        ids: occasion?.ids ?? row?.of(side).ids ?? idsNamed(route.path, side),
        callers: known ? [known] : callers,
        right: occasion?.body ?? recipe?.({ side, now, fresh }),
        query: occasion?.query,
      };
    };
    return {
      method: route.method,
      path: route.path,
      operation,
      sides: sides.map(ofSide),
      allRight: occasion ? 60 : 10,
      callers: [...everybody, ...loggedIn, guest("a guest"), guest("a guesser", unknownKey())],
    };
  }

  /** What a request needs to be done, made for each so many-th of an operation. */
  async function occasionFor({ name }: { readonly name: string }, number: number): Promise<Occasion | undefined> {
    const make = isOccasion(number) ? occasions[name] : undefined;
    if (!make) return undefined;
    const side = sides[Math.floor(number / routes.length / BETWEEN_OCCASIONS) % 2] ?? sides[0];
    const now = toInstant(run.product.clock.now());
    const door = await anotherDoor(run.product.apiUrl, `127.2.${Math.floor(number / 250)}.${1 + (number % 250)}`);
    const visitor = new Walk({ apiUrl: door.url, say: () => {}, keep: () => {} });
    try {
      return await make({ walk: visitor, side, now, fresh: `${number}`, tokenFor: run.product.tokenFor });
    } finally {
      for (const secret of visitor.secrets) walk.secret(secret);
      door.close();
    }
  }

  /** Makes requests one after the other, so that it is known which of them has written. */
  return async ({ seed, from, to }: Asked): Promise<Fuzzed> => {
    const statuses = new Map<string, Map<number, number>>();
    const findings: { request: number; says: string }[] = [];
    const codes = new Set<string>();
    const notMade: string[] = [];
    const logged = run.product.logs().length;
    for (let number = from; number < to; number += 1) {
      const route = routes[number % routes.length];
      if (!route) continue;
      const occasion = await occasionFor(route, number).catch((error: unknown) => {
        notMade.push(`${route.name} (${number}): ${String(error).slice(0, 300)}`);
        return undefined;
      });
      const target = targetOf(route, `${number}`, occasion);
      const [wire] = fc.sample(requestsFor(target, pool), { seed: seed * 1_000_003 + number, numRuns: 1 });
      if (!wire) continue;
      // Callers' limits are by the hour and address.
      const ask = askerAt(run.product.apiUrl, number);
      const before = written.length;
      const answered = await ask(wire);
      const says = judge({ operation: target.operation, wire, answered, written: written.slice(before) });
      if (says.length > 0)
        findings.push({ request: number, says: [`${route.name}:`, ...says, shown(wire)].join("\n    ") });
      const ofRoute = statuses.get(route.name) ?? new Map<number, number>();
      statuses.set(route.name, ofRoute.set(answered.status, (ofRoute.get(answered.status) ?? 0) + 1));
      if (answered.status < 300) remember(answered, known);
      const told = codeOnPage(answered);
      if (told) codes.add(told);
    }
    await walk.settle();
    const lines = run.product.logs().slice(logged);
    for (const code of lines.map(({ line }) => codeIn(line))) if (code) codes.add(code);
    const telling = lines.filter(({ line }) => [...walk.secrets, "Ferskvann"].some((secret) => line.includes(secret)));
    for (const { line } of telling) findings.push({ request: from, says: `somebody is named in the logs: ${line}` });
    return { requests: to - from, statuses, findings, codes, notMade };
  };
}

/** The request as it was sent, but for who logged in. */
function shown({ method, path, by, headers, body }: Wire & { readonly by: Asking }): string {
  const { authorization: _token, "idempotency-key": _key, ...rest } = headers;
  return `${method} ${path.slice(0, 200)} by ${by.called} ${JSON.stringify(rest).slice(0, 600)} ${body?.slice(0, 600) ?? ""}`;
}

/** An operation is asked so often before the next time that an occasion is made for it; never in the first two rounds, the sample's. */
const BETWEEN_OCCASIONS = 4;

function isOccasion(number: number): boolean {
  return Math.floor(number / routes.length) % BETWEEN_OCCASIONS === BETWEEN_OCCASIONS - 1;
}

const askers = new Map<string, ReturnType<typeof askerOf>>();

/** So many requests come from one caller before another one asks. */
const REQUESTS_OF_ONE = 25;

function askerAt(apiUrl: string, number: number): ReturnType<typeof askerOf> {
  const caller = Math.floor(number / REQUESTS_OF_ONE) + 1;
  const address = `127.1.${Math.floor(caller / 250)}.${1 + (caller % 250)}`;
  const name = `${apiUrl} ${address}`;
  const ask = askers.get(name) ?? askerOf(apiUrl, address);
  askers.clear();
  askers.set(name, ask);
  return ask;
}

/** Everything the sides have, by the names and prefixes that addresses and bodies use. */
function knownIn(sides: readonly Side[]): [string, string[]][] {
  const known = new Map<string, string[]>();
  for (const side of sides) {
    for (const thing of [
      side.order,
      side.unpaid,
      side.agreement,
      side.workplaceCourse,
      side.listedCourse,
      side.entry,
      side.participation,
    ]) {
      for (const [name, id] of Object.entries(thing.ids)) learn(known, name, id);
      learn(known, "key", thing.key);
    }
    for (const [name, id] of Object.entries(side.others)) learn(known, name, id);
    learn(known, "email", side.holder.email);
    learn(known, "mailProof", side.mailProof);
    learn(known, "proof", side.mailProof);
  }
  learn(known, "studies", sides.map(({ survey }) => survey.studyId).join(","));
  learn(known, "ticketTypeId", "ordinary");
  learn(known, "ticketTypeId", "seats");
  learn(known, "organisationNumber", "200000005");
  learn(known, "postalCode", "5003");
  learn(known, "questionId", "allergies");
  return [...known];
}

function learn(known: Map<string, string[]>, name: string, id: string): void {
  const [, prefix] = /^([a-z]{3})_[0-9a-z]{22}$/.exec(id) ?? [];
  const values = known.get(prefix ?? name) ?? [];
  if (!values.includes(id)) known.set(prefix ?? name, [...values, id].slice(-12));
}

/** Ids in an answer name things that are there: later requests may ask for them. */
function remember({ text }: Answered, known: Map<string, string[]>): void {
  for (const [id] of text.slice(0, 5000).matchAll(/\b[a-z]{3}_[0-9a-hjkmnp-tv-z]{22}\b/g)) learn(known, "", id);
  const [, orderNumber] = /"orderNumber":"([^"]+)"/.exec(text) ?? [];
  if (orderNumber) learn(known, "orderNumber", orderNumber);
}
