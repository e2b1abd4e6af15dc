import * as z from "zod";
import type { Agreements } from "#agreements/ports/agreements";
import type { SeatParts } from "#agreements/ports/seats";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { type AgreementId, OrderNumber } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { runsOn } from "../domain/agreement.ts";
import type { Materials } from "../domain/materials.ts";
import { type ArrangeMaterialsPorts, arrangeMaterials } from "./arrange-materials.ts";
import { findAgreement, orderContact } from "./find-agreement.ts";

export const MaterialsOrderedAnswer = z.object({ orderNumber: OrderNumber });

export interface OrderMaterialsPorts extends ArrangeMaterialsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly agreements: Agreements;
  readonly seatParts: Pick<SeatParts, "underTerms">;
}

export type OrderMaterials = (
  origin: Origin,
  agreementId: AgreementId,
  materials: Materials,
  caller: Caller,
) => Promise<z.infer<typeof MaterialsOrderedAnswer>>;

/**
 * Sets for all employees, on invoice, at the prices the agreement has in the same transaction. A contact orders as long as
 * it lasts, an administrator also later.
 *
 * @throws DomainError as `arrangeMaterials`; `not-found`, `agreement-has-ended`
 */
export function orderMaterialsUseCase(ports: OrderMaterialsPorts): OrderMaterials {
  const { unitOfWork, agreements, seatParts } = ports;
  const arrange = arrangeMaterials(ports);
  return (origin, agreementId, materials, caller) =>
    unitOfWork.run(origin, MaterialsOrderedAnswer, async () => {
      const found = await findAgreement(agreements, agreementId, caller);
      const { agreement, acting } = found;
      const now = unitOfWork.clock();
      if (acting.as === "contact" && !runsOn(agreement, norwegianDay(now)))
        throw refusal("agreement-has-ended", { to: agreement.period.to });
      const contact = orderContact(found);
      const { orderNumber, parts } = await arrange(agreement, materials, { contact, by: acting.by, now });
      return { parts: [...parts, seatParts.underTerms(agreementId, agreement.version)], answer: { orderNumber } };
    });
}
