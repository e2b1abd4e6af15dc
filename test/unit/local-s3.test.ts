import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BusEvent } from "#local/eventbridge/event-bus";
import { malwareScan, testVirus } from "#local/guardduty/malware-scan";
import { listen, readBody } from "#local/http-server";
import { localS3 } from "#local/s3/s3";
import { bucket, s3Client } from "#platform/s3/bucket";
import { fileLinks } from "#platform/s3/links";
import { ScanResult } from "#platform/s3/scan-result";

const file = Buffer.from("%PDF-1.7 a small one");
const announced = {
  contentType: "application/pdf",
  bytes: file.length,
  sha256: createHash("sha256").update(file).digest("base64"),
};
const events: BusEvent[] = [];
let later = 0;
const now = () => Date.now() + later;
const plan = { ProtectedResource: { S3Bucket: { BucketName: "quarantine" } } };
const s3 = localS3(
  { bucketNames: new Set(["quarantine", "files"]), basePath: "/aws/s3" },
  {
    now,
    onPut: malwareScan(
      {
        malwareProtectionPlans: [
          { properties: plan, stackName: "", logicalId: "", type: "", name: "", ref: "", metadata: {} },
        ],
      },
      { now, putEvent: (_bus, event) => events.push(event) },
    ),
  },
);
const server = createServer(async (incoming, outgoing) => {
  const url = new URL(incoming.url ?? "", "http://localhost");
  const request = { method: incoming.method ?? "", url, headers: incoming.headers, body: await readBody(incoming) };
  const { status, headers, body } = s3.answer(request);
  outgoing.writeHead(status, headers).end(body);
});

function clientTo(port: number, secretAccessKey = "local") {
  const credentials = { accessKeyId: "local", secretAccessKey };
  return s3Client({ endpoint: `http://127.0.0.1:${port}/aws/s3`, region: "eu-north-1", credentials, maxAttempts: 1 });
}
let client: ReturnType<typeof clientTo>;
let port: number;

beforeAll(async () => {
  port = await listen(server, 0);
  client = clientTo(port);
});
beforeEach(() => {
  s3.reset();
  events.length = 0;
  later = 0;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const upload = () => fileLinks(client, "quarantine").upload("up/1", announced, 900);
async function put(request: { url: string; headers: Readonly<Record<string, string>> }, body: Buffer = file) {
  // Node's own fetch sets the length by the body, as a browser does.
  const { "content-length": _length, ...headers } = request.headers;
  const answer = await fetch(request.url, { method: "PUT", headers, body: new Uint8Array(body) });
  const code = /<Code>(\w+)</.exec(await answer.text())?.[1];
  return code === undefined ? answer.status : `${answer.status} ${code}`;
}

test("what a function puts it can get, put again and delete, twice", async () => {
  const files = bucket(client, "files");
  await files.put("portfolio/mappe æ.pdf", { bytes: file, contentType: "application/pdf" });
  expect(await files.get("portfolio/mappe æ.pdf")).toEqual({
    bytes: new Uint8Array(file),
    contentType: "application/pdf",
  });
  await files.delete("portfolio/mappe æ.pdf");
  await files.delete("portfolio/mappe æ.pdf");
  expect(await files.get("portfolio/mappe æ.pdf")).toBeUndefined();
});

test("a request signed with another key is refused", async () => {
  await expect(bucket(clientTo(port, "guessed"), "files").get("a")).rejects.toThrow("signature we calculated");
});

describe("a presigned upload", () => {
  test("takes the file that was announced, also a second time", async () => {
    const request = await upload();
    expect(await put(request)).toBe(200);
    expect(await put(request)).toBe(200);
    const kept = await bucket(client, "quarantine").get("up/1");
    expect(kept).toEqual({ bytes: new Uint8Array(file), contentType: "application/pdf" });
  });

  test("takes nothing else: not another length, type or checksum, nor what wasn't signed", async () => {
    const { url, headers } = await upload();
    const longer = Buffer.concat([file, Buffer.from("x")]);
    const another = Buffer.from(file.map((byte) => byte ^ 1));
    expect(await put({ url, headers }, longer)).toBe("403 SignatureDoesNotMatch");
    expect(await put({ url, headers: { ...headers, "content-type": "text/html" } })).toBe("403 SignatureDoesNotMatch");
    expect(await put({ url, headers }, another)).toBe("400 BadDigest");
    const sha256 = createHash("sha256").update(another).digest("base64");
    expect(await put({ url, headers: { ...headers, "x-amz-checksum-sha256": sha256 } }, another)).toBe(
      "403 SignatureDoesNotMatch",
    );
    const { "x-amz-checksum-sha256": _left, ...without } = headers;
    expect(await put({ url, headers: without })).toBe("403 SignatureDoesNotMatch");
    expect(await put({ url, headers: { ...headers, "x-amz-acl": "public-read" } })).toBe("403 AccessDenied");
    expect(await put({ url: url.replace("up/1", "up/2"), headers })).toBe("403 SignatureDoesNotMatch");
    expect(await put({ url: url.replace(/\?.*/, ""), headers })).toBe("403 AccessDenied");
    expect(await bucket(client, "quarantine").get("up/1")).toBeUndefined();
    expect(events).toEqual([]);
  });

  test("is good until it expires by the runtime's clock, and can't be prolonged", async () => {
    const request = await upload();
    later = 899_000;
    expect(await put(request)).toBe(200);
    later = 902_000;
    expect(await put(request)).toBe("403 AccessDenied");
    expect(await put({ ...request, url: request.url.replace("Expires=900", "Expires=9000") })).toBe(
      "403 SignatureDoesNotMatch",
    );
  });
});

test("a presigned download is one file, under the name it is given, for a while", async () => {
  await bucket(client, "files").put("portfolio/1", { bytes: file, contentType: "application/pdf" });
  const url = await fileLinks(client, "files").download("portfolio/1", "Møtereferat.pdf", 300);
  const answer = await fetch(url);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(file);
  expect(answer.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''M%C3%B8tereferat.pdf");
  expect((await fetch(url, { method: "DELETE" })).status).toBe(403);
  later = 302_000;
  expect((await fetch(url)).status).toBe(403);
});

test("a presigned download opens nothing else: no other file, bucket, name or time, and no file that isn't there", async () => {
  for (const key of ["portfolio/1", "portfolio/2"]) {
    await bucket(client, "files").put(key, { bytes: file, contentType: "application/pdf" });
  }
  await bucket(client, "quarantine").put("portfolio/1", { bytes: file, contentType: "application/pdf" });
  const url = await fileLinks(client, "files").download("portfolio/1", "Referat.pdf", 300);
  for (const [signed, wished] of [
    ["portfolio/1", "portfolio/2"],
    ["portfolio/1", "portfolio/../portfolio/2"],
    ["/files/", "/quarantine/"],
    ["Expires=300", "Expires=3000"],
    ["attachment", "inline"],
    ["X-Amz-Signature=", "X-Amz-Signature=0"],
  ] as const) {
    expect(url).toContain(signed);
    expect((await fetch(url.replace(signed, wished))).status).toBe(403);
  }
  expect((await fetch(url.replace(/\?.*/, ""))).status).toBe(403);
  expect((await fetch(url)).status).toBe(200);
  await bucket(client, "files").delete("portfolio/1");
  expect((await fetch(url)).status).toBe(404);
});

describe("the scan", () => {
  const result = () => ScanResult.parse(events[0]?.detail).scanResultDetails.scanResultStatus;

  test("tells of every object put into a protected bucket, and of no other", async () => {
    await bucket(client, "files").put("a", { bytes: file, contentType: "application/pdf" });
    expect(events).toEqual([]);
    await put(await upload());
    expect(events).toMatchObject([
      { source: "aws.guardduty", detail: { s3ObjectDetails: { bucketName: "quarantine", objectKey: "up/1" } } },
    ]);
    expect(result()).toBe("NO_THREATS_FOUND");
  });

  test("finds the test virus", async () => {
    const bytes = Buffer.from(`before ${testVirus}`);
    await bucket(client, "quarantine").put("a", { bytes, contentType: "text/plain" });
    expect(result()).toBe("THREATS_FOUND");
  });
});
