import assert from "node:assert/strict";
import * as z from "zod";
import { HandInsView } from "#education/http/hand-in-view";
import { plusSeconds, toInstant } from "#kernel/clock";
import { DocumentId, PlaceId } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import { testVirus } from "#local/guardduty/malware-scan";
import { makeCohort, participantsOf, signUpOnInvoice, welcomed } from "../cohorts.ts";
import { addTexts, practiceText, type WithKey } from "../hand-ins.ts";
import { announce, DOCX, docx, PDF, photo } from "../sample-files.ts";
import type { Walk } from "../walk.ts";

const DAY = 86_400;
const Added = z.object({
  documentId: DocumentId,
  upload: z.object({ url: z.url(), headers: z.record(z.string(), z.string()) }),
});

/** Who walks: their own address, and the day it is. */
interface Walking {
  readonly walk: Walk;
  readonly who: WithKey & { readonly email: string };
  readonly path: string;
  readonly today: string;
}

/** A portfolio and an essay from the first file to approval, with all that is turned away on the way. */
export async function portfolio(walk: Walk): Promise<void> {
  const walking = await inTheMiddleOfTheYear(walk);
  await whatIsRefused(walking);
  await aPhoto(walking);
  await whatIsTurnedAway(walking);
  await review(walking);
}

async function inTheMiddleOfTheYear(walk: Walk): Promise<Walking> {
  const now = toInstant((await walk.now()).getTime());
  const days = [40, 100].map((after, index) => {
    const startsAt = plusSeconds(now, after * DAY);
    return { dayId: `d${index + 1}`, startsAt, endsAt: plusSeconds(startsAt, 6 * 3600) };
  });
  const venue = { name: "Eksempel hotell", address: "Eksempelveien 9, 5003 Bergen" };
  const cohort = await makeCohort(walk, "Kull med mapper", [], {
    gatherings: days.map((day, index) => ({ title: { nb: `Samling ${index + 1}` }, venue, days: [day] })),
    signUpClosesAt: plusSeconds(now, 20 * DAY),
    namingDeadline: plusSeconds(now, 30 * DAY),
    cancellationDeadline: plusSeconds(now, 20 * DAY),
  });
  const answers = { profession: "Lærer", service: "Skole", municipality: "Eksempel", workplace: "Eksempel skole" };
  const trainee = { ...walk.person("Mia Mappesen"), answers };
  await signUpOnInvoice(walk, cohort, walk.person("Siri Samordner", "kommune.example.com"), [trainee]);
  const key = new URL((await welcomed(walk, trainee)).page).searchParams.get("key");
  const participant = (await participantsOf(walk, cohort.cohortId)).get(trainee.name);
  assert.ok(participant && key);
  await walk.pass(50 * DAY);
  const who = { ...participant, key };
  walk.say("A cohort is in the middle of its year, and Mia begins her portfolio.");
  return {
    walk,
    who,
    path: `/cohorts/${cohort.cohortId}/participants/${PlaceId.parse(participant.placeId)}`,
    today: norwegianDay(toInstant((await walk.now()).getTime())),
  };
}

async function whatIsRefused({ walk, who: { key }, path, today }: Walking): Promise<void> {
  const document = practiceText(1, today);
  const refused = (code: string, body: object, where = "documents") =>
    walk.refused(code, "POST", `${path}/${where}`, { key, body });
  const file = announce("a.pdf", PDF, Buffer.alloc(10));
  await refused("document-date-not-in-cohort", { ...document, datedOn: "2001-01-01" });
  await refused("document-date-not-in-cohort", { ...document, datedOn: nextDay(today) });
  await refused("child-consent-missing", { ...document, noChildRecognisable: false });
  await refused("file-too-large", { ...document, file: { ...file, bytes: 21_000_000 } });
  await refused("file-type-not-allowed", { ...document, file: { ...file, contentType: "text/html" } });
  await refused(
    "file-type-not-allowed",
    { file: announce("a.png", "image/png", photo()), noChildRecognisable: true },
    "essay",
  );
  const told = await walk.refused("hand-in-incomplete", "POST", `${path}/hand-ins/portfolio/submission`, { key });
  walk.say(
    `Dates outside the cohort, 21 MB and other types are refused. She hands in too early, and is told: "${told}"`,
  );
}

/** What was put is not what is kept: where the photo was taken is gone, and its pixels are there. */
async function aPhoto({ walk, who: { key }, path, today }: Walking): Promise<void> {
  const bytes = photo();
  const file = announce("klassen.jpg", "image/jpeg", bytes);
  const body = { ...practiceText(1, today), kind: "photo-with-text", title: "<b>Klassen</b>", file };
  const { documentId, upload } = await walk.post(Added, `${path}/documents`, { key, body });
  assert.equal((await put(upload, Buffer.alloc(bytes.length))).status, 400);
  assert.equal((await put(upload, bytes)).status, 200);
  await walk.settle();
  const opened = await walk.ask("GET", `${path}/documents/${documentId}/file`, { key });
  assert.equal(opened.status, 303);
  const kept = Buffer.from(await (await fetch(opened.location ?? "")).arrayBuffer());
  assert.ok(kept.length > 300 && kept.length < bytes.length && !kept.includes(Buffer.from([0x88, 0x25, 0, 4])));
  await walk.refused("not-found", "GET", `${path}/documents/${documentId}/file`, { as: "course-leader" });
  await walk.pass(301);
  assert.equal((await fetch(opened.location ?? "")).status, 403);
  const page = await walk.open(`${walk.apiUrl}${path}/portfolio/page?key=${key}`);
  assert.ok(page.html.includes("&lt;b&gt;Klassen") && !page.html.includes("<b>Klassen"));
  walk.say(
    "A photo is uploaded, scanned and kept without its GPS data. Its link is good for five minutes, and not for course leaders.",
  );
}

async function whatIsTurnedAway({ walk, who: { key, email }, path, today }: Walking): Promise<void> {
  const bad = {
    "referat.pdf": { bytes: Buffer.from("MZ this is a program"), says: /annen type/ },
    "plan.pdf": { bytes: Buffer.from(`%PDF-1.7 ${testVirus}`), says: /skadelig/ },
  };
  for (const [name, { bytes, says }] of Object.entries(bad)) {
    const body = { ...practiceText(1, today), file: announce(name, PDF, bytes) };
    const { upload } = await walk.post(Added, `${path}/documents`, { key, body });
    assert.equal((await put(upload, bytes)).status, 200);
    assert.match((await walk.newestMailTo(email, /Vi kunne ikke ta imot filen din/)).text, says);
  }
  walk.say("A program called .pdf and a file with a virus are deleted, and Mia gets a mail that says what to do.");
}

async function review({ walk, who, path, today }: Walking): Promise<void> {
  const { key } = who;
  await addTexts(walk, who, 4, today);
  await walk.refused("too-many-documents", "POST", `${path}/documents`, { key, body: practiceText(6, today) });
  const essay = docx(400);
  const body = { file: announce("oppgave.docx", DOCX, essay), noChildRecognisable: true };
  const { upload } = await walk.post(Added, `${path}/essay`, { key, body });
  assert.equal((await put(upload, essay)).status, 200);
  await walk.settle();
  const seen = await walk.get(HandInsView, `${path}/hand-ins`, { as: "reviewer" });
  assert.equal(seen.portfolio.documents.length, 5);
  assert.deepEqual(seen.essay.documents[0]?.file?.measure, { unit: "words", count: 400 });
  assert.equal(seen.essay.documents[0]?.file?.length, "shorter");
  walk.say(
    "Five documents, and a sixth is refused. The reviewer sees that the essay of 400 words is shorter than asked.",
  );
}

function put(upload: z.infer<typeof Added>["upload"], bytes: Uint8Array): Promise<Response> {
  return fetch(upload.url, { method: "PUT", headers: upload.headers, body: new Uint8Array(bytes) });
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + DAY * 1000).toISOString().slice(0, 10);
}
