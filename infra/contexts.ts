import { routes as orderingRoutes } from "#ordering/http/routes";
import { paymentQuarantined } from "#payment/events/payment-quarantined";
import { routes as paymentRoutes } from "#payment/http/routes";
import { routes as peopleRoutes } from "#people/http/routes";
import type { Context } from "./context.ts";

/** Every context there is in AWS. How to add one: infra/README.md. */
export const contexts: readonly Context[] = [
  {
    name: "ordering",
    api: {
      routes: orderingRoutes,
      uses: ["table", "sign-in"],
      usersLose: "Nobody can place an order or see one.",
    },
  },
  {
    name: "payment",
    api: {
      routes: paymentRoutes,
      uses: ["table", "sign-in", "stripe", "links"],
      usersLose: "Nobody can pay by card, and paid orders stay unconfirmed until Stripe delivers again.",
    },
    sweep: {
      uses: ["table", "stripe"],
      usersLose: "Places and stock of unpaid orders stay taken, so buyers see sold out what is not.",
    },
    attention: {
      events: [paymentQuarantined.type],
      usersLose: "Somebody paid another amount than the order's, and gets neither the order nor the money back.",
    },
  },
  {
    name: "people",
    api: {
      routes: peopleRoutes,
      uses: ["table", "sign-in"],
      usersLose: "Nobody can prove a mail address, so schools can't order on invoice and employees get no free ticket.",
    },
  },
];
