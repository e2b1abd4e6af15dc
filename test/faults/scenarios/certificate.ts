import assert from "node:assert/strict";
import { CertificateEnded } from "#certificates/app/end-certificate";
import { CertificatesRequested } from "#certificates/app/request-cohort-certificates";
import { CertificatesPage } from "#certificates/http/certificate-view";
import { toInstant } from "#kernel/clock";
import { norwegianDay } from "#kernel/norwegian-time";
import { daysOf, participantsOf, registerDay } from "#local/demo/cohorts";
import { addEssay, addTexts, approved } from "#local/demo/hand-ins";
import type { Walk } from "#local/demo/walk";
import type { Begin } from "../scenario.ts";
import { inCohort, soonACohort } from "./cohort.ts";

const administrator = { as: "administrator" } as const;

/** A certificate issued, replaced by one with another name, and revoked, for one of those who qualify in turn. */
export async function certificate(walk: Walk, attempts: number): Promise<Begin> {
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
  const validOf = (placeId: string | undefined, client: Walk) =>
    client.listed(path, CertificatesPage, (each) => each.placeId === placeId && each.status === "valid");
  const revoke = (client: Walk, certificateId: string) =>
    client.post(CertificateEnded, `/certificates/${certificateId}/revocation`, {
      ...administrator,
      body: { reason: "Feil person." },
    });
  // Whoever has had one before has rows that stay.
  await walk.post(CertificatesRequested, path, { ...administrator, body: {} });
  await walk.settle();
  for (const { placeId } of people) {
    const valid = await validOf(placeId, walk);
    assert.ok(valid);
    await revoke(walk, valid.certificateId);
  }
  await walk.settle();
  let turn = 0;
  return async (client) => {
    const who = people[turn % people.length];
    turn += 1;
    assert.ok(who);
    const { placeId, email } = who;
    // A certificate's mail that comes late, after it was revoked, is not sent.
    const mailed = (certificateId: string) =>
      client.eventually("Its mail", async () =>
        (await client.mailsTo(email)).find(
          ({ html, subject }) => html.includes(certificateId) && !/trukket/.test(subject),
        ),
      );
    return {
      async act() {
        await client.post(CertificatesRequested, path, { ...administrator, body: { placeIds: [placeId] } });
        const { certificateId } = await client.eventually("The certificate", () => validOf(placeId, client));
        await mailed(certificateId);
        const body = { name: "Tora Trener Treholt", reason: "Etternavnet var ikke med." };
        const { replacedBy } = await client.post(CertificateEnded, `/certificates/${certificateId}/replacement`, {
          ...administrator,
          body,
        });
        assert.ok(replacedBy);
        await mailed(replacedBy);
        await revoke(client, replacedBy);
      },
      async afterwards() {
        assert.equal(await validOf(placeId, client), undefined);
      },
    };
  };
}
