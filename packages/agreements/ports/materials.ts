import type { AgreementId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { MaterialsOrder } from "../domain/materials.ts";

/** Which orders of materials an agreement has led to. */
export interface MaterialsOrders {
  create(order: MaterialsOrder): TransactionPart;
  ofAgreement(agreementId: AgreementId): Promise<readonly MaterialsOrder[]>;
}
