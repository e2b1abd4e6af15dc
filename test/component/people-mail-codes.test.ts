import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { CorrelationId } from "#kernel/event";
import { AccessKey } from "#kernel/id";
import { MailCodeId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { proveMailUseCase } from "#people/app/prove-mail";
import { requestMailCodeUseCase } from "#people/app/request-mail-code";
import { MAX_CODES_AN_HOUR_AND_CALLER } from "#people/domain/mail-code";
import { callerLimit } from "#people/store/caller-limit";
import { mailCodes, mailProofParts } from "#people/store/mail-codes";
import { queryList } from "#platform/dynamo/table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { systemRandom } from "#platform/random";
import { createTestTable } from "#test/dynamo";

let people: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  people = await open();
});

describe("codes by mail", () => {
  test("a proof holds for its address only, and for a day", async () => {
    const { proof } = await people.prove("a@example.no", await people.code("a@example.no"));
    await expect(people.check(proof, "a@example.no")).resolves.toBeUndefined();
    await expect(people.check(proof, "b@example.no")).rejects.toMatchObject({ code: "mail-proof-missing" });
    await expect(people.check(proof, "a@example.no", 86_400)).rejects.toMatchObject({ code: "mail-proof-missing" });
  });

  test("a proof that nobody made is none", async () => {
    const { proof } = await people.prove("c@example.no", await people.code("c@example.no"));
    const other = proof.replace(/^./, (first) => (first === "0" ? "1" : "0"));
    await expect(people.check(other, "c@example.no")).rejects.toMatchObject({ code: "mail-proof-missing" });
  });

  test("after five wrong tries the right code is of no use either", async () => {
    const code = await people.code("d@example.no");
    const wrong = code === "000000" ? "000001" : "000000";
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      await expect(people.prove("d@example.no", wrong)).rejects.toMatchObject({
        code: "mail-code-wrong",
        details: { triesLeft },
      });
    }
    await expect(people.prove("d@example.no", code)).rejects.toMatchObject({ code: "mail-code-ended" });
  });

  test("a repeated wrong request is one try", async () => {
    const code = await people.code("e@example.no");
    const wrong = code === "000000" ? "000001" : "000000";
    const origin = people.origin("once");
    for (const _ of [1, 2]) {
      await expect(people.prove("e@example.no", wrong, origin)).rejects.toMatchObject({ details: { triesLeft: 4 } });
    }
  });

  test("four requests for one address at once make three codes", async () => {
    const asked = await Promise.allSettled(Array.from({ length: 4 }, () => people.request("f@example.no", "10.0.0.1")));
    expect(asked.filter((each) => each.status === "fulfilled")).toHaveLength(3);
  });

  test("one caller can't ask for codes to any number of addresses", async () => {
    const ask = (index: number) => people.request(`many-${index}@example.no`, "10.0.0.2");
    for (let index = 0; index < MAX_CODES_AN_HOUR_AND_CALLER; index++) await ask(index);
    await expect(ask(99)).rejects.toMatchObject({ code: "too-many-mail-codes", details: { retryAfterSeconds: 3600 } });
    await expect(people.request("many-99@example.no", "10.0.0.3")).resolves.toBeDefined();
  });

  test("the fact names the code's id, and neither address nor code", async () => {
    await people.request("g@example.no", "10.0.0.4");
    const facts = await people.facts();
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) expect(Object.keys(fact.data)).toEqual(["codeId"]);
  });
});

async function open() {
  const { client, tableName } = await createTestTable();
  const table = { client, name: tableName };
  const start = toInstant(Date.UTC(2026, 10, 2, 9));
  const clock = () => start;
  const work = unitOfWork(table, { clock, random: systemRandom });
  const store = mailCodes(table);
  const ports = { unitOfWork: work, mailCodes: store, callerLimit: callerLimit(table) };
  const requestMailCode = requestMailCodeUseCase(ports);
  const proveMail = proveMailUseCase(ports);
  const origin = (key?: string): Origin => ({
    correlationId: CorrelationId.parse("request-1"),
    ...(key && { idempotency: { scope: "prove-mail#guest", key, requestHash: key } }),
  });
  const request = (email: string, sourceIp: string) => requestMailCode(origin(), { email }, { locale: "nb", sourceIp });
  const facts = async () => {
    const envelope = z.object({ envelope: z.string() });
    const { items } = await queryList(table, { partition: `events#${start.slice(0, 10)}` }, envelope);
    return items.map((each) =>
      z.object({ data: z.object({ codeId: MailCodeId }).strict() }).parse(JSON.parse(each.envelope)),
    );
  };
  return {
    origin,
    request,
    facts,
    prove: (email: string, code: string, from = origin()) => proveMail(from, { email, code }),
    /** Asks for a code, and reads it as the mail does. */
    async code(email: string): Promise<string> {
      await request(email, email);
      const address = await store.address(email);
      const codeId = address?.current?.codeId;
      const mail = codeId && (await store.load(codeId));
      if (!mail || mail.email !== email) throw new Error("The mail finds no code");
      return mail.code;
    },
    async check(proof: string, email: string, afterSeconds = 0): Promise<void> {
      const now: Instant = plusSeconds(start, afterSeconds);
      const key = AccessKey.parse(proof);
      await work.handle(origin(), async () => [parts.check(key, email, now)]);
    },
  };
}

const parts = mailProofParts();
