import { gunzipSync } from "node:zlib";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownStyle } from "#platform/html/own-style";
import { docsPage } from "#platform/openapi/docs-page";
import { OpenApiDocument } from "#platform/openapi/shape";
import { launchBrowser } from "#test/browser";
import { expectAccessible, pagesOf, servePages } from "#test/pages";
import { designsystemetText } from "../../functions/designsystemet-text.ts";
import document from "../../functions/openapi.json" with { type: "json" };
import designsystemet from "../../functions/site/designsystemet.json" with { type: "json" };
import { routes } from "../../functions/site/routes.ts";

process.env["PUBLIC_URL"] = "https://smart.example.no";
const { handler } = await import("../../functions/site/api.ts");

/** Asks the site's function as the gateway does. */
async function ask(routeKey: string, headers: Record<string, string> = {}, lang?: string) {
  const event = {
    routeKey,
    rawPath: "/",
    headers,
    queryStringParameters: lang && { lang },
    requestContext: { requestId: "request-1", http: { sourceIp: "192.0.2.1" } },
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
  const answer = await handler(event, {} as Context);
  return { status: answer.statusCode, type: answer.headers?.["content-type"], ...answer, text: answer.body ?? "" };
}

test("whatever has no address is a problem for programs and a page for people, in their language", async () => {
  const problem = await ask("$default");
  expect(problem).toMatchObject({ status: 404, type: "application/problem+json" });
  expect(JSON.parse(problem.text)).toMatchObject({ status: 404, code: "not-found" });
  const page = await ask("$default", { accept: "text/html,*/*", "accept-language": "nn" });
  expect(page).toMatchObject({ status: 404, type: "text/html; charset=utf-8" });
  expect(page.text).toContain('<html lang="nn">');
});

test("the document is served with the address of this API, cached for an hour", async () => {
  const answer = await ask("GET /openapi.json");
  const served = JSON.parse(answer.text);
  expect(served.servers).toEqual([{ url: "https://smart.example.no" }]);
  expect(served.paths).toEqual(document.paths);
  expect(answer.headers?.["cache-control"]).toBe("public, max-age=3600");
});

test("the style sheet is Designsystemet's as installed (if not, `npm run style`), then ours", async () => {
  expect(`${JSON.stringify(designsystemet)}\n`).toBe(designsystemetText());
  const { text, type } = await ask("GET /assets/style.css");
  expect(type).toBe("text/css; charset=utf-8");
  expect(text.indexOf("--ds-color-accent-base-default:")).toBeGreaterThan(0);
  expect(text.indexOf(".ds-button")).toBeGreaterThan(0);
  expect(text.endsWith(ownStyle)).toBe(true);
});

test.each([
  ["gzip, deflate, br", true],
  ["br;q=1, gzip;q=0.5", true],
  ["gzip;q=0, br", false],
  [undefined, false],
])("what everybody may keep is packed for who accepts %s: %s", async (accepted, packed) => {
  const answer = await ask("GET /assets/style.css", accepted === undefined ? {} : { "accept-encoding": accepted });
  expect(answer.headers?.["vary"]).toBe("accept-encoding");
  expect(answer.headers?.["content-encoding"]).toBe(packed ? "gzip" : undefined);
  const bytes = Buffer.from(answer.text, packed ? "base64" : "utf8");
  expect(answer.isBase64Encoded ?? false).toBe(packed);
  expect(`${packed ? gunzipSync(bytes) : bytes}`.endsWith(ownStyle)).toBe(true);
  if (packed) expect(bytes.length).toBeLessThan(40_000);
});

test("what is somebody's isn't packed: its length would tell of what is in it", async () => {
  const answer = await ask("GET /accessibility", { "accept-encoding": "gzip" });
  expect(answer.text.length).toBeGreaterThan(1_000);
  expect(answer.headers).toMatchObject({ "cache-control": "no-store" });
  expect(answer.headers?.["content-encoding"]).toBeUndefined();
});

test("it says that it is well", async () => {
  expect((await ask("GET /health")).text).toBe('{"status":"ok"}');
});

test.each([
  ["nb", "Tilgjengelighetserklæring", "svar på e-posten"],
  ["nn", "Tilgjengeerklæring", "svar på e-posten du fekk"],
  ["en", "Accessibility statement", "answer the e-mail"],
])("the accessibility statement is there in %s, and says whom to tell", async (lang, title, tell) => {
  const { text } = await ask("GET /accessibility", {}, lang);
  expect(text).toContain(`<html lang="${lang}">`);
  expect(text).toContain(title);
  expect(text).toContain(tell);
});

test("the page of the API names every route, with its body and its refusals, and runs no script", async () => {
  const { text } = await ask("GET /docs");
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of Object.keys(methods)) expect(text).toContain(`<code>${method.toUpperCase()} ${path}</code>`);
  }
  expect(text).toContain("<code>expectedTotal</code>");
  expect(text).toContain("changed-meanwhile");
  expect(text).not.toContain("<script");
});

/** Two paths of the document: every kind of table the page has. All of it keeps axe busy for half a minute. */
function someRoutes(): OpenApiDocument {
  const parsed = OpenApiDocument.parse(document);
  const paths = Object.entries(parsed.paths).filter(([path]) => ["/orders", "/products/{productId}"].includes(path));
  return { ...parsed, paths: Object.fromEntries(paths) };
}

describe("in a browser", () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof servePages>>;

  beforeAll(async () => {
    browser = await launchBrowser();
    const app = { publicUrl: "", document, docsPage: docsPage(someRoutes()), css: "" };
    site = await servePages(
      ...pagesOf(
        routes.filter(({ path }) => path !== "/assets/style.css"),
        app,
      ),
    );
  });
  afterAll(async () => {
    site?.close();
    await browser?.close();
  });

  test.each(["/accessibility?lang=nb", "/accessibility?lang=en", "/docs"])(
    "%s is accessible, also four times as large",
    async (path) => {
      await expectAccessible(browser, `${site.url}${path}`);
    },
  );
});
