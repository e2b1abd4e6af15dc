import type { Agreements } from "#agreements/ports/agreements";
import type { Product } from "#catalogue/ports/for-sale";
import type { Products } from "#catalogue/ports/products";
import type { Caller } from "#kernel/caller";
import type { AgreementId } from "#kernel/ids";
import { type Found, findAgreement } from "./find-agreement.ts";

/** The books and decks that a set can be made of. */
export interface MaterialsToChoose extends Found {
  readonly books: readonly Product[];
  readonly decks: readonly Product[];
}

export type FindMaterials = (agreementId: AgreementId, caller: Caller) => Promise<MaterialsToChoose>;

/** @throws DomainError `not-found`, also when the agreement isn't the caller's to know of */
export function findMaterialsUseCase(ports: {
  readonly agreements: Agreements;
  readonly products: Pick<Products, "list">;
}): FindMaterials {
  return async (agreementId, caller) => {
    const [found, { items }] = await Promise.all([
      findAgreement(ports.agreements, agreementId, caller),
      ports.products.list("published", { limit: 100 }),
    ]);
    const of = (kind: Product["kind"]) => items.filter((product) => product.kind === kind);
    return { ...found, books: of("book"), decks: of("card-deck") };
  };
}
