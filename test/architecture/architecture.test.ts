import { describe, expect, test } from "vitest";
import { cyclesIn, outOfPlace, readsEnvironment, tooLong, unsafeHtml, wrongImport } from "./rules.ts";
import { allFiles, importsOf, type Sources, sourcesOfRepository } from "./sources.ts";

const sources = sourcesOfRepository();
const imports = importsOf(sources);

function found<Item>(items: Iterable<Item>, fault: (item: Item) => string | undefined): string[] {
  return [...new Set([...items].flatMap((item) => fault(item) ?? []))];
}

describe("the repository", () => {
  test("is read at all: every context's layers, and imports of every kind", () => {
    expect(sources.size).toBeGreaterThan(200);
    for (const to of ["packages/kernel/money.ts", "packages/ordering/domain/order.ts", "zod", "node:crypto"]) {
      expect(imports.some((each) => each.to === to)).toBe(true);
    }
  });

  test("every import that isn't of a package leads to a file", () => {
    const files = new Set(allFiles());
    // Tests hold code as text, of files that there aren't.
    const ours = imports.filter(({ from, to }) => /\.(ts|json)$/.test(to) && !from.startsWith("test/"));
    expect(ours.length).toBeGreaterThan(1000);
    expect(ours.filter(({ to }) => !files.has(to))).toEqual([]);
  });

  test("layers know only what they may", () => {
    expect(found(imports, wrongImport)).toEqual([]);
  });

  test("no file imports itself by way of others", () => {
    expect(cyclesIn(imports)).toEqual([]);
  });

  test("files are short", () => {
    expect(found(sources, ([path, text]) => tooLong(path, text))).toEqual([]);
  });

  test("the environment is read where a process begins", () => {
    expect(found(sources, ([path, text]) => readsEnvironment(path, text))).toEqual([]);
  });

  test("text becomes HTML in one place", () => {
    expect(found(sources, ([path, text]) => unsafeHtml(path, text))).toEqual([]);
  });

  test("the top level is as the owner fixed it", () => {
    expect(found(allFiles(), outOfPlace)).toEqual([]);
  });
});

describe("a planted violation is found", () => {
  const planted = (files: Record<string, string>): Sources => new Map(Object.entries(files));
  const faults = (path: string, code: string) => found(importsOf(planted({ [path]: code })), wrongImport);

  test.each([
    ["kernel knows no context", "packages/kernel/x.ts", 'import { a } from "#ordering/domain/order";'],
    ["kernel imports zod only", "packages/kernel/x.ts", 'import { a } from "jose";'],
    [
      "platform knows no context",
      "packages/platform/http/x.ts",
      'import type { A } from "../../ordering/domain/order.ts";',
    ],
    ["domain knows no platform", "packages/ordering/domain/x.ts", 'import { a } from "#platform/log";'],
    ["domain knows no app", "packages/ordering/domain/x.ts", 'import { a } from "../app/place-order.ts";'],
    ["domain knows no other context", "packages/ordering/domain/x.ts", 'export { a } from "#payment/ports/checkout";'],
    ["domain uses no SDK", "packages/ordering/domain/x.ts", 'import Stripe from "stripe";'],
    ["domain uses nothing of Node", "packages/ordering/domain/x.ts", 'import { a } from "node:fs";'],
    ["events know no ports", "packages/ordering/events/x.ts", 'import { a } from "../ports/orders.ts";'],
    ["ports know no store", "packages/ordering/ports/x.ts", 'import { a } from "../store/orders.ts";'],
    ["ports know no other context", "packages/ordering/ports/x.ts", 'import { a } from "#payment/ports/checkout";'],
    ["app knows no store", "packages/ordering/app/x.ts", 'import { orders } from "#ordering/store/orders";'],
    [
      "app knows no other's domain",
      "packages/ordering/app/x.ts",
      'import { a } from "../../payment/domain/payment.ts";',
    ],
    [
      "app knows no other's app",
      "packages/ordering/app/x.ts",
      'const a = await import("#payment/app/start-checkout");',
    ],
    ["app knows no platform", "packages/ordering/app/x.ts", 'import { a } from "#platform/log";'],
    ["store knows no app", "packages/ordering/store/x.ts", 'import { a } from "../app/place-order.ts";'],
    ["store knows no other context", "packages/ordering/store/x.ts", 'import { a } from "#catalogue/store/keys";'],
    ["http knows no store", "packages/ordering/http/x.ts", 'import { orders } from "../store/orders.ts";'],
    ["http knows no other context", "packages/ordering/http/x.ts", 'import { a } from "#payment/app/start-checkout";'],
    ["functions know no other's http", "functions/ordering/x.ts", 'import { routes } from "#payment/http/routes";'],
    ["functions know no other's domain", "functions/ordering/x.ts", 'import { a } from "#payment/domain/payment";'],
    ["functions know no infra", "functions/ordering/x.ts", 'import { a } from "../../infra/stages.ts";'],
    ["infra knows no app", "infra/x.ts", 'import { a } from "#ordering/app/place-order";'],
    ["infra knows no store", "infra/x.ts", 'import { a } from "../packages/ordering/store/keys.ts";'],
    ["nothing knows the tests", "packages/local/x.ts", 'import { a } from "#test/shop";'],
    ["a context has no other layers", "packages/ordering/utils/x.ts", 'import { a } from "#kernel/money";'],
  ])("%s", (_, path, code) => {
    expect(faults(path, code)).toHaveLength(1);
  });

  test.each([
    ["over several lines", 'import {\n  a,\n  b,\n} from "#platform/log";'],
    ["for its effect", 'import "#platform/log";'],
    ["of a type", 'import type { A } from "#platform/log";'],
    ["passed on", 'export * from "#platform/log";'],
    ["when needed", 'const a = await import("#platform/log");'],
    ["by the long way", 'import { a } from "../../../packages/platform/log.ts";'],
  ])("also an import %s", (_, code) => {
    expect(faults("packages/ordering/domain/x.ts", code)).toEqual([
      "packages/ordering/domain/x.ts may not import packages/platform/log.ts.",
    ]);
  });

  test("but not one that is only spoken of", () => {
    expect(
      faults("packages/ordering/domain/x.ts", '// import { a } from "#platform/log";\n/* import "stripe"; */'),
    ).toEqual([]);
  });

  test("a ring of three", () => {
    const ring = planted({
      "infra/a.ts": 'import "./b.ts";',
      "infra/b.ts": 'import type { C } from "./c.ts";',
      "infra/c.ts": 'export { a } from "./a.ts";',
    });
    expect(cyclesIn(importsOf(ring))).toEqual([["infra/a.ts", "infra/b.ts", "infra/c.ts", "infra/a.ts"]]);
  });

  test("text taken for HTML, an attribute without quotes", () => {
    const page = "packages/ordering/http/pages/x.ts";
    const put = `\${name}`;
    expect(unsafeHtml(page, `const a = new Html("<p>" + name);`)).toMatch("without escaping");
    expect(unsafeHtml("packages/platform/html/html.ts", "return new Html(text);")).toBeUndefined();
    expect(unsafeHtml(page, `<input class="a" value=${put}>`)).toMatch("without quotes");
    expect(unsafeHtml(page, `<input class="a" value="${put}">`)).toBeUndefined();
  });

  test("a long file, a read of the environment, a folder at the top", () => {
    expect(tooLong("infra/x.ts", "\n".repeat(400))).toBeUndefined();
    expect(tooLong("infra/x.ts", "\n".repeat(401))).toMatch("401 lines");
    expect(readsEnvironment("packages/ordering/app/x.ts", 'process.env["STAGE"]')).toMatch("process.env");
    expect(readsEnvironment("functions/ordering/api.ts", 'process.env["STAGE"]')).toBeUndefined();
    expect(outOfPlace("utils/x.ts")).toMatch("utils doesn't belong");
    expect(outOfPlace(".ci/run")).toBeUndefined();
  });
});
