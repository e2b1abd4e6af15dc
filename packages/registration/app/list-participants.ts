import type { ForSale } from "#catalogue/ports/for-sale";
import { refusal } from "#kernel/domain-error";
import type { OfferingId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import type { Place } from "#registration/ports/places";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import { participantRows } from "../domain/participants.ts";

const PAGE = 100;
/** A page of a file is one request; an offering has 5,000 places at most. */
const FILE_PAGE = 1000;

export interface ListParticipantsPorts {
  readonly forSale: ForSale;
  readonly placesOfOffering: PlacesOfOffering;
}

export interface ListParticipants {
  /** A page of the places that are held or confirmed; a page may be short, or empty, and not be the last. */
  page(
    offeringId: OfferingId,
    cursor?: string,
  ): Promise<{ readonly places: readonly Place[]; readonly cursor?: string }>;
  /**
   * All of them as rows of text, headings first.
   *
   * @throws DomainError `not-found`
   */
  rows(offeringId: OfferingId, locale: Locale): Promise<string[][]>;
}

/** Who has the places of an offering. What they answered about health is not in it. */
export function listParticipantsUseCase({ forSale, placesOfOffering }: ListParticipantsPorts): ListParticipants {
  async function all(offeringId: OfferingId): Promise<Place[]> {
    const places: Place[] = [];
    let cursor: string | undefined;
    do {
      const page = await placesOfOffering.page(offeringId, FILE_PAGE, cursor);
      places.push(...page.items.filter(isTaken));
      cursor = page.cursor;
    } while (cursor);
    return places;
  }

  return {
    async page(offeringId, after) {
      const { items, cursor } = await placesOfOffering.page(offeringId, PAGE, after);
      return { places: items.filter(isTaken), ...(cursor && { cursor }) };
    },
    async rows(offeringId, locale) {
      const { offerings } = await forSale.load({ products: [], offerings: [offeringId] });
      const offering = offerings.get(offeringId);
      if (!offering) throw refusal("not-found", {});
      const goods = [...new Set(offering.includedGoods.flatMap(({ oneOf }) => oneOf))];
      const [places, { products }] = await Promise.all([
        all(offeringId),
        forSale.load({ products: goods, offerings: [] }),
      ]);
      const titles = new Map([...products].map(([productId, { title }]) => [productId, title]));
      return participantRows(offering, places, titles, locale);
    },
  };
}

function isTaken(place: Place): boolean {
  return place.status !== "cancelled";
}
