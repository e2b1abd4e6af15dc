import type { Offerings } from "#catalogue/ports/offerings";
import { refusal } from "#kernel/domain-error";
import { type Guard, part } from "#kernel/transaction-part";
import { getItem, queryList, type Table } from "#platform/dynamo/table";
import { isPublic, Offering } from "../domain/offering.ts";
import { offeringKey, productKey } from "./keys.ts";

const PARTITION = "offerings";

export function offerings(table: Table): Offerings {
  return {
    get: (offeringId) => getItem(table, offeringKey(offeringId), Offering),
    listAll: (asked) => queryList(table, { partition: PARTITION }, Offering, asked),
    listComing: (from, asked) =>
      queryList(table, { partition: PARTITION, between: [`published#${from}`, "published#~"] }, Offering, asked),
    create: (offering) =>
      part([{ kind: "create", key: offeringKey(offering.offeringId), item: row(offering), guards: [] }]),
    replace: (before, after) =>
      part([{ kind: "replace", key: offeringKey(before.offeringId), item: row(after), guards: [asRead(before)] }]),
    includes: (productId) =>
      part([
        {
          kind: "check",
          key: productKey(productId),
          guards: [
            {
              is: "equal",
              attribute: "status",
              value: "published",
              otherwise: () => refusal("product-not-for-sale", { productId }),
            },
          ],
        },
      ]),
  };
}

function asRead({ version }: Offering): Guard {
  return { is: "equal", attribute: "version", value: version, otherwise: "reload" };
}

function row(offering: Offering) {
  const { status, sessions, offeringId } = offering;
  return {
    ...offering,
    listPartition: PARTITION,
    listSort: `${status === "published" && !isPublic(offering) ? "unlisted" : status}#${sessions[0]?.startsAt}#${offeringId}`,
  };
}
