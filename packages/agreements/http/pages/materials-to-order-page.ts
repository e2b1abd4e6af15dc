import type { ProductId } from "#kernel/ids";
import { inLocale, type Locale } from "#kernel/locale";
import { formatKroner, type Money, ore } from "#kernel/money";
import { postForm, submitButton } from "#platform/html/form";
import { type Html, html } from "#platform/html/html";
import { layout } from "#platform/html/layout";
import { type FormFields, typed } from "#platform/http/form-reader";
import type { MaterialsToChoose } from "../../app/find-materials.ts";
import { type Materials, priceOfSets } from "../../domain/materials.ts";
import { agreementAddress } from "./addresses.ts";
import { FORM_TEXT } from "./form-text.ts";
import { bookField, MATERIALS_PATH } from "./materials-page.ts";
import type { FormView } from "./seat-form.ts";

const SEEN = "seen-total";
const CHANGE = "change";

/** Everything that is ordered and its sum, right above the button that orders. */
export function materialsToOrderPage(
  choice: MaterialsToChoose,
  materials: Materials,
  { locale, origin }: Pick<FormView, "locale" | "origin">,
): string {
  const text = FORM_TEXT[locale].materials;
  const { prices, organisation } = choice.agreement;
  const { street, postalCode, city } = organisation.address;
  const total = priceOfSets(materials, prices);
  const form = (fields: Html, button: Html) =>
    postForm({
      action: agreementAddress(choice, MATERIALS_PATH, locale),
      idempotencyKey: origin.correlationId,
      body: html`${hiddenFields(materials)}${fields}${button}`,
    });
  return layout({
    title: text.title,
    locale,
    main: html`${linesOf(choice, materials, total, locale)}
<p class="ds-paragraph">${text.address(`${street}, ${postalCode} ${city}`)}</p>
<p class="ds-paragraph">${text.byInvoice}</p>
${form(hidden(SEEN, String(total)), submitButton(text.order))}
${form(hidden(CHANGE, "yes"), submitButton(text.change, "tertiary"))}`,
  });
}

function linesOf(choice: MaterialsToChoose, { sets }: Materials, total: Money, locale: Locale): Html {
  const text = FORM_TEXT[locale].materials;
  const { prices } = choice.agreement;
  const titles = new Map([...choice.books, ...choice.decks].map(({ productId, title }) => [productId, title]));
  const line = (productId: ProductId, pieces: number, price: Money) => {
    const title = titles.get(productId);
    return html`<tr><th scope="row">${title && inLocale(title, locale)}
<span class="centre-note">${text.pieces(pieces, formatKroner(price))}</span></th>
<td class="centre-amount">${formatKroner(ore(pieces * price))}</td></tr>`;
  };
  const decks = Map.groupBy(sets, ({ deckId }) => deckId);
  return html`<table class="ds-table centre-lines">
<caption>${text.lines}</caption>
<thead><tr><th scope="col">${text.goods}</th><th scope="col" class="centre-amount">${text.amount}</th></tr></thead>
<tbody>
${sets.map(({ bookId, employees }) => line(bookId, employees, prices.book))}
${[...decks].map(([deckId, of]) =>
  line(
    deckId,
    of.reduce((sum, { employees }) => sum + employees, 0),
    prices.deck,
  ),
)}
</tbody>
<tfoot><tr><th scope="row">${text.total}</th>
<td class="centre-amount centre-total">${formatKroner(total)}</td></tr></tfoot>
</table>`;
}

/** What the form was sent for: sets of another sum than was seen are looked over first. */
export function askedOf(fields: FormFields, total: Money): "change" | "look-over" | "order" {
  if (typed(fields, CHANGE) !== "") return "change";
  return typed(fields, SEEN) === String(total) ? "order" : "look-over";
}

function hiddenFields({ sets }: Materials): Html {
  const [first] = sets;
  return html`${sets.map(({ bookId, employees }) => hidden(bookField(bookId), String(employees)))}${
    first && hidden("deck", first.deckId)
  }`;
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
