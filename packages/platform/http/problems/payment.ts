import type { PaymentErrors } from "#kernel/errors/payment";
import type { Problems } from "./problem-row.ts";

export const paymentProblems: Problems<PaymentErrors> = {
  "order-not-awaiting-payment": {
    status: 409,
    text: () => ({
      nb: "Bestillingen venter ikke på betaling. Se hva som har skjedd med den på bestillingssiden.",
      nn: "Bestillinga ventar ikkje på betaling. Sjå kva som har skjedd med henne på bestillingssida.",
      en: "This order is not waiting to be paid. See what has happened to it on its page.",
    }),
  },
  "hold-ended": {
    status: 409,
    text: () => ({
      nb: "Tiden for å betale er ute, og plassene er frigitt. Bestill på nytt.",
      nn: "Tida for å betale er ute, og plassane er frigjevne. Bestill på nytt.",
      en: "The time to pay is over, and the places are free again. Place a new order.",
    }),
  },
  "checkout-ended": {
    status: 409,
    text: () => ({
      nb: "Betalingssiden er utløpt. Be om mer tid på bestillingssiden, eller bestill på nytt.",
      nn: "Betalingssida har gått ut. Be om meir tid på bestillingssida, eller bestill på nytt.",
      en: "The payment page has expired. Ask for more time on the order's page, or place a new order.",
    }),
  },
  "payment-processing": {
    status: 409,
    text: () => ({
      nb: "Banken behandler betalingen din. Vent litt; vi sender en e-post når den er klar.",
      nn: "Banken handsamar betalinga di. Vent litt; vi sender ein e-post når ho er klar.",
      en: "Your bank is handling the payment. Wait a little; we send an e-mail when it is ready.",
    }),
  },
  "hold-already-extended": {
    status: 409,
    text: () => ({
      nb: "Fristen er allerede forlenget én gang. Betal før den går ut.",
      nn: "Fristen er alt forlengd éin gong. Betal før han går ut.",
      en: "The time has been extended once already. Pay before it ends.",
    }),
  },
  "card-payment-unavailable": {
    status: 503,
    text: () => ({
      nb: "Vi når ikke kortbetalingen akkurat nå. Bestillingen din er fortsatt holdt av; prøv igjen om litt.",
      nn: "Vi når ikkje kortbetalinga akkurat no. Bestillinga di er framleis halden av; prøv igjen om litt.",
      en: "We can't reach the card payment right now. Your order is still held; try again in a little while.",
    }),
  },
  "webhook-signature-invalid": {
    status: 400,
    text: () => ({
      nb: "Signaturen stemmer ikke. Sjekk hemmeligheten til webhooken hos Stripe.",
      nn: "Signaturen stemmer ikkje. Sjekk løyndommen til webhooken hos Stripe.",
      en: "The signature is not right. Check the webhook's secret at Stripe.",
    }),
  },
};
