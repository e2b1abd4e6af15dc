import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toInstant } from "#kernel/clock";
import { AccessKey } from "#kernel/id";
import type { Walk } from "#local/demo/walk";
import { isPage, type Route, takesIdempotencyKey } from "#platform/http/route";
import { count } from "#test/counts";
import { type JourneyRun, openJourney } from "#test/journey";
import { routeTables } from "../../functions/route-tables.ts";
import { filled, idsNamed, unknownIds } from "./addresses.ts";
import { type Answered, type Ask, askerOf } from "./ask.ts";
import type { Owned } from "./belongings.ts";
import { type Asking, fresh, guest, thoseWhoLogIn, unknownKey } from "./callers.ts";
import { fuzzerIn } from "./fuzz.ts";
import { asksForOwn, type Ownership, ownership } from "./ownership.ts";
import { recipes } from "./recipes.ts";
import { livingWorld, type Side } from "./world.ts";
import { unwanted, type Written, writtenKeys } from "./written.ts";

/** A busy machine starts a function's thread in seconds. */
const PATIENCE = 240_000;

type Row = Omit<Route<never>, "run">;
const routes: readonly Row[] = Object.values(routeTables).flat();
const ofSomebody = routes.filter(asksForOwn);

let run: JourneyRun;
let walk: Walk;
let sides: readonly [Side, Side];
let loggedIn: readonly Asking[];
const written: Written[] = [];
const TRIED = "routes x roles x own and others' data";

/** Looks come first, then changes, then what takes things away. */
function rank({ method, name }: Row): number {
  if (method === "GET") return 0;
  if (/erasure/.test(name)) return 3;
  return /^(remove|leave|give-back|withdraw|cancel|turn-down)/.test(name) ? 2 : 1;
}

beforeAll(async () => {
  run = await openJourney({ onWrite: (write) => written.push(write) });
  walk = run.walk();
  sides = await livingWorld(walk);
  loggedIn = await thoseWhoLogIn(run.product, walk, sides);
  await walk.settle();
}, PATIENCE);
afterAll(() => run?.stop());

/** Each route is asked from an address of its own: whoever tries keys that don't fit is slowed down. */
function askerFor(route: Row): Ask {
  const number = routes.indexOf(route);
  return askerOf(run.product.apiUrl, `127.0.${1 + Math.floor(number / 200)}.${1 + (number % 200)}`);
}

function wireFor(route: Row, ids: Readonly<Record<string, string>>, { headers }: Asking, side: Side) {
  const now = toInstant(run.product.clock.now());
  const body = recipes[route.name]?.({ side, now, fresh: crypto.randomUUID().slice(0, 8) });
  const isForm = route.accepts === "form";
  const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
  return {
    method: route.method,
    path: filled(route.path, ids),
    headers: { ...headers, ...(takesIdempotencyKey(route) && fresh()), ...(body && { "content-type": type }) },
    ...(body && { body: isForm ? new URLSearchParams(Object.entries(body)).toString() : JSON.stringify(body) }),
  };
}

/** Everybody who may ask for what is of `side`, and everybody who may not. */
function callersOf(
  row: Ownership,
  [side, other]: readonly [Side, Side],
  turn = 0,
): { readonly let: Asking[]; readonly refused: Asking[] } {
  const { key } = row.of(side);
  const others = Object.entries(side).flatMap(([name, thing]) =>
    isOwned(thing) && thing.key !== key ? [guest(`their own key of ${name}`, thing.key)] : [],
  );
  // One of them, by turns: a function looks at all of them alike.
  const elsewhere = others.slice(turn % others.length).slice(0, 1);
  const may = ({ roles, logsInAs }: Asking) =>
    roles.some((role) => row.roles.includes(role)) || (row.byLogin && logsInAs === side);
  return {
    let: [guest("the key's holder", key), ...loggedIn.filter(may)],
    refused: [
      guest("a guest without a key"),
      guest("a guest with a key that opens nothing", unknownKey()),
      guest("a guest with something that is no key", "abc"),
      guest("the key of the same of another", row.of(other).key),
      ...elsewhere,
      ...loggedIn.filter((each) => !may(each)),
    ],
  };
}

function isOwned(thing: unknown): thing is Owned {
  return typeof thing === "object" && thing !== null && "key" in thing;
}

/** Asks once for all who are alike: whoever they are, all of them are to hear what that one hears of what isn't there. */
function onceForEach(ask: (caller: Asking) => Promise<Answered>) {
  const asked = new Map<string, Promise<Answered>>();
  const once = (kind: string, caller: Asking): Promise<Answered> => {
    const answer = asked.get(kind) ?? ask(caller);
    asked.set(kind, answer);
    return answer;
  };
  return Object.assign(once, { size: () => asked.size });
}

/** An answer without what differs each time. */
function plain({ status, headers, text }: Answered) {
  const reference = String(headers["x-correlation-id"]);
  return { status, type: headers["content-type"], text: text.replaceAll(reference, "reference") };
}

// Before anybody is erased, with whom their exports go.
describe("a cursor of another list", () => {
  const lists = routes.filter(({ query }) => Object.hasOwn(query.shape, "cursor"));
  const foreign = Buffer.from(JSON.stringify({ pk: "ORDER#1", sk: "ORDER", listPartition: "ORDERS", listSort: "1" }));

  test.for(lists)("is none in $name", async (route, test) => {
    const [side] = sides;
    const row = ownership[route.name];
    const may = ({ roles }: Asking) => roles.some((role) => (row?.roles ?? route.access).includes(role));
    const [caller] = [...(route.access === "public" ? [guest("a guest")] : []), ...loggedIn.filter(may)];
    if (!caller) throw new Error(`Nobody may ask for ${route.name}.`);
    const wire = wireFor(route, row?.of(side).ids ?? idsNamed(route.path, side), caller, side);
    const asked = Object.hasOwn(route.query.shape, "month") ? "month=2026-11&cursor" : "cursor";
    const { status, text } = await askerFor(route)({
      ...wire,
      path: `${wire.path}?${asked}=${foreign.toString("base64url")}`,
    });
    const told = isPage(route) ? "<h1" : "/query/cursor";
    expect({ status, text }).toMatchObject({ status: 400, text: expect.stringContaining(told) });
    count(test, "lists handed a cursor of another", 1);
  });
});

// Before anybody is erased: from then on their link is anybody's who has it.
describe("a survey's link", () => {
  const takesAway = ({ name }: Row) => Number(/withdraw|request/.test(name));
  // Last the ones by which it becomes another.
  const pages = routes
    .filter(({ params }) => Object.hasOwn(params.shape, "link"))
    .toSorted((one, other) => takesAway(one) - takesAway(other));
  const of = (route: Row, { others }: Side, { cookie = "", link = others["link"] ?? "" }) => {
    const by = { ...guest("a participant"), headers: { cookie } };
    return askerFor(route)(wireFor(route, { ...others, link }, by, sides[0]));
  };
  /** What every participant's page and mail would tell of them. */
  const told = ({ holder, survey }: Side) => [holder.name, holder.email, survey.cookie.split("=")[1] ?? "", "checked"];

  test.for(pages)("$name: for nobody but the browser that it belongs to", async (route, test) => {
    const [side, other] = sides;
    const before = written.length;
    for (const cookie of ["", other.survey.cookie, "survey-device=abc"]) {
      const { status, text } = await of(route, side, { cookie });
      // A new link goes to the participant's own address, whoever asks for it.
      const isNewLink = route.name === "request-survey-link";
      expect({ cookie, status }).toEqual({ cookie, status: isNewLink ? 200 : 409 });
      for (const each of told(side)) expect(text).not.toContain(each);
    }
    const ofNobody = await of(route, side, { cookie: side.survey.cookie, link: "0".repeat(97) });
    const link = unknownIds(side.others)["link"] ?? "";
    expect(plain(await of(route, side, { cookie: side.survey.cookie, link }))).toEqual(plain(ofNobody));
    expect(ofNobody.status).toBe(404);
    if (route.name !== "request-survey-link") expect(unwanted(written.slice(before))).toEqual([]);
    count(test, TRIED, 5);
  });

  test.for(pages)("$name: open to the participant, by their own browser", async (route, test) => {
    const [, side] = sides;
    const { status, text } = await of(route, side, { cookie: side.survey.cookie });
    expect(status, text).toBeLessThan(400);
    count(test, TRIED, 1);
  });
});

describe("what is somebody's", () => {
  test("stands in the ownership table, whatever route leads to it", () => {
    const missing = ofSomebody.filter(({ name }) => !ownership[name]).map(({ name }) => name);
    expect(
      missing,
      `${missing.join(", ")}: a route for holders of a key or for people who log in, without a row in test/fuzz/ownership.ts. Add one that says which thing of a Side (test/fuzz/world.ts) its address names, which roles may ask too, and whether a login does; and what it takes to test/fuzz/recipes.ts.`,
    ).toEqual([]);
    const known = new Set(ofSomebody.map(({ name }) => name));
    expect(Object.keys(ownership).filter((name) => !known.has(name))).toEqual([]);
  });

  test.for(ofSomebody)("$name: refused to all others as if it weren't there", async (route, test) => {
    const row = ownership[route.name];
    if (!row) return;
    const [side, other] = sides;
    const ask = askerFor(route);
    const before = written.length;
    const { ids } = row.of(side);
    const { refused } = callersOf(row, [side, other], ofSomebody.indexOf(route));
    const ofNobody = onceForEach((caller: Asking) => ask(wireFor(route, unknownIds(ids), caller, side)));
    const tries = refused.map(async (caller) => {
      const answer = plain(await ask(wireFor(route, ids, caller, side)));
      const hasKey = AccessKey.safeParse(caller.headers["order-key"]).success;
      const alike = plain(
        await ofNobody(hasKey ? "a key" : caller.kind === "guest" ? caller.called : "a login", caller),
      );
      const isTold = caller.roles.some((role) => row.told?.includes(role));
      const hasNothing = caller.kind === "guest" && !hasKey;
      const expected = isTold ? { ...answer, status: 403 } : { ...alike, status: hasNothing ? 401 : 404 };
      expect({ [caller.called]: answer }).toEqual({ [caller.called]: expected });
    });
    await Promise.all(tries);
    expect(unwanted(written.slice(before))).toEqual([]);
    count(test, TRIED, refused.length + ofNobody.size());
  });

  const looksFirst = ofSomebody.toSorted((one, other) => rank(one) - rank(other));
  test.for(looksFirst)("$name: open to whoever it is for", async (route, test) => {
    const row = ownership[route.name];
    if (!row) return;
    const [side, other] = sides;
    const ask = askerFor(route);
    const callers = callersOf(row, [side, other], ofSomebody.indexOf(route)).let;
    for (const caller of callers) {
      const { status, text } = await ask(wireFor(route, row.of(side).ids, caller, side));
      const isFine = route.method === "GET" ? status < 400 : ![400, 401, 403, 404].includes(status) && status < 500;
      expect({ [caller.called]: isFine ? "let in" : `${status} ${text}` }).toEqual({ [caller.called]: "let in" });
    }
    count(test, TRIED, callers.length);
  });
});

describe("names that a page or a spreadsheet would run", () => {
  const pages = routes.filter((route) => route.method === "GET" && isPage(route));
  const exports = routes.filter(({ answers }) => /csv|spreadsheet/.test(answers[200]?.contentType ?? ""));

  test("are text on every page, whoever looks", async () => {
    for (const side of sides) {
      for (const route of pages) {
        const owned = ownership[route.name]?.of(side);
        const ids = owned?.ids ?? idsNamed(route.path, side);
        const { text } = await askerFor(route)(wireFor(route, ids, guest("the key's holder", owned?.key), side));
        expect(text).not.toContain("<script");
      }
    }
    const page = routes.find(({ name }) => name === "participant-page");
    const { ids, key } = sides[0].participation;
    const shown = page && (await askerFor(page)(wireFor(page, ids, guest("the holder", key), sides[0])));
    expect(shown?.text).toContain("&lt;script&gt;");
  });

  test("are text in every mail, on one line of its head, to one reader", async () => {
    const mails = await run.product.mails();
    expect(mails.length).toBeGreaterThan(30);
    for (const { html, subject, recipients } of mails) {
      expect(html).not.toContain("<script");
      expect(subject).not.toMatch(/\p{Cc}/u);
      expect(recipients).toHaveLength(1);
    }
    expect(mails.some(({ html }) => html.includes("&lt;script&gt;"))).toBe(true);
  });

  test.for(exports)("are no formula in $name", async (route) => {
    const [, side] = sides;
    const { headers } = loggedIn.find(({ called }) => called === "administrator") ?? guest("nobody");
    const ids = side.participation.ids;
    const path = filled(route.path, { ...side.others, ...ids, offeringId: ids["cohortId"] ?? "" });
    const answer = await fetch(new URL(path, run.product.apiUrl), { headers });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status === 404) return;
    const isZip = bytes[0] === 0x50;
    const text = isZip
      ? Object.values(unzipSync(bytes))
          .map((each) => strFromU8(each))
          .join("\n")
      : strFromU8(bytes);
    if (isZip) expect(text).not.toContain("<f>");
    else expect(text).not.toMatch(/(^|[;"\r\n\uFEFF])[=+@\t-]/);
    // What the survey hands out names nobody.
    expect(text.includes("HYPERLINK")).toBe(!/survey/.test(route.name));
  });
});

describe("what is the centre's, or everybody's", () => {
  const rest = routes.filter((route) => !asksForOwn(route));
  const staffs = rest.filter(({ access }) => access !== "public");

  test.for(staffs)("$name: the same refusal, whatever is asked for", async (route, test) => {
    const [side] = sides;
    const ids = idsNamed(route.path, side);
    const ask = askerFor(route);
    const before = written.length;
    const callers = [guest("a guest"), guest("a holder of a key", side.order.key), ...loggedIn].filter(
      ({ roles }) => !roles.some((role) => route.access.includes(role)),
    );
    const ofNobody = onceForEach((caller: Asking) => ask(wireFor(route, unknownIds(ids), caller, side)));
    const tries = callers.map(async (caller) => {
      const answer = plain(await ask(wireFor(route, ids, caller, side)));
      const status = caller.kind === "guest" ? 401 : 403;
      const alike = { ...plain(await ofNobody(caller.kind, caller)), status };
      expect({ [caller.called]: answer }).toEqual({ [caller.called]: alike });
    });
    await Promise.all(tries);
    expect(unwanted(written.slice(before))).toEqual([]);
    count(test, TRIED, callers.length + ofNobody.size());
  });

  const looks = rest.filter(({ method, path }) => method === "GET" && path.includes("{"));
  test.for(looks)("$name: there for who may see it, and nobody in what isn't there", async (route, test) => {
    const [side] = sides;
    const ids = idsNamed(route.path, side);
    const ask = askerFor(route);
    const callers = loggedIn.filter(({ roles }) => roles.some((role) => route.access.includes(role)));
    for (const caller of route.access === "public" ? [guest("a guest")] : callers) {
      const { status, text } = await ask(wireFor(route, ids, caller, side));
      expect([401, 403, 404, 500], text).not.toContain(status);
      const ofNobody = await ask(wireFor(route, unknownIds(ids), caller, side));
      for (const told of [side.holder.name, side.holder.email]) expect(ofNobody.text).not.toContain(told);
      count(test, TRIED, 2);
    }
  });
});

test(
  "some hundred requests, right and wrong, are answered as the API's description says",
  async (test) => {
    const fuzz = fuzzerIn({ run, walk, sides, loggedIn }, written);
    const { requests, findings, codes } = await fuzz({ seed: 1, from: 0, to: routes.length * 2 });
    expect(findings.map(({ request, says }) => `${says}\n  npm run fuzz -- --request ${request}`)).toEqual([]);
    // Whoever looks for what refused requests have written sees what others have.
    expect(writtenKeys(written)).toEqual(expect.arrayContaining([expect.stringMatching(/^ORDER#/)]));
    // Pages tell theirs in the log only.
    expect([...codes]).toEqual(expect.arrayContaining(["invalid-request", "unauthenticated", "not-found"]));
    count(test, "fuzz requests", requests);
    count(test, "refusals' codes told in them", codes.size);
  },
  PATIENCE,
);
