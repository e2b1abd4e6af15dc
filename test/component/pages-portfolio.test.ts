import { expect, onTestFinished, test } from "vitest";
import { handInRoutes } from "#education/http/hand-in-routes";
import { portfolioPage } from "#education/http/pages/portfolio-page";
import { mintAccessKey } from "#kernel/id";
import { pdf } from "#local/demo/sample-files";
import { systemRandom } from "#platform/random";
import { launchBrowser } from "#test/browser";
import { expectAccessible, pagesOf, servePages } from "#test/pages";
import { openPortfolio } from "#test/portfolio";

test("the page of a portfolio tells what is returned, ready, on its way and turned away; HTML in it is text", async () => {
  const at = await openPortfolio();
  const portfolio = { ...at.who, kind: "portfolio" as const };
  for (const title of ["Sirkeltid <b>", "Uteskole", "Foreldremøte"]) await at.addText(title, "Først ute.\nSå inne.");
  await at.changeHandIn.submit(at.origin(), portfolio, at.own);
  const comments = "Fint arbeid!\nSkriv mer om <script>alert(1)</script> barna.";
  const vera = at.person("vera@example.no", "reviewer");
  await at.review(at.origin(), portfolio, { decision: "return", comments }, vera);
  const rejected = await at.upload("portfolio", await pdf(1));
  await at.scanned(rejected.key, "threats");
  const essay = await at.upload("essay", await pdf(4));
  await at.scanned(essay.key);

  const app = { readHandIns: at.read, addDocument: at.addDocument, changeHandIn: at.changeHandIn };
  const pages = await servePages(...pagesOf(handInRoutes, app));
  onTestFinished(pages.close);
  const key = at.own.kind === "guest" ? at.own.key : undefined;
  const path = `${pages.url}/cohorts/${at.who.cohortId}/participants/${at.who.placeId}`;
  const html = await (await fetch(`${path}/portfolio/page?key=${key}&lang=nb`)).text();
  for (const words of [
    "Sirkeltid &lt;b&gt;",
    "Sendt tilbake",
    "Først ute.<br>Så inne.",
    "noe skadelig",
    "4 sider, lengre enn",
    "10. januar 2023",
  ]) {
    expect(html).toContain(words);
  }
  expect(html).not.toContain("<script>");
  expect((await fetch(`${path}/portfolio/page?key=${mintAccessKey(systemRandom)}`)).status).toBe(404);
  expect((await fetch(`${path}/hand-ins?key=${key}`)).status).toBe(200);
  expect(portfolioPage(await at.read.see(at.who, vera), vera, "nb")).not.toContain(key);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  await expectAccessible(browser, `${path}/portfolio/page?key=${key}&lang=nn`);
});
