import * as z from "zod";
import type { Agreements } from "#agreements/ports/agreements";
import type { Caller } from "#kernel/caller";
import { type AgreementId, OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { Materials } from "../domain/materials.ts";
import { type ArrangeMaterialsPorts, arrangeMaterials } from "./arrange-materials.ts";
import { findAgreement, orderContact } from "./find-agreement.ts";

export const MaterialsOrderedAnswer = z.object({ orderNumber: OrderNumber });

export interface OrderMaterialsPorts extends ArrangeMaterialsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly agreements: Agreements;
}

export type OrderMaterials = (
  origin: Origin,
  agreementId: AgreementId,
  materials: Materials,
  caller: Caller,
) => Promise<z.infer<typeof MaterialsOrderedAnswer>>;

/** Sets for all employees, on invoice. @throws DomainError as `arrangeMaterials`; `not-found` */
export function orderMaterialsUseCase(ports: OrderMaterialsPorts): OrderMaterials {
  const { unitOfWork, agreements } = ports;
  const arrange = arrangeMaterials(ports);
  return (origin, agreementId, materials, caller) =>
    unitOfWork.run(origin, MaterialsOrderedAnswer, async () => {
      const found = await findAgreement(agreements, agreementId, caller);
      const { orderNumber, parts } = await arrange(found.agreement, materials, {
        contact: orderContact(found),
        by: found.acting.by,
        now: unitOfWork.clock(),
      });
      return { parts, answer: { orderNumber } };
    });
}
