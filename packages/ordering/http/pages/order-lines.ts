import { inLocale, type Locale } from "#kernel/locale";
import { formatKroner } from "#kernel/money";
import { formatDay } from "#kernel/norwegian-time";
import { type Html, html } from "#platform/html/html";
import type { Order, OrderLine } from "../../app/get-order-details.ts";
import { ORDER_PAGE_TEXT } from "./order-page-text.ts";

/** An order's lines and their sum: two columns, so that it fits at 400 %. */
export function orderLines(order: Order, locale: Locale): Html {
  const text = ORDER_PAGE_TEXT[locale].lines;
  return html`<table class="ds-table centre-lines">
<caption>${text.heading}</caption>
<thead><tr><th scope="col">${text.what}</th><th scope="col" class="centre-amount">${text.amount}</th></tr></thead>
<tbody>
${order.lines.map((line) => row(line, locale))}
</tbody>
<tfoot><tr><th scope="row">${order.status === "awaiting-payment" ? text.owed : text.total}
<span class="centre-note">${text.vatIncluded}</span></th>
<td class="centre-amount centre-total">${formatKroner(order.total)}</td></tr></tfoot>
</table>`;
}

function row(line: OrderLine, locale: Locale): Html {
  const text = ORDER_PAGE_TEXT[locale].lines;
  const amount = formatKroner(line.amount);
  const cancelled = line.kind !== "goods" && line.kind !== "freight" && line.cancelledAt !== undefined;
  return html`<tr><th scope="row">${inLocale(line.title, locale)}${note(line, locale)}${
    cancelled && html` <span class="ds-tag" data-color="warning">${text.cancelled}</span>`
  }</th>
<td class="centre-amount">${cancelled ? html`<s>${amount}</s>` : amount}</td></tr>`;
}

function note(line: OrderLine, locale: Locale): Html | false {
  if (line.kind === "freight") return false;
  const { pieces } = ORDER_PAGE_TEXT[locale].lines;
  const words =
    line.kind === "goods" ? pieces(line.quantity, formatKroner(line.unitPrice)) : formatDay(line.startsAt, locale);
  return html`<span class="centre-note">${words}</span>`;
}
