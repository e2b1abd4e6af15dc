import type { OrderNumber } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Payment } from "../domain/payment.ts";

/** Payments as this context keeps them. */
export interface Payments {
  get(orderNumber: OrderNumber): Promise<Payment | undefined>;
  /** Writes `after` if the payment still is as it was read as `before`; else the command loads again. */
  replace(before: Payment, after: Payment): TransactionPart;
}
