import assert from "node:assert/strict";
import { SeatAnswer } from "#agreements/app/take-trainer-seat";
import { participantsOf } from "#local/demo/cohorts";
import type { Person } from "#local/demo/walk";
import type { Client } from "../client.ts";
import type { Begin } from "../scenario.ts";
import { makeAgreement } from "./agreement.ts";
import { soonACohort } from "./cohort.ts";

const administrator = { as: "administrator" } as const;

/** An agreement's only trainer seat is taken for somebody. */
export async function seatTaken(): Promise<Begin> {
  return async (client) => {
    const { take, there } = await oneSeat(client);
    const tora = client.person("Tora Trener");
    return {
      async act() {
        await take(tora);
      },
      async afterwards() {
        assert.equal((await there()).get(tora.name)?.status, "active");
        await client.newestMailTo(tora.email, /^Velkommen/);
      },
    };
  };
}

/** It is given back, and taken for another. */
export async function seatReturned(): Promise<Begin> {
  return async (client) => {
    const { seats, take, there } = await oneSeat(client);
    const [tora, gro] = [client.person("Tora Trener"), client.person("Gro Granbekk")];
    const { seatId } = await take(tora);
    // A welcome that comes late to somebody who has left is not sent.
    await client.newestMailTo(tora.email, /^Velkommen/);
    return {
      async act() {
        await client.post(SeatAnswer, `${seats}/${seatId}/return`, { ...administrator, body: {} });
        await take(gro);
      },
      async afterwards() {
        const found = await there();
        assert.notEqual(found.get(tora.name)?.status, "active");
        assert.equal(found.get(gro.name)?.status, "active");
        await client.newestMailTo(tora.email, /avbestilt|avlyst/i);
        await client.newestMailTo(gro.email, /^Velkommen/);
      },
    };
  };
}

/** An agreement of one seat and a cohort of its own. */
async function oneSeat(client: Client) {
  const contact = client.person("Rut Rektorsen", "skole.example.no");
  const seats = `/agreements/${await makeAgreement(client, contact, { seats: 1 })}/seats`;
  const { cohortId } = await soonACohort(client, 300, {
    ticketTypes: [
      {
        ticketTypeId: "seats",
        name: { nb: "Treneplass i avtale" },
        price: 0,
        vatAllocation: { version: "2026-1", shares: [{ what: "book", category: "Z", weight: 1 }] },
        who: "agreement-seats",
      },
    ],
  });
  return {
    seats,
    take: (participant: Person) =>
      client.post(SeatAnswer, seats, { ...administrator, body: { cohortId, participant } }),
    there: () => participantsOf(client, cohortId),
  };
}
