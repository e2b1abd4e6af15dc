import assert from "node:assert/strict";
import { SeatAnswer } from "#agreements/app/take-trainer-seat";
import { participantsOf } from "#local/demo/cohorts";
import type { Begin } from "../scenario.ts";
import { makeAgreement } from "./agreement.ts";
import { soonACohort } from "./cohort.ts";

const administrator = { as: "administrator" } as const;

/** An agreement's only trainer seat: taken for somebody, given back, and taken for another. */
export async function trainerSeat(): Promise<Begin> {
  return async (client) => {
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
    const [tora, gro] = [client.person("Tora Trener"), client.person("Gro Granbekk")];
    const take = (participant: typeof tora) =>
      client.post(SeatAnswer, seats, { ...administrator, body: { cohortId, participant } });
    return {
      async act() {
        const { seatId } = await take(tora);
        // A welcome that comes late to somebody who has left is not sent.
        await client.eventually("The welcome", async () =>
          (await client.mailsTo(tora.email)).find(({ subject }) => subject.startsWith("Velkommen")),
        );
        await client.post(SeatAnswer, `${seats}/${seatId}/return`, { ...administrator, body: {} });
        await take(gro);
      },
      async afterwards() {
        const there = await participantsOf(client, cohortId);
        assert.notEqual(there.get(tora.name)?.status, "active");
        assert.equal(there.get(gro.name)?.status, "active");
        await client.newestMailTo(tora.email, /avbestilt|avlyst/i);
        await client.newestMailTo(gro.email, /^Velkommen/);
      },
    };
  };
}
