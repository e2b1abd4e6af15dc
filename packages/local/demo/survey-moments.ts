import assert from "node:assert/strict";
import { Browser, type Shown } from "./browser.ts";
import { type CohortMade, daysOf, participantsOf, registerDay } from "./cohorts.ts";
import { linkIn } from "./page.ts";
import { answerAll, answersOf, asFields, linkFor, linkTo, type Respondent } from "./survey-cast.ts";
import type { Walk } from "./walk.ts";

/** Somebody answers as the pages lead: consent, one value at a time, thanks. Counts their taps. */
export async function pageByPage(walk: Walk, who: Respondent, link: string): Promise<void> {
  const { browser, form, number } = who;
  const consent = await browser.open(link);
  assert.match(consent.html, /Det er frivillig å være med/);
  const unchosen = await browser.submit(consent, /\/consent/, { answer: "yes" });
  assert.match(unchosen.html, /Velg hvilket skjema som passer for deg/);
  let page = await browser.submit(unchosen, /\/consent/, { answer: "yes", form });
  const before = browser.bytes;
  const scores = answersOf({ form, number }, 1, true);
  let taps = 2;
  let pages = 0;
  while (/name="revision"/.test(page.html)) {
    const fields = asFields(asksOf(page, scores));
    page = await browser.submit(page, /\/steps\//, fields);
    taps += Object.keys(fields).length + 1;
    pages += 1;
  }
  assert.match(page.html, /Takk! Alle svarene dine er lagret/);
  who.sent.set(1, { form, scores });
  const kilobytes = Math.round((browser.bytes - before) / 1024 / pages);
  walk.say(
    `One of them answers page by page: ${pages} pages of about ${kilobytes} kB, ${taps} taps with the consent and the extra form, and no script.`,
  );
}

function asksOf({ html }: Shown, scores: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(scores).filter(([id]) => html.includes(`name="score-${id}"`)));
}

/** A mail goes to those who were there and haven't answered, and to nobody else. */
export async function reminded(
  walk: Walk,
  cohort: CohortMade,
  { remindsAt, extra }: { readonly remindsAt: string; readonly extra: boolean },
  { late, links }: { readonly late: readonly Respondent[]; readonly links: ReadonlyMap<Respondent, string> },
): Promise<void> {
  const days = daysOf(cohort).slice(0, 2);
  const there = [...(await participantsOf(walk, cohort.cohortId)).values()];
  await walk.passTo(days.at(-1)?.endsAt ?? "");
  for (const day of days) await registerDay(walk, cohort.cohortId, day, there);
  await walk.passTo(remindsAt);
  await walk.pass(120);
  const mails = await walk.mailsToEach(there.map(({ email }) => email));
  const got = [...mails].filter(([, each]) => each.some(({ subject }) => /^Påminnelse: skjemaet/.test(subject)));
  assert.deepEqual(got.map(([to]) => to).sort(), late.map(({ person }) => person.email).sort());
  for (const who of late) await answerAll(who, linkFor(links, who), 1, extra);
  walk.say("Two who were there and have not answered get a reminder; who that was is written nowhere.");
}

/** A link that somebody passed on shows nothing on another's device, and a new one comes to its owner alone. */
export async function shared(walk: Walk, owner: Respondent, link: string, gathering: number): Promise<void> {
  const stranger = new Browser(walk);
  const refused = await stranger.open(link);
  assert.equal(refused.status, 409);
  assert.match(refused.html, /i bruk på en annen enhet/);
  assert.doesNotMatch(refused.html, /score-/);
  const sent = await stranger.submit(refused, /\/new-link/);
  assert.match(sent.html, /Vi har sendt deg en ny lenke/);
  const mail = await walk.newestMailTo(owner.person.email, /^Ny lenke til skjemaet/);
  const phone = new Browser(walk);
  const standing = await phone.open(linkIn(mail, /\/survey\//));
  assert.match(standing.html, /Takk! Alle svarene dine er lagret/);
  const step = await phone.open(linkTo(linkIn(mail, /\/survey\//), "/steps/1"));
  await phone.submit(step, /\/steps\//, { "score-strengths-own-used": "10" });
  const before = owner.sent.get(gathering);
  assert.ok(before);
  owner.sent.set(gathering, { ...before, scores: { ...before.scores, "strengths-own-used": 10 } });
  assert.equal((await owner.browser.open(link)).status, 410);
  walk.say(
    "A link that is passed on shows nothing on another device. A new one goes to the participant's own address, and the old one is done.",
  );
}

/** Somebody has a form open in one window and withdraws in another: what the first sends is refused, and all is removed. */
export async function withdraws(walk: Walk, who: Respondent, link: string): Promise<void> {
  const { browser } = who;
  const opened = await browser.open(linkTo(link, "/steps/1"));
  const asked = await browser.open(linkTo(link, "/withdrawal"));
  const done = await browser.submit(asked, /\/withdrawal/);
  const removed = who.sent.size;
  assert.match(done.html, new RegExp(`Vi har slettet svarene dine fra ${removed} samlinger`));
  assert.match(done.html, new RegExp(`Gjennomsnittene fra ${removed} av dem er publisert`));
  const refused = await browser.submit(opened, /\/steps\//, asFields(asksOf(opened, answersOf(who, 5, false))));
  assert.equal(refused.status, 409);
  assert.match(refused.html, /har trukket samtykket/);
  who.takesPart = false;
  walk.say(
    `One withdraws with the form open in another window: answers from ${removed} gatherings are removed, published means stay, and what the other window sends is refused.`,
  );
}
