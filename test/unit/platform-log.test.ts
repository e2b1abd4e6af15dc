import { DynamoDBServiceException } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { whatFailed } from "#platform/log";

test("a service's message, which may quote a whole item, is not logged; where it happened is", () => {
  const error = new DynamoDBServiceException({
    name: "ValidationException",
    $fault: "client",
    $metadata: {},
    message: "Value '{name: Kari Eksempel}' failed",
  });
  const logged = whatFailed(error);
  expect(JSON.stringify(logged)).not.toContain("Kari");
  expect(logged.errorName).toBe("ValidationException");
  expect(logged.frames?.length).toBeGreaterThan(0);
});

test("broken JSON is not quoted either", () => {
  const error = (() => {
    try {
      return JSON.parse('{"name": Kari}');
    } catch (caught) {
      return caught;
    }
  })();
  expect(JSON.stringify(whatFailed(error))).not.toContain("Kari");
});

test("our own messages name rules and ids, and are logged", () => {
  expect(whatFailed(new Error("Broken invariant: an order has at least one line"))).toMatchObject({
    errorMessage: "Broken invariant: an order has at least one line",
  });
});
