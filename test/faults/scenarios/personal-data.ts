import assert from "node:assert/strict";
import type * as z from "zod";
import { prove } from "#local/demo/proving";
import type { Person } from "#local/demo/walk";
import { ErasureConfirmed } from "#people/app/confirm-erasure";
import { PersonalDataRequested } from "#people/app/request-personal-data";
import { ErasureView, ExportView } from "#people/http/personal-data-view";
import type { Client } from "../client.ts";
import type { Begin } from "../scenario.ts";
import { deckByCard, toCheckout } from "./card.ts";

/** All that is held about somebody is gathered, page by page of the table. */
export async function exported(): Promise<Begin> {
  return async (client) => {
    const petra = client.person("Petra Personvern");
    await proved(client, petra);
    let asked: Requested | undefined;
    return {
      async act() {
        asked = await request(client, petra, "exports");
      },
      async afterwards() {
        assert.ok(asked);
        const found = await client.get(ExportView, `/personal-data/exports/${asked.requestId}`, { key: asked.key });
        assert.equal(found.status, "done");
        assert.equal(found.data.filter(({ kind }) => kind === "mail-proof").length, 1);
        await client.newestMailTo(petra.email, /^Opplysningene vi har om deg/);
      },
    };
  };
}

/** Somebody who has proved their address, and has an order that isn't over, is erased: the proof is gone, and the order stands. */
export async function erased(): Promise<Begin> {
  return async (client) => {
    const petra = client.person("Petra Personvern");
    await proved(client, petra);
    await client.atStripe(await toCheckout(client, await deckByCard(client, petra)), "pay");
    const asked = await request(client, petra, "erasures");
    const path = `/personal-data/erasures/${asked.requestId}`;
    return {
      async act() {
        await client.post(ErasureConfirmed, `${path}/confirmation`, { key: asked.key, body: {} });
      },
      async afterwards() {
        const { status, treated } = await client.get(ErasureView, path, { key: asked.key });
        assert.equal(status, "done");
        const counts = Object.fromEntries(treated.map(({ kind, does, count }) => [`${kind} ${does}`, count]));
        assert.deepEqual([counts["mail-proof erase"], counts["order keep"]], [1, 1]);
        await client.newestMailTo(petra.email, /^Opplysningene dine er slettet/);
      },
    };
  };
}

type Requested = z.infer<typeof PersonalDataRequested>;

function request(client: Client, { email }: Person, kind: "exports" | "erasures"): Promise<Requested> {
  const body = { email, onBehalf: { askedBy: "Petra Personvern", reason: "Brev" } };
  return client.post(PersonalDataRequested, `/personal-data/${kind}`, { as: "administrator", body });
}

/** An hour later: so many codes an hour are sent to one network. */
async function proved(client: Client, petra: Person): Promise<void> {
  await client.pass(3600);
  await prove(client, petra);
}
