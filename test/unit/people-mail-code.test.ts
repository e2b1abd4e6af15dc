import { describe, expect, test } from "vitest";
import { plusSeconds, toInstant } from "#kernel/clock";
import { DomainError } from "#kernel/domain-error";
import { mint, type RandomBytes } from "#kernel/id";
import { MailCodeId } from "#kernel/ids";
import { type AddressCodes, newCode, requestCode, tryCode } from "#people/domain/mail-code";
import { systemRandom } from "#platform/random";

const now = toInstant(Date.UTC(2026, 10, 2, 9));
const code = (validUntil = plusSeconds(now, 900)) => ({
  codeId: mint(MailCodeId, systemRandom),
  email: "kari@example.no",
  code: "123456",
  locale: "nb" as const,
  validUntil,
});
const asked = requestCode(undefined, code(), now);

describe("a code by mail", () => {
  test("proves its address once", () => {
    const tried = tryCode(asked, "123456", now);
    expect(tried.kind).toBe("proved");
    expect(tried.kind === "proved" && tryCode(tried.after, "123456", now).kind).toBe("ended");
  });

  test("is of no use from its end on", () => {
    expect(tryCode(asked, "123456", plusSeconds(now, 899)).kind).toBe("proved");
    expect(tryCode(asked, "123456", plusSeconds(now, 900)).kind).toBe("ended");
  });

  test("is of no use after five wrong tries, not even right", () => {
    let address: AddressCodes = asked;
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      const tried = tryCode(address, "000000", now);
      expect(tried).toMatchObject({ kind: "wrong", triesLeft });
      if (tried.kind === "wrong") address = tried.after;
    }
    expect(tryCode(address, "123456", now).kind).toBe("ended");
  });

  test("takes the place of the one before", () => {
    const again = requestCode(asked, { ...code(), code: "654321" }, plusSeconds(now, 60));
    expect(tryCode(again, "123456", plusSeconds(now, 61)).kind).toBe("wrong");
  });

  test("is refused the fourth time within an hour, telling when to come back", () => {
    const third = [600, 1200].reduce((address, after) => requestCode(address, code(), plusSeconds(now, after)), asked);
    expect(refusalOf(() => requestCode(third, code(), plusSeconds(now, 1800)))).toMatchObject({
      code: "too-many-mail-codes",
      details: { retryAfterSeconds: 1800 },
    });
    expect(requestCode(third, code(), plusSeconds(now, 3600)).requestedAt).toHaveLength(3);
  });

  test("has six digits, zeros in front too, and never comes from the end that would make some likelier", () => {
    const rolls = [
      [255, 255, 255],
      [0, 0, 7],
    ];
    const random: RandomBytes = () => Uint8Array.from(rolls.shift() ?? []);
    expect(newCode(random)).toBe("000007");
    expect(rolls).toEqual([]);
  });
});

function refusalOf(run: () => unknown): DomainError | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  return undefined;
}
