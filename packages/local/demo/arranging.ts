import { Offering } from "#catalogue/domain/offering";
import { AdminProduct } from "#catalogue/http/product-views";
import { toInstant } from "#kernel/clock";
import { type OfferingName, type OfferingSeed, offeringSeeds } from "#local/seed/offerings";
import type { ProductName } from "#local/seed/products";
import { seededProduct } from "#local/seed/seed";
import type { Walk } from "./walk.ts";

type Details = ReturnType<OfferingSeed>;

/**
 * An administrator creates and publishes an offering of this walk's own, described as the seeded one of that name but for
 * what `change` answers, with dates counted from the runtime's time.
 */
export async function arrange(
  walk: Walk,
  name: OfferingName,
  change: (seeded: Details) => Partial<Details> = () => ({}),
): Promise<Offering> {
  const now = toInstant((await walk.now()).getTime());
  const seeded = offeringSeeds[name](now, seededProduct);
  const body = { ...seeded, ...change(seeded) };
  const { offeringId, version } = await walk.post(Offering, "/offerings", { as: "administrator", body });
  return walk.post(Offering, `/offerings/${offeringId}/publication`, { as: "administrator", body: { version } });
}

/** An administrator changes a published offering; refused or done, the answer is as it comes. */
export function edit(walk: Walk, offering: Offering, changes: Partial<Offering>) {
  const {
    offeringId,
    status: _status,
    cancellation: _cancellation,
    allotments,
    ...details
  } = { ...offering, ...changes };
  const body = { ...details, allotments: allotments.map(({ key: _key, ...allotment }) => allotment) };
  return walk.ask("PUT", `/offerings/${offeringId}`, { as: "administrator", body });
}

/** Pieces of a product that nobody has ordered, as an administrator sees it. */
export async function available(walk: Walk, name: ProductName): Promise<number> {
  const { stock } = await walk.get(AdminProduct, `/admin/products/${seededProduct(name)}`, { as: "administrator" });
  return stock.available;
}
