import type { Locale } from "#kernel/locale";
import { formatKroner } from "#kernel/money";
import type { Origin } from "#kernel/origin";
import type { Seller } from "#kernel/seller";
import { postForm, submitButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import type { Order, OrderDetails } from "../../app/get-order-details.ts";
import { orderAddress } from "./addresses.ts";
import { orderLines } from "./order-lines.ts";
import { orderMail } from "./order-mail.ts";
import { ORDER_PAGE_TEXT } from "./order-page-text.ts";
import { orderPlaces } from "./order-places.ts";
import { orderReceipt } from "./order-receipt.ts";
import { orderStatus } from "./order-status.ts";

export interface OrderPageView {
  readonly locale: Locale;
  readonly seller: Seller;
  readonly origin: Origin;
  /** The buyer comes back from Stripe, perhaps faster than Stripe's word to us. */
  readonly fromPayment: boolean;
}

/** The page behind the link in every mail about an order: how it stands, and what can be done about it. */
export function orderPage(details: OrderDetails, view: OrderPageView): string {
  const { order } = details;
  const { locale } = view;
  return layout({
    title: ORDER_PAGE_TEXT[locale].title(order.orderNumber),
    locale,
    languages: (lang) => orderAddress(order, "", lang),
    main: html`${orderStatus(details, locale, view.fromPayment)}
${orderMail(details, locale)}
${orderLines(order, locale)}
${pay(details, view)}
${orderPlaces(details, locale)}
${orderReceipt(order, view.seller, locale)}`,
  });
}

/** What is owed stands right above the button. */
function pay({ order, at }: OrderDetails, { locale, origin, fromPayment }: OrderPageView): Html {
  const held = order.status === "awaiting-payment" && order.hold !== undefined && at < order.hold.endsAt;
  if (!held || fromPayment) return html``;
  const text = ORDER_PAGE_TEXT[locale].pay;
  const form = postForm({
    action: orderAddress(order, "/checkout", locale),
    idempotencyKey: origin.correlationId,
    body: html`<p class="centre-owed"><span>${ORDER_PAGE_TEXT[locale].lines.owed}</span> <span>${formatKroner(order.total)}</span></p>
${submitButton(text.button)}<p class="ds-paragraph" data-size="sm">${text.next}</p>`,
  });
  return html`<div class="centre-pay">${form}</div>${moreTime(order, order.hold?.extended ?? true, { locale, origin })}`;
}

/** A time limit can be extended (WCAG 2.1, success criterion 2.2.1); once, as others wait for the same places. */
function moreTime(order: Order, extended: boolean, { locale, origin }: Pick<OrderPageView, "locale" | "origin">): Html {
  const text = ORDER_PAGE_TEXT[locale].extend;
  if (extended) return html`<p class="ds-paragraph">${text.done}</p>`;
  return html`<section aria-labelledby="more-time">
<h2 id="more-time" class="ds-heading" data-size="xs">${text.heading}</h2>
<p class="ds-paragraph">${text.body}</p>
${postForm({
  action: orderAddress(order, "/hold-extension", locale),
  idempotencyKey: origin.correlationId,
  body: submitButton(text.button, "secondary"),
})}
</section>`;
}
