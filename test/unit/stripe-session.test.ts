import { expect, test } from "vitest";
import { sessionOf } from "#platform/stripe/session";

test("a session that keeps a card and sells nothing is read, and belongs to no order", () => {
  const session = sessionOf({
    object: "checkout.session",
    id: "cs_test_1",
    url: null,
    status: "complete",
    payment_status: "no_payment_required",
    amount_total: null,
    currency: null,
    payment_intent: null,
    client_reference_id: null,
  });
  expect(session).toMatchObject({ amount: 0, orderNumber: undefined, paymentIntentId: undefined });
});
