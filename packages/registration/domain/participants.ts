import type { ProductId, TicketTypeId } from "#kernel/ids";
import { inLocale, type Locale, type StaffText } from "#kernel/locale";
import type { Place } from "./place.ts";

/** What of an offering its list of participants needs. */
export interface ListedOffering {
  readonly ticketTypes: readonly { readonly ticketTypeId: TicketTypeId; readonly name: StaffText }[];
  readonly includedGoods: readonly { readonly name: StaffText }[];
  readonly questions: readonly { readonly questionId: string; readonly text: StaffText; readonly kind: string }[];
}

const HEADINGS = {
  nb: {
    order: "Bestilling",
    name: "Navn",
    email: "E-post",
    ticket: "Billettype",
    status: "Status",
    held: "Venter på betaling",
    confirmed: "Bekreftet",
    toBeNamed: "Ikke oppgitt ennå",
  },
  nn: {
    order: "Bestilling",
    name: "Namn",
    email: "E-post",
    ticket: "Billettype",
    status: "Status",
    held: "Ventar på betaling",
    confirmed: "Stadfesta",
    toBeNamed: "Ikkje oppgjeve enno",
  },
  en: {
    order: "Order",
    name: "Name",
    email: "E-mail",
    ticket: "Ticket type",
    status: "Status",
    held: "Awaiting payment",
    confirmed: "Confirmed",
    toBeNamed: "Not named yet",
  },
} satisfies Record<Locale, unknown>;

/**
 * The list of participants as rows of text, headings first; one column for each included goods and each question, but
 * none for questions about health: those answers leave the system only as counts.
 */
export function participantRows(
  offering: ListedOffering,
  places: readonly Place[],
  titles: ReadonlyMap<ProductId, StaffText>,
  locale: Locale,
): string[][] {
  const text = HEADINGS[locale];
  const questions = offering.questions.filter(({ kind }) => kind !== "health");
  const ticketNames = new Map(offering.ticketTypes.map((type) => [type.ticketTypeId, inLocale(type.name, locale)]));
  const headings = [
    ...[text.order, text.name, text.email, text.ticket, text.status],
    ...offering.includedGoods.map(({ name }) => inLocale(name, locale)),
    ...questions.map((question) => inLocale(question.text, locale)),
  ];
  const rows = places.map((place) => [
    place.orderNumber,
    place.participant?.name ?? text.toBeNamed,
    place.participant?.email ?? "",
    ticketNames.get(place.ticketTypeId) ?? place.ticketTypeId,
    place.status === "held" ? text.held : text.confirmed,
    ...offering.includedGoods.map((_goods, index) => {
      const productId = place.goods.find((each) => each.index === index)?.productId;
      const title = productId && titles.get(productId);
      return title ? inLocale(title, locale) : "";
    }),
    ...questions.map(({ questionId }) =>
      place.answers
        .filter((answer) => answer.questionId === questionId)
        .map(({ answer }) => answer)
        .join(", "),
    ),
  ]);
  return [headings, ...rows];
}
