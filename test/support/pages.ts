import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import type { Caller } from "#kernel/caller";
import { type ApiTarget, httpApi } from "#local/api-gateway/http-api";
import type { GatewayRoute } from "#local/api-gateway/router";
import { listen } from "#local/http-server";
import { ownStyle } from "#platform/html/own-style";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import type { Route } from "#platform/http/route";

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** Nobody logs in on a page behind a mail's link: the issuer is never asked. */
const authenticate = authenticator({
  issuer: "https://issuer.example.no",
  audience: "pages",
  findPerson: async () => undefined,
});

/** A context's route table and what its routes call, as the gateway's routes; `signedIn` is whoever asks, if somebody has. */
export function pagesOf<App>(routes: readonly Route<App>[], app: App, stripeEndpoint?: string, signedIn?: Caller) {
  const asks = signedIn ? async () => signedIn : authenticate;
  const handler = httpHandler(routes, app, asks, { stripeEndpoint });
  return routes.map(({ method, path }) => gatewayRoute(`${method} ${path}`, handler));
}

/** Serves contexts' real handlers as the local gateway does, with the style sheet beside them. */
export async function servePages(...routes: readonly GatewayRoute<ApiTarget>[]) {
  const styleSheet = gatewayRoute("GET /assets/style.css", async () => ({
    statusCode: 200,
    headers: { "content-type": "text/css; charset=utf-8" },
    body: STYLE_SHEET,
  }));
  const server = createServer(httpApi("pages", [...routes, styleSheet], Date.now));
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    close(): void {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Looks at a page as the law asks: axe finds nothing against WCAG 2.1 A and AA, it has one heading of level one, and at
 * 320 px (400 %) nothing is to be scrolled sideways.
 */
export async function expectAccessible(
  browser: Browser,
  address: string,
  first: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  const page = narrowPages.get(browser) ?? (await newNarrowPage(browser));
  await page.context().clearCookies();
  await page.goto(address);
  await first(page);
  await expectAccessiblePage(page);
}

/** One for each browser, looked at once at a time: axe in a process of its own for each page costs nearly twice as much. */
const narrowPages = new WeakMap<Browser, Page>();

async function newNarrowPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  narrowPages.set(browser, page);
  return page;
}

async function expectAccessiblePage(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // What is right is found too, and not told about.
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"])
    .setLegacyMode()
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  expect(await page.locator("h1").count()).toBe(1);
  const widths = await page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]");
  expect(widths).toEqual([320, 320]);
}

const require = createRequire(import.meta.url);
const STYLE_SHEET = [
  ...["@digdir/designsystemet-css/theme.css", "@digdir/designsystemet-css"].map((file) =>
    readFileSync(require.resolve(file), "utf8"),
  ),
  ownStyle,
].join("\n");

function gatewayRoute(
  routeKey: string,
  handler: Handler | (() => Promise<APIGatewayProxyStructuredResultV2>),
): GatewayRoute<ApiTarget> {
  const invoke: ApiTarget["invoke"] = async (event) => ({
    ok: true,
    answer: await handler(event as APIGatewayProxyEventV2, CONTEXT),
  });
  return { routeKey, target: { invoke, timeoutMs: 10_000 } };
}

const CONTEXT: Context = {
  awsRequestId: "request",
  functionName: "pages",
  functionVersion: "$LATEST",
  invokedFunctionArn: "arn:aws:lambda:eu-north-1:000000000000:function:pages",
  memoryLimitInMB: "1024",
  logGroupName: "pages",
  logStreamName: "pages",
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => 10_000,
  done() {},
  fail() {},
  succeed() {},
};
