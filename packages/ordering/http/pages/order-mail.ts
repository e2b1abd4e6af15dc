import type { Locale } from "#kernel/locale";
import { alert } from "#platform/html/alert";
import { type Html, html } from "#platform/html/html";
import type { OrderDetails } from "../../app/get-order-details.ts";

const TEXT: Readonly<Record<Locale, { readonly heading: string; readonly body: string }>> = {
  nb: {
    heading: "E-posten vår kom ikke fram",
    body: "En e-post om denne bestillingen kunne ikke leveres. Ta vare på adressen til denne siden, og si fra til oss hvis e-postadressen i bestillingen er feil.",
  },
  nn: {
    heading: "E-posten vår kom ikkje fram",
    body: "Ein e-post om denne bestillinga kunne ikkje leverast. Ta vare på adressa til denne sida, og sei frå til oss om e-postadressa i bestillinga er feil.",
  },
  en: {
    heading: "Our mail did not get through",
    body: "A mail about this order could not be delivered. Keep the address of this page, and tell us if the mail address in the order is wrong.",
  },
};

/** Tells that a mail about the order did not reach its reader; nothing as long as none is known to have failed. */
export function orderMail({ order }: OrderDetails, locale: Locale): Html {
  if (!order.mailStatus) return html``;
  return alert("warning", TEXT[locale].heading, html`<p class="ds-paragraph">${TEXT[locale].body}</p>`);
}
