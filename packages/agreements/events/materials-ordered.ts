import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { AgreementId, OrderNumber } from "#kernel/ids";

/** Sets of a book and a deck are ordered for employees, on invoice at the agreement's prices. */
export const materialsOrdered = defineEvent(
  "agreements.materials-ordered.v1",
  z.object({ agreementId: AgreementId, orderNumber: OrderNumber, sets: z.int().min(1) }),
  [{ agreementId: "agr_4z8m1kq7w2n9p3r5t6v0xa", orderNumber: "K7M4-9QXY", sets: 40 }],
);
