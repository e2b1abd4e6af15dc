import { createServer, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import * as z from "zod";
import { listen, readBody } from "#local/http-server";
import { readLock } from "./lock.ts";
import { knownVulnerabilities } from "./vulnerabilities.ts";

const lock = readLock();
const asked = z.object({
  queries: z.array(z.object({ package: z.object({ name: z.string() }), version: z.string() })),
});
const reported = {
  id: "GHSA-0000-0000-0000",
  summary: "Sample.",
  database_specific: { severity: "HIGH" },
  affected: [
    { package: { name: "zod" }, ranges: [{ events: [{ introduced: "0" }, { fixed: "4.6.8" }] }] },
    { package: { name: "other" }, ranges: [{ events: [{ fixed: "9.9.9" }] }] },
  ],
};

let server: Server;
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

/** OSV as a stand-in: it knows something against these packages, or answers with this status. */
async function osvKnowing(names: readonly string[], status = 200): Promise<string> {
  server = createServer(async (request, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    if (request.url !== "/v1/querybatch") return response.end(JSON.stringify(reported));
    const { queries } = asked.parse(JSON.parse((await readBody(request)).toString()));
    const results = queries.map((query) =>
      names.includes(query.package.name) ? { vulns: [{ id: reported.id }] } : {},
    );
    return response.end(JSON.stringify({ results }));
  });
  return `http://127.0.0.1:${await listen(server, 0)}`;
}

test("nothing known is exit code 0", async () => {
  const { code, lines } = await knownVulnerabilities(lock, await osvKnowing([]));
  expect({ code, lines }).toEqual({
    code: 0,
    lines: [expect.stringMatching(/^Nothing is known against any of \d{3} packages\.$/)],
  });
});

test("something known is exit code 1, with what it is, where it matters and what mends it", async () => {
  const { code, lines } = await knownVulnerabilities(lock, await osvKnowing(["zod", "vitest"]));
  expect({ code, lines }).toEqual({
    code: 1,
    lines: [
      expect.stringMatching(/^high\tvitest .+ \(development only\): Sample\. GHSA-0000-0000-0000, not mended yet$/),
      expect.stringMatching(/^high\tzod .+ \(production\): Sample\. GHSA-0000-0000-0000, mended in 4\.6\.8$/),
      expect.stringMatching(/^2 in \d{3} packages\.$/),
    ],
  });
});

test.each([
  { what: "refuses", answer: () => osvKnowing([], 503), why: "status 503" },
  {
    what: "can't be reached",
    answer: async () => {
      const url = await osvKnowing([]);
      server.close();
      return url;
    },
    why: "ECONNREFUSED",
  },
])("a service that $what is exit code 2, and never a clean bill", async ({ answer, why }) => {
  const { code, lines } = await knownVulnerabilities(lock, await answer());
  expect({ code, lines }).toEqual({
    code: 2,
    lines: [expect.stringMatching(/^Nobody could be asked: .+ Try again where it can be reached\.$/)],
  });
  expect(lines[0]).toContain(why);
});
