import assert from "node:assert/strict";
import * as z from "zod";
import { AgreementMadeAnswer } from "#agreements/app/make-agreement";
import { SeatAnswer } from "#agreements/app/take-trainer-seat";
import { toInstant } from "#kernel/clock";
import { norwegianDay } from "#kernel/norwegian-time";
import { ADDRESS } from "#local/demo/buying";
import { participantsOf } from "#local/demo/cohorts";
import type { Walk } from "#local/demo/walk";
import type { Begin } from "../scenario.ts";
import { soonACohort } from "./cohort.ts";

const administrator = { as: "administrator" } as const;

/** A trainer seat of an agreement: taken for somebody, and given back. */
export async function trainerSeat(walk: Walk): Promise<Begin> {
  const now = toInstant((await walk.now()).getTime());
  const body = {
    organisation: {
      name: "Eksempel skole",
      organisationNumber: "200000005",
      invoiceReference: { kind: "buyer-reference", value: "Langtidsavtale" },
      address: { name: "Eksempel skole", ...ADDRESS },
    },
    period: { from: norwegianDay(now) },
    contacts: [walk.person("Rut Rektorsen", "skole.example.no")],
  };
  const { agreementId } = await walk.post(AgreementMadeAnswer, "/agreements", { ...administrator, body });
  const { cohortId } = await soonACohort(walk, 300, {
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
  const seats = `/agreements/${agreementId}/seats`;
  return async (client) => {
    const one = client.person("Tora Trener");
    const participant = { ...one, name: one.email };
    return {
      async act() {
        const taken = await client.post(SeatAnswer, seats, { ...administrator, body: { cohortId, participant } });
        // A welcome that comes late to somebody who has left is not sent.
        await client.eventually("The welcome", async () =>
          (await client.mailsTo(participant.email)).find(({ subject }) => subject.startsWith("Velkommen")),
        );
        await client.post(z.unknown(), `${seats}/${taken.seatId}/return`, { ...administrator, body: {} });
      },
      async afterwards() {
        const there = await participantsOf(client, cohortId);
        assert.notEqual(there.get(participant.name)?.status, "active");
        await client.newestMailTo(participant.email, /avbestilt|avlyst/i);
      },
    };
  };
}
