import type { Locale } from "#kernel/locale";
import { formatDeadline } from "#kernel/norwegian-time";
import { alert } from "#platform/html/alert";
import { linkButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import type { OrderDetails } from "../../app/get-order-details.ts";
import { orderAddress } from "./addresses.ts";
import { ORDER_PAGE_TEXT } from "./order-page-text.ts";

/** What an order's page says first: how the order stands, and what that means. */
export function orderStatus(details: OrderDetails, locale: Locale, fromPayment: boolean): Html {
  const { order, at } = details;
  const text = ORDER_PAGE_TEXT[locale];
  switch (order.status) {
    case "awaiting-payment":
      if (fromPayment) {
        return alert(
          "info",
          text.paymentOnItsWay.heading,
          html`${paragraph(text.paymentOnItsWay.body)}
<p class="ds-paragraph">${linkButton(`${orderAddress(order, "", locale)}&from=payment`, text.paymentOnItsWay.refresh, "secondary")}</p>`,
          "status",
        );
      }
      if (!order.hold || order.hold.endsAt <= at) {
        return alert("warning", text.timeIsUp.heading, paragraph(text.timeIsUp.body), "status");
      }
      return alert(
        "info",
        text.awaiting.heading,
        html`${paragraph(text.awaiting.body(formatDeadline(order.hold.endsAt, at, locale)))}`,
        "status",
      );
    case "confirmed":
      return alert("success", text.confirmed.heading, paragraph(text.confirmed[order.payment]), "status");
    case "expired":
      return alert(
        "warning",
        text.expired.heading,
        html`${paragraph(text.expired.body)}${paragraph(text.expired.money)}`,
        "status",
      );
    case "cancelled":
      return alert("warning", text.cancelled.heading, paragraph(text.cancelled.body), "status");
  }
}

function paragraph(text: string): Html {
  return html`<p class="ds-paragraph">${text}</p>`;
}
