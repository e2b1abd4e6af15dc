import type { Locale } from "#kernel/locale";
import { formatKroner, type Money, minus, ore } from "#kernel/money";
import { formatDay } from "#kernel/norwegian-time";
import { formatOrganisationNumber, type Seller } from "#kernel/seller";
import type { VatPart } from "#kernel/vat";
import { type Html, html } from "#platform/html/html";
import type { Order } from "../../app/get-order-details.ts";
import { vatSummary } from "../../domain/order.ts";
import { ORDER_PAGE_TEXT } from "./order-page-text.ts";

/** What a receipt must show (bokføringsforskriften § 5-1-1): who, when, what, and VAT by rate. The lines stand above it. */
export function orderReceipt(order: Order, seller: Seller, locale: Locale): Html {
  if (order.status !== "confirmed" && order.status !== "cancelled") return html``;
  const text = ORDER_PAGE_TEXT[locale].receipt;
  const reference = order.buyer.organisation?.invoiceReference;
  const owedBack = minus(order.paid, order.total);
  const rows: readonly (readonly [string, string] | false | undefined)[] = [
    [text.seller, seller.name],
    [text.organisationNumber, formatOrganisationNumber(seller)],
    [text.orderNumber, order.orderNumber],
    [text.placed, formatDay(order.placedAt, locale)],
    order.confirmedAt && [text.confirmed, formatDay(order.confirmedAt, locale)],
    [text.buyer, buyer(order)],
    order.deliveryAddress && [text.delivery, address(order.deliveryAddress)],
    reference && [text.reference, reference.value],
    [text.total, formatKroner(order.total)],
    order.payment === "card" && [text.paid, formatKroner(order.paid)],
    owedBack > 0 && [text.owedBack, formatKroner(owedBack)],
  ];
  return html`<section aria-labelledby="receipt" class="centre-receipt">
<h2 id="receipt" class="ds-heading" data-size="sm">${order.payment === "invoice" ? text.invoiceHeading : text.heading}</h2>
<dl class="centre-facts">${rows
    .filter((row) => row !== undefined && row !== false)
    .map(([term, description]) => html`<div><dt>${term}</dt><dd>${description}</dd></div>`)}</dl>
${vatTable(vatSummary(order.lines), locale)}
<p class="ds-paragraph centre-screen" data-size="sm">${text.print}</p>
</section>`;
}

function vatTable(parts: readonly VatPart[], locale: Locale): Html {
  if (parts.length === 0) return html``;
  const text = ORDER_PAGE_TEXT[locale].receipt;
  const numbers = (part: VatPart) => [part.net, part.vat, part.gross].map((amount) => bare(ore(amount)));
  return html`<table class="ds-table centre-vat" data-size="sm">
<caption>${text.vatCaption}</caption>
<thead><tr><th scope="col">${text.rate}</th>${[text.net, text.vat, text.gross].map(
    (head) => html`<th scope="col" class="centre-amount">${head}</th>`,
  )}</tr></thead>
<tbody>${parts.map(
    (part) =>
      html`<tr><th scope="row">${rate(part, locale)}</th>${numbers(part).map((amount) => html`<td class="centre-amount">${amount}</td>`)}</tr>`,
  )}</tbody>
</table>`;
}

function rate({ category, basisPoints }: VatPart, locale: Locale): string {
  const text = ORDER_PAGE_TEXT[locale].receipt;
  switch (category) {
    case "S":
      return `${basisPoints / 100}\u00a0%`;
    case "Z":
      return text.zero;
    case "E":
      return text.exempt;
    case "O":
      return text.outside;
  }
}

/** Kroner without their name, always with øre, so that a column lines up: `1 234,50`. */
function bare(amount: Money): string {
  const text = formatKroner(amount).replace(/\u00a0kr$/, "");
  return text.includes(",") ? text : `${text},00`;
}

function buyer({ buyer: { name, organisation } }: Order): string {
  return organisation ? `${organisation.name} (${name})` : name;
}

function address({ name, street, postalCode, city }: NonNullable<Order["deliveryAddress"]>): string {
  return `${name}, ${street}, ${postalCode} ${city}`;
}
