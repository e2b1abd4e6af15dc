import { plusSeconds } from "#kernel/clock";
import { mintAccessKey, type RandomBytes } from "#kernel/id";
import { inLocale, type Localised } from "#kernel/locale";
import { ERASED, kindOfData, NOTHING, type PersonalData, rowChanged, type Verdict } from "#kernel/personal-data";
import { BOOKKEEPING_WHY, ORDER_DATA_MONTHS, plusMonths, STILL_RUNNING_WHY } from "#kernel/retention";
import { InvoiceBasis } from "../domain/invoice-basis.ts";
import { Order } from "../domain/order.ts";
import { bookedUntil, CART_SECONDS, stillOpen } from "../domain/retention.ts";

const ADVICE = {
  unpaid: {
    nb: "Betal bestillingen, eller la reservasjonen gå ut.",
    nn: "Betal bestillinga, eller la reservasjonen gå ut.",
    en: "Pay for the order, or let the reservation end.",
  },
  coming: {
    nb: "Vil du at det slettes nå? Da må du avbestille først.",
    nn: "Vil du at det blir sletta no? Då må du avbestille først.",
    en: "Do you want it erased now? Then cancel first.",
  },
  goods: {
    nb: "Varene er ikke sendt ennå. Avbestill dem, eller vent til du har fått dem.",
    nn: "Varene er ikkje sende enno. Avbestill dei, eller vent til du har fått dei.",
    en: "The goods have not been sent yet. Cancel them, or wait until you have them.",
  },
  money: {
    nb: "Penger er på vei, eller betalingen er omstridt. Ta kontakt med oss hvis det drar ut.",
    nn: "Pengar er på veg, eller betalinga er omstridd. Ta kontakt med oss om det dreg ut.",
    en: "Money is on its way, or the payment is disputed. Contact us if it takes long.",
  },
} as const satisfies Record<string, Localised>;

/** What ordering holds about people, and what becomes of it. */
export function orderingData({ random }: { readonly random: RandomBytes }): PersonalData {
  return {
    context: "ordering",
    kinds: [
      kindOfData({
        kind: "order",
        rows: { pk: "ORDER#", sk: "ORDER" },
        schema: Order,
        name: { nb: "Bestillinger", nn: "Bestillingar", en: "Orders" },
        holds: {
          nb: "Navn, e-postadresse, leveringsadresse og hva du har bestilt",
          nn: "Namn, e-postadresse, leveringsadresse og kva du har bestilt",
          en: "Name, e-mail address, delivery address and what you have ordered",
        },
        isAbout: ({ buyer }, { email }) => buyer.email === email,
        verdict: (order, { now, subject, key }) => {
          const open = stillOpen(order, now);
          if (open) {
            const told = { until: open.again, again: open.again, why: STILL_RUNNING_WHY, advice: ADVICE[open.because] };
            return subject ? { does: "keep", ...told } : NOTHING;
          }
          const until = bookedUntil(order);
          const months = plusMonths(order.placedAt, ORDER_DATA_MONTHS);
          const kept = order.confirmedAt ? months : plusSeconds(order.placedAt, CART_SECONDS);
          if (until !== undefined && now < until) {
            if (!subject && (order.buyer.email === ERASED.email || now < months)) return NOTHING;
            return { does: "restrict", why: BOOKKEEPING_WHY, until, part: rowChanged(key, order, restricted(order)) };
          }
          if (!subject && (order.buyer.name === ERASED.name || now < (until ?? kept))) return NOTHING;
          return { does: "pseudonymise", part: rowChanged(key, order, pseudonymised(order)) };
        },
        tells: ({ buyer, orderNumber, placedAt, lines, locale, total, paid, payment, status, deliveryAddress }) => ({
          orderNumber,
          registeredAt: placedAt,
          name: buyer.name,
          email: buyer.email,
          organisation: buyer.organisation?.name,
          organisationNumber: buyer.organisation?.organisationNumber,
          deliveryAddress: deliveryAddress && Object.values(deliveryAddress).join(", "),
          lines: lines
            .map(({ title, ...line }) => `${"quantity" in line ? line.quantity : 1} × ${inLocale(title, locale)}`)
            .join("; "),
          totalOre: total,
          paidOre: paid,
          payment,
          status,
        }),
      }),
      kindOfData({
        kind: "invoice-basis",
        rows: { pk: "ORDER#", sk: "INVOICE-BASIS" },
        hangsOn: { kind: "order", begins: () => "INVOICE-BASIS" },
        schema: InvoiceBasis,
        name: { nb: "Fakturagrunnlag", nn: "Fakturagrunnlag", en: "What invoices are made from" },
        holds: {
          nb: "Kontaktpersonens navn og e-postadresse, og leveringsadressen",
          nn: "Namnet og e-postadressa til kontaktpersonen, og leveringsadressa",
          en: "The contact person's name and e-mail address, and the delivery address",
        },
        verdict: (basis, { key, root }) => {
          if (root?.does !== "pseudonymise") return standing(root);
          const { invoiceReference } = basis.buyer;
          const buyer = { ...basis.buyer, invoiceReference: { ...invoiceReference, value: ERASED.name } };
          const erased = { set: { contact: ERASED, buyer }, remove: ["deliveryAddress"] };
          return { does: "pseudonymise", part: rowChanged(key, basis, erased) };
        },
        tells: ({ orderNumber, contact, buyer, deliveryAddress, gross }) => ({
          orderNumber,
          ...contact,
          organisation: buyer.name,
          deliveryAddress: deliveryAddress && Object.values(deliveryAddress).join(", "),
          totalOre: gross,
        }),
      }),
    ],
    nothing: [
      { rows: { pk: "ORDER#", sk: "PACKING" }, because: "an order's number" },
      { rows: { pk: "OFFERING#", sk: "SERVICE#" }, because: "an order's number" },
    ],
  };

  /** Sums, lines, VAT, dates and who is billed stay; nobody finds the buyer by mail, and the mails' links lead nowhere. */
  function restricted({ buyer }: Order) {
    return { set: { buyer: { ...buyer, email: ERASED.email }, key: mintAccessKey(random) } };
  }

  /** An organisation's name is nobody's personal data; its reference often is, since it names who ordered. */
  function pseudonymised({ buyer, shipments }: Order) {
    const { organisation } = buyer;
    const { invoiceReference: _names, ...rest } = organisation ?? {};
    const untraced = shipments?.map(({ trackingNumber: _traced, ...shipment }) => shipment);
    return {
      set: {
        buyer: { ...ERASED, ...(organisation && { organisation: rest }) },
        key: mintAccessKey(random),
        ...(untraced && { shipments: untraced }),
      },
      remove: ["deliveryAddress"],
    };
  }
}

/** What is written on an invoice stays as long as its order does. */
function standing(root: Verdict | undefined): Verdict {
  if (root?.does !== "keep" && root?.does !== "restrict") return NOTHING;
  const { why, until } = root;
  return { does: "keep", why, until };
}
