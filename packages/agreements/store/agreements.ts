import type { Agreements } from "#agreements/ports/agreements";
import { part, type Write } from "#kernel/transaction-part";
import { getItem, getItems, queryList, type Table } from "#platform/dynamo/table";
import { Agreement } from "../domain/agreement.ts";
import type { SeatCounters } from "../domain/seat.ts";
import { agreementKey, seatCountersKey } from "./keys.ts";

const LIST = "agreements";

export function agreements(table: Table): Agreements {
  return {
    get: (agreementId) => getItem(table, agreementKey(agreementId), Agreement),
    async load(agreementIds) {
      const asked = agreementIds.map((agreementId) => ({ key: agreementKey(agreementId), schema: Agreement }));
      return (await getItems(table, asked)).filter((agreement) => agreement !== undefined);
    },
    create(agreement) {
      const { agreementId, seats, version } = agreement;
      const counters: SeatCounters = { agreementId, seats, free: seats, taken: 0, terms: version };
      return part([
        { kind: "create", key: agreementKey(agreementId), item: row(agreement), guards: [] },
        { kind: "create", key: seatCountersKey(agreementId), item: counters, guards: [] },
      ]);
    },
    replace: (before, after, counters) =>
      part([
        {
          kind: "replace",
          key: agreementKey(before.agreementId),
          item: row(after),
          guards: [{ is: "equal", attribute: "version", value: before.version, otherwise: "reload" }],
        },
        otherSeats(after, counters),
      ]),
    list: (page) => queryList(table, { partition: LIST }, Agreement, page),
  };
}

/** The counters under the agreement's new terms. Fewer seats than are used would make `free` negative: nobody gets there. */
function otherSeats({ agreementId, seats, version }: Agreement, counters: SeatCounters): Write {
  const more = seats - counters.seats;
  return {
    kind: "change",
    key: seatCountersKey(agreementId),
    set: { seats, terms: version },
    ...(more > 0 && { add: { free: more } }),
    ...(more < 0 && { take: [{ attribute: "free", amount: -more, otherwise: "reload" }] }),
    guards: [
      { is: "equal", attribute: "terms", value: counters.terms, otherwise: "reload" },
      { is: "equal", attribute: "taken", value: counters.taken, otherwise: "reload" },
    ],
  };
}

function row(agreement: Agreement) {
  const { agreementId, period } = agreement;
  return { ...agreement, listPartition: LIST, listSort: `${period.to}#${agreementId}` };
}
