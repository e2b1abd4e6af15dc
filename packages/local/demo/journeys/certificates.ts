import assert from "node:assert/strict";
import * as z from "zod";
import type { Offering } from "#catalogue/domain/offering";
import { CertificateEnded } from "#certificates/app/end-certificate";
import { CertificatesRequested } from "#certificates/app/request-cohort-certificates";
import { CertificatesPage } from "#certificates/http/certificate-view";
import { norwegianDay } from "#kernel/norwegian-time";
import { Credential, check } from "#local/verify-certificate/check";
import { loadJson } from "#local/verify-certificate/read";
import { arrange } from "../arranging.ts";
import { type Basket, place, see } from "../buying.ts";
import {
  type CohortMade,
  daysOf,
  makeCohort,
  participantsOf,
  registerDay,
  signUpOnInvoice,
  welcomed,
} from "../cohorts.ts";
import { addEssay, addTexts, approved } from "../hand-ins.ts";
import { linkIn } from "../page.ts";
import { prove } from "../proving.ts";
import type { Trainee } from "../trainees.ts";
import type { Person, Walk } from "../walk.ts";

const FINE = { signature: true, expiry: true, status: true, issuer: true };
const administrator = { as: "administrator" } as const;

/** Certificates, as their holders, the centre and strangers with a library of their own see them. */
export async function certificates(walk: Walk): Promise<void> {
  const [kari, ola, per] = ["Kari Kvikksølv", "Ola Ospelauv", "Per Petroleum"].map((name) => trainee(walk, name));
  assert.ok(kari && ola && per);
  const cohort = await aYear(walk, [kari, ola, per], [kari, ola]);
  const addresses = await issued(walk, cohort, [kari, ola], per);
  await networkMeeting(walk, kari, per);
  await verified(walk, addresses.kari);
  await replaced(walk, cohort, ola, addresses.ola);
  await revoked(walk, cohort, kari, addresses.kari);
}

function trainee(walk: Walk, name: string): Trainee {
  const answers = { profession: "Lærer", service: "Skole", municipality: "Eksempel", workplace: "Eksempel skole" };
  return { ...walk.person(name), answers };
}

/** A cohort of two days, that all three come to; some hand in what it takes. */
async function aYear(walk: Walk, people: readonly Trainee[], diligent: readonly Trainee[]): Promise<CohortMade> {
  const calendar = [
    { title: "Oppstart", on: [[9, 14] as const] },
    { title: "Avslutning", on: [[6, 1] as const] },
  ];
  const cohort = await makeCohort(walk, "Kull 8", calendar);
  const { cohortId } = cohort;
  await signUpOnInvoice(walk, cohort, walk.person("Siri Sjørøver", "kommune.example.com"), people);
  const keys = new Map<string, string>();
  for (const person of diligent) {
    const { page } = await welcomed(walk, person);
    keys.set(person.name, new URL(page).searchParams.get("key") ?? "");
  }
  const there = await participantsOf(walk, cohortId);
  const days = daysOf(cohort);
  await walk.passTo(days.at(-1)?.endsAt ?? "");
  for (const day of days) await registerDay(walk, cohortId, day, [...there.values()]);
  for (const [name, key] of keys) {
    const placeId = there.get(name)?.placeId;
    assert.ok(placeId);
    const who = { cohortId, placeId, name, key };
    await addTexts(walk, who, 3, norwegianDay(days[1]?.startsAt ?? cohort.offering.signUpOpensAt));
    await approved(walk, who, "portfolio");
    await addEssay(walk, who);
    await approved(walk, who, "essay");
  }
  return cohort;
}

async function issued(
  walk: Walk,
  { cohortId }: CohortMade,
  [kari, ola]: readonly [Person, Person],
  per: Person,
): Promise<{ readonly kari: string; readonly ola: string }> {
  const there = await participantsOf(walk, cohortId);
  const previewOf = ({ name }: Person) =>
    `/cohorts/${cohortId}/participants/${there.get(name)?.placeId}/certificate-preview`;
  await walk.download(previewOf(ola), "forhandsvisning.pdf");
  const told = await walk.refused("certificate-not-earned", "GET", previewOf(per), administrator);
  const ask = () =>
    walk.post(CertificatesRequested, `/cohorts/${cohortId}/certificates`, { ...administrator, body: {} });
  const [first] = await Promise.all([ask(), ask()]);
  assert.deepEqual([first.qualified, first.toBeIssued], [2, 2]);
  await walk.settle();
  assert.equal((await listed(walk, cohortId)).length, 2);
  const addressOf = async (person: Person) => {
    const mails = (await walk.mailsTo(person.email)).filter(({ subject }) => subject === "Kompetansebeviset ditt");
    const [mail] = mails;
    assert.ok(mail && mails.length === 1, `${person.name} gets one certificate`);
    assert.match(await walk.attachment(mail, ".pdf", `${person.name}.pdf`), /^%PDF-1\.7/);
    return linkIn(mail, /\/certificates\//);
  };
  walk.say(
    `An administrator previews and issues: asked twice at once, ${kari.name} and ${ola.name} get one certificate each, by mail. For ${per.name}: "${told}"`,
  );
  return { kari: await addressOf(kari), ola: await addressOf(ola) };
}

async function listed(walk: Walk, cohortId: CohortMade["cohortId"]) {
  return (await walk.get(CertificatesPage, `/cohorts/${cohortId}/certificates`, administrator)).items;
}

/** Only who has a valid certificate may come to the network meeting. */
async function networkMeeting(walk: Walk, trainer: Person, another: Person): Promise<void> {
  const meeting = await arrange(walk, "network-meeting");
  const order = await place(walk, await trainersPlace(walk, meeting, trainer));
  assert.equal((await see(walk, order)).status, "confirmed");
  const body = await trainersPlace(walk, meeting, another);
  const told = await walk.refused("certificate-missing", "POST", "/orders", { body });
  walk.say(`As a certified trainer ${trainer.name} signs up for the network meeting; ${another.name} can't: "${told}"`);
}

/** A free place for somebody who has proved that the address is theirs. */
async function trainersPlace(walk: Walk, { offeringId }: Offering, { name, email }: Person): Promise<Basket> {
  const mailProof = await prove(walk, { name, email });
  return {
    buyer: { name, email },
    places: [{ offeringId, ticketTypeId: "trainer", participant: { name, email }, mailProof }],
    payment: "card",
    expectedTotal: 0,
    mailProof,
  };
}

/** What an independent library finds, at the runtime's time. */
async function found(walk: Walk, credential: unknown, known = [`${new URL(walk.apiUrl).origin}/issuer`]) {
  const findings = await check(Credential.parse(credential), {
    load: loadJson,
    known,
    now: (await walk.now()).toISOString(),
  });
  const answer = (name: keyof typeof findings) => findings[name].answer;
  return {
    signature: answer("signature"),
    expiry: answer("expiry"),
    status: answer("status"),
    issuer: answer("issuer"),
  };
}

async function verified(walk: Walk, address: string): Promise<void> {
  assert.match((await walk.open(address)).html, /Beviset er ekte og gjelder/);
  const credential = z.looseObject({ name: z.string() }).parse(await loadJson(address));
  assert.deepEqual(await found(walk, credential), FINE);
  assert.deepEqual(await found(walk, { ...credential, name: "SMART-professor" }), { ...FINE, signature: false });
  assert.deepEqual(await found(walk, credential, []), { ...FINE, issuer: false });
  walk.say(
    `The page at ${address} says that it is genuine. An independent library agrees; a word changed, and the signature is wrong; and who doesn't know the issuer is told so.`,
  );
}

async function replaced(walk: Walk, { cohortId }: CohortMade, { name }: Person, address: string): Promise<void> {
  const before = (await listed(walk, cohortId)).find((each) => each.name === name);
  assert.ok(before);
  const path = `/certificates/${before.certificateId}`;
  const body = { name: `${name} Ŋuolla`, reason: "Etternavnet var ikke med." };
  const { replacedBy } = await walk.post(CertificateEnded, `${path}/replacement`, { ...administrator, body });
  assert.ok(replacedBy);
  await walk.settle();
  assert.match((await walk.open(address)).html, new RegExp(`Beviset er erstattet.*${replacedBy}`, "s"));
  assert.deepEqual(await found(walk, await loadJson(address)), { ...FINE, status: false });
  assert.deepEqual(await found(walk, await loadJson(address.replace(before.certificateId, replacedBy))), FINE);
  await walk.refused("certificate-is-final", "POST", `${path}/revocation`, {
    ...administrator,
    body: { reason: "Feil person." },
  });
  walk.say(`${name} has another surname too: a new certificate, and the old one says that it is replaced, for good.`);
}

async function revoked(walk: Walk, { cohortId }: CohortMade, person: Person, address: string): Promise<void> {
  const mine = (await listed(walk, cohortId)).find(({ name }) => name === person.name);
  assert.ok(mine);
  const reason = walk.secret("Dokumentene var en annens.");
  await walk.post(CertificateEnded, `/certificates/${mine.certificateId}/revocation`, {
    ...administrator,
    body: { reason },
  });
  const { html } = await walk.open(address);
  assert.match(html, /Beviset gjelder ikke/);
  assert.ok(!html.includes(reason), "why is between them and the centre");
  assert.deepEqual(await found(walk, await loadJson(address)), { ...FINE, status: false });
  const mail = await walk.newestMailTo(person.email, /er trukket tilbake$/);
  assert.ok(!mail.text.includes(reason));
  const history = (await listed(walk, cohortId)).find(({ certificateId }) => certificateId === mine.certificateId);
  assert.deepEqual(
    history?.history.map(({ what, reason: why }) => [what, why]),
    [
      ["issued", undefined],
      ["revoked", reason],
    ],
  );
  const body = await trainersPlace(walk, await arrange(walk, "network-meeting"), person);
  await walk.refused("certificate-missing", "POST", "/orders", { body });
  walk.say(
    `${person.name}'s is revoked: at once on its page and in the status list, and she is told; why stays inside.`,
  );
}
