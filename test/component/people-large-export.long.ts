import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { expect, test } from "vitest";
import { AccessKey, mint, mintAccessKey } from "#kernel/id";
import { EnquiryId } from "#kernel/ids";
import { personalDataPages } from "#people/http/pages/personal-data-page-routes";
import { personalDataRoutes } from "#people/http/personal-data-routes";
import { ExportView } from "#people/http/personal-data-view";
import type { ExportedRow } from "#people/ports/personal-data";
import { httpHandler } from "#platform/http/handler";
import { systemRandom } from "#platform/random";
import { lambdaContext } from "#test/lambda";
import { outcome } from "#test/line";
import { openRichLife, PETRA } from "#test/rich-life";

type Life = Awaited<ReturnType<typeof openRichLife>>;

/** What a Lambda function answers with at most. */
const MOST_BYTES = 6_000_000;
const ENQUIRIES = 1_100;

/** So much of hers that it fits into no answer: each text as long as may be, of characters that grow in HTML and in JSON. */
async function writeMuch({ shop }: Life): Promise<void> {
  const enquiry = (index: number) => {
    const enquiryId = mint(EnquiryId, systemRandom);
    const wish = `Nr. ${index}: ${`'&'&'&"æ `.repeat(440)}`;
    const organisation = { name: "Eksempel skole", organisationNumber: "200000005" };
    const { name, email } = PETRA;
    const told = { enquiryId, organisation, name, email, wish, locale: "nb", receivedAt: shop.clock() };
    return { pk: `ENQUIRY#${enquiryId}`, sk: "ENQUIRY", ...told, status: "received", version: 1 };
  };
  for (let from = 0; from < ENQUIRIES; from += 25) {
    const puts = Array.from({ length: 25 }, (_, index) => ({ PutRequest: { Item: marshall(enquiry(from + index)) } }));
    await shop.table.client.send(new BatchWriteItemCommand({ RequestItems: { [shop.table.name]: puts } }));
  }
}

/** Asks the API by address, as Lambda is asked; answers what it says and how much that is. */
function open(life: Life) {
  const app = {
    requestPersonalData: life.requestPersonalData,
    confirmErasure: life.confirmErasure,
    readPersonalData: life.read,
  };
  const handler = httpHandler([...personalDataRoutes, ...personalDataPages], app, async (_, key) => ({
    kind: "guest",
    key: AccessKey.parse(key),
  }));
  return async (address: string) => {
    const { pathname, searchParams } = new URL(address, "https://smart.example.no");
    const [, requestId = ""] = /exports\/(pdr_\w+)/.exec(pathname) ?? [];
    const event: Partial<APIGatewayProxyEventV2> = {
      routeKey: `GET ${pathname.replace(requestId, "{requestId}")}`,
      rawPath: pathname,
      headers: {},
      isBase64Encoded: false,
      pathParameters: { requestId },
      queryStringParameters: Object.fromEntries(searchParams),
    };
    const requestContext = { requestId: "request-1", http: { method: "GET", sourceIp: "192.0.2.1" } };
    const answer = await handler({ ...event, requestContext } as APIGatewayProxyEventV2, lambdaContext());
    return { status: answer.statusCode, body: answer.body ?? "", bytes: Buffer.byteLength(JSON.stringify(answer)) };
  };
}

const numbersIn = (text: string) => [...text.matchAll(/Nr\. (\d+):/g)].map(([, number]) => Number(number));

test("an export of more than an answer holds is handed over in parts, each of which fits, with nothing twice and nothing lost", {
  timeout: 120_000,
}, async () => {
  const life = await openRichLife();
  await writeMuch(life);
  const { requestId, caller, key } = await life.ask("export", PETRA.email);
  await life.settle();
  const ask = open(life);
  const at = `/personal-data/exports/${requestId}`;
  const all = Array.from({ length: ENQUIRIES }, (_, index) => index);

  const told: ExportedRow["fields"][] = [];
  let bytes = 0;
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const part = await ask(`${at}?${new URLSearchParams({ key, ...(cursor && { cursor }) })}`);
    expect(part).toMatchObject({ status: 200 });
    expect(part.bytes).toBeLessThan(MOST_BYTES / 2);
    bytes += part.bytes;
    const view = ExportView.parse(JSON.parse(part.body));
    told.push(...view.data.filter(({ kind }) => kind === "enquiry").flatMap(({ rows }) => rows));
    expect(view.data.length).toBeGreaterThan(0);
    cursor = view.cursor;
  }
  expect(bytes).toBeGreaterThan(MOST_BYTES);
  expect(numbersIn(JSON.stringify(told)).toSorted((a, b) => a - b)).toEqual(all);

  // The same by the pages' own links.
  const seen: number[] = [];
  let pages = 0;
  for (let next: string | undefined = `${at}/page?key=${key}&lang=nb`; next !== undefined; pages += 1) {
    const page = await ask(next);
    expect(page).toMatchObject({ status: 200 });
    expect(page.bytes).toBeLessThan(MOST_BYTES / 2);
    seen.push(...numbersIn(page.body));
    const link: RegExpExecArray | null = /href="([^"]*&amp;cursor=[^"]*)"[^>]*>Neste side</.exec(page.body);
    next = link?.[1]?.replaceAll("&amp;", "&");
  }
  expect(pages).toBeGreaterThan(3);
  expect(seen.toSorted((a, b) => a - b)).toEqual(all);

  // A part is its owner's alone, by a cursor of this export; and all of it goes when its time is over, a megabyte a minute.
  const { cursor = "" } = await life.read.export(requestId, caller);
  const elsewhere = Buffer.from(JSON.stringify({ pk: "PERSONAL-DATA#pdr_1", sk: "FOUND#000001#000001" }));
  expect(await outcome(life.read.export(requestId, caller, elsewhere.toString("base64url")))).toBe("invalid-request");
  const stranger = { kind: "guest", key: mintAccessKey(systemRandom) } as const;
  expect(await outcome(life.read.export(requestId, stranger, cursor))).toBe("not-found");
  life.shop.pass(15 * 86_400);
  for (let times = 0; times < 8; times += 1) await life.sweep();
  expect(await outcome(life.read.export(requestId, caller, cursor))).toBe("not-found");
});
