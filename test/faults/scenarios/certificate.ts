import assert from "node:assert/strict";
import { CertificateEnded } from "#certificates/app/end-certificate";
import { CertificatesRequested } from "#certificates/app/request-cohort-certificates";
import { CertificatesPage } from "#certificates/http/certificate-view";
import { toInstant } from "#kernel/clock";
import { norwegianDay } from "#kernel/norwegian-time";
import { daysOf, participantsOf, registerDay } from "#local/demo/cohorts";
import { addEssay, addTexts, approved } from "#local/demo/hand-ins";
import type { Walk } from "#local/demo/walk";
import type { Client } from "../client.ts";
import type { Begin } from "../scenario.ts";
import { inCohort, soonACohort } from "./cohort.ts";

const administrator = { as: "administrator" } as const;

/** A certificate is issued to one in turn whose last one was revoked. */
export async function certificateIssued(walk: Walk, attempts: number): Promise<Begin> {
  const { next, validOf, issue } = await qualified(walk, attempts);
  return async (client) => {
    const who = next();
    await revoke(client, await validOf(who, client));
    await client.settle();
    return {
      async act() {
        await issue(client, who);
        await mailed(client, who, await client.eventually("The certificate", () => validOf(who, client)));
      },
      async afterwards() {
        assert.ok(await validOf(who, client));
      },
    };
  };
}

/** A certificate is replaced by one with another name. */
export async function certificateReplaced(walk: Walk, attempts: number): Promise<Begin> {
  const { next, validOf } = await qualified(walk, attempts);
  return async (client) => {
    const who = next();
    const certificateId = await validOf(who, client);
    return {
      async act() {
        const body = { name: "Tora Trener Treholt", reason: "Etternavnet var ikke med." };
        const path = `/certificates/${certificateId}/replacement`;
        const { replacedBy } = await client.post(CertificateEnded, path, { ...administrator, body });
        assert.ok(replacedBy);
        await mailed(client, who, replacedBy);
      },
      async afterwards() {
        assert.ok(await validOf(who, client));
      },
    };
  };
}

/** A certificate is revoked. */
export async function certificateRevoked(walk: Walk, attempts: number): Promise<Begin> {
  const { people, next, validOf, issue } = await qualified(walk, attempts);
  for (const who of people) await revoke(walk, await validOf(who, walk));
  return async (client) => {
    const who = next();
    await issue(client, who);
    await client.settle();
    const certificateId = await validOf(who, client);
    await mailed(client, who, certificateId);
    return {
      act: () => revoke(client, certificateId),
      afterwards: async () => assert.equal(await validOf(who, client), undefined),
    };
  };
}

/** A few who qualify, each with a valid certificate: whoever has had one has rows that stay. */
async function qualified(walk: Walk, attempts: number) {
  const cohort = await soonACohort(walk);
  const { cohortId } = cohort;
  const people = await inCohort(walk, cohort, Math.min(4, Math.ceil(attempts / 4)));
  const [day] = daysOf(cohort);
  assert.ok(day);
  await walk.passTo(day.endsAt);
  await registerDay(walk, cohortId, day, [...(await participantsOf(walk, cohortId)).values()]);
  const today = norwegianDay(toInstant((await walk.now()).getTime()));
  for (const who of people) {
    await addTexts(walk, who, 3, today);
    await approved(walk, who, "portfolio");
    await addEssay(walk, who);
    await approved(walk, who, "essay");
  }
  const path = `/cohorts/${cohortId}/certificates`;
  await walk.post(CertificatesRequested, path, { ...administrator, body: {} });
  await walk.settle();
  let turn = 0;
  return {
    people,
    next(): Participant {
      turn += 1;
      const who = people[turn % people.length];
      assert.ok(who);
      return who;
    },
    issue: (client: Walk, { placeId }: Participant) =>
      client.post(CertificatesRequested, path, { ...administrator, body: { placeIds: [placeId] } }),
    async validOf({ placeId }: Participant, client: Walk): Promise<string | undefined> {
      const valid = await client.listed(
        path,
        CertificatesPage,
        (each) => each.placeId === placeId && each.status === "valid",
      );
      return valid?.certificateId;
    },
  };
}

type Participant = Awaited<ReturnType<typeof inCohort>>[number];

async function revoke(client: Walk, certificateId: string | undefined): Promise<void> {
  const body = { reason: "Feil person." };
  await client.post(CertificateEnded, `/certificates/${certificateId}/revocation`, { ...administrator, body });
}

/** Its mail has come: one that is late, after it was revoked, is not sent. */
async function mailed(client: Client, { email }: Participant, certificateId: string | undefined): Promise<void> {
  await client.eventually("Its mail", async () =>
    (await client.mailsTo(email)).find(
      ({ html, subject }) => html.includes(String(certificateId)) && !/trukket/.test(subject),
    ),
  );
}
