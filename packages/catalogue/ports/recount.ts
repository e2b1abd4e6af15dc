import type { Seen } from "#kernel/seen";
import type { Offering } from "../domain/offering.ts";
import type { Stock } from "../domain/stock.ts";

/** An offering's limits, as its counters are made of them. */
export interface CountedOffering extends Seen, Pick<Offering, "offeringId" | "capacity" | "status" | "version"> {
  readonly kind: "offering";
  readonly isCohort: boolean;
  /** The day of its first session, in Norway. */
  readonly startsOn: string;
  readonly ticketTypes: readonly Pick<Offering["ticketTypes"][number], "ticketTypeId" | "quota">[];
  readonly allotments: readonly Pick<Offering["allotments"][number], "allotmentId" | "ticketTypeId" | "places">[];
}

interface CountedStock extends Seen, Stock {
  readonly kind: "stock";
}

/** What catalogue offers to a recount of its rows. */
export type CatalogueRow = CountedOffering | CountedStock;
