import { sum } from "#kernel/money";
import { kindOfData, NOTHING, type PersonalData } from "#kernel/personal-data";
import { Payment } from "../domain/payment.ts";

/** What payment holds about people, and what becomes of it. Card data is at Stripe and never here. */
export const paymentData: PersonalData = {
  context: "payment",
  kinds: [
    kindOfData({
      kind: "payment",
      rows: { pk: "ORDER#", sk: "PAYMENT" },
      hangsOn: { kind: "order", begins: () => "PAYMENT" },
      schema: Payment,
      name: { nb: "Betalinger", nn: "Betalingar", en: "Payments" },
      holds: {
        nb: "Hva som er betalt og betalt tilbake, med Stripes numre. Kortet ditt er hos Stripe, aldri hos oss",
        nn: "Kva som er betalt og betalt tilbake, med numra til Stripe. Kortet ditt er hos Stripe, aldri hos oss",
        en: "What was paid and paid back, with Stripe's numbers. Your card is with Stripe, never with us",
      },
      verdict: ({ captures }, { root }) => {
        // Without a name on its order, a payment is nobody's.
        if ((root?.does !== "keep" && root?.does !== "restrict") || captures.length === 0) return NOTHING;
        return { does: "keep", why: root.why, until: root.until };
      },
      tells: ({ orderNumber, state, captures, refunds }) => ({
        orderNumber,
        status: state,
        paidOre: sum(captures.map(({ amount }) => amount)),
        refundedOre: sum(refunds.filter(({ status }) => status === "succeeded").map(({ amount }) => amount)),
      }),
    }),
  ],
  nothing: [],
};
