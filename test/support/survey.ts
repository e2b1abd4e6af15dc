import * as z from "zod";
import type { Participation } from "#education/ports/participations";
import { cohorts } from "#education/store/cohorts";
import { participations } from "#education/store/participations";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import { mint, mintAccessKey } from "#kernel/id";
import { OfferingId, PlaceId } from "#kernel/ids";
import { localKms } from "#local/kms/kms";
import { queryDue } from "#platform/dynamo/table";
import type { DataKeys } from "#platform/kms/data-keys";
import { systemRandom } from "#platform/random";
import { changeFormsUseCase } from "#survey/app/change-forms";
import { closeStudyUseCase } from "#survey/app/close-study";
import { declineConsentUseCase, giveConsentUseCase } from "#survey/app/give-consent";
import { mailRoundUseCase } from "#survey/app/mail-round";
import { openLinkUseCase } from "#survey/app/open-link";
import { openStudyUseCase } from "#survey/app/open-study";
import { readResultsUseCase } from "#survey/app/read-results";
import { readStudiesUseCase } from "#survey/app/read-studies";
import { requestLinkUseCase } from "#survey/app/request-link";
import { saveAnswersUseCase } from "#survey/app/save-answers";
import { settleStudyUseCase } from "#survey/app/settle-study";
import { settleWaveUseCase } from "#survey/app/settle-wave";
import { withdrawConsentUseCase } from "#survey/app/withdraw-consent";
import type { FormContent, MainForm, Scores } from "#survey/domain/form";
import { type Device, Link } from "#survey/domain/link";
import type { OpenStudyRequest } from "#survey/domain/open-study";
import { StudyId } from "#survey/domain/study";
import type { Post, Posted } from "#survey/ports/post";
import { answers } from "#survey/store/answers";
import { consents } from "#survey/store/consents";
import { forms } from "#survey/store/forms";
import { dueOf } from "#survey/store/keys";
import { linkLimit } from "#survey/store/link-limit";
import { publications } from "#survey/store/publications";
import { studies } from "#survey/store/studies";
import { createTestTable } from "./dynamo.ts";
import { everyRow } from "./rows.ts";
import { openShop } from "./shop.ts";

export const DAY = 86_400;

/** Two statements each, one of them in both; and one extra. */
export const SMALL_FORMS: Readonly<Record<"A" | "C" | "extra", FormContent>> = {
  A: form("A", ["both", "children"]),
  C: form("C", ["both", "staff"]),
  extra: { title: { nb: "Tillegg" }, statements: [{ statementId: "calm", value: "stress", text: { nb: "calm" } }] },
};

function form(title: string, ids: readonly string[]): FormContent {
  const statements = ids.map((statementId) => ({
    statementId,
    value: "strengths" as const,
    text: { nb: statementId },
  }));
  return { title: { nb: `Skjema ${title}` }, statements };
}

export const CONSENT = { version: "2026-1", text: { nb: "Samtykke", nn: "Samtykke", en: "Consent" } };

/** KMS at home, without HTTP between. */
export function localDataKeys(): DataKeys {
  const KeyId = "arn:survey-key";
  const kms = localKms({ signing: new Set(), wrapping: new Set([KeyId]) });
  const Made = z.object({ Plaintext: z.string(), CiphertextBlob: z.string() });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64"));
  return {
    async make(EncryptionContext) {
      const made = Made.parse(kms("TrentService.GenerateDataKey", { KeyId, KeySpec: "AES_256", EncryptionContext }));
      return { plain: bytes(made.Plaintext), wrapped: bytes(made.CiphertextBlob) };
    },
    async open(wrapped, EncryptionContext) {
      const CiphertextBlob = Buffer.from(wrapped).toString("base64");
      const answer = kms("TrentService.Decrypt", { KeyId, CiphertextBlob, EncryptionContext });
      return bytes(z.object({ Plaintext: z.string() }).parse(answer).Plaintext);
    },
  };
}

export type Person = Participation;

/** A cohort with its study on tables of its own: a gathering each second week, and the use cases as functions wire them. */
export async function openSurvey({
  people = 12,
  gatherings = 2,
  request = {},
  contents = SMALL_FORMS,
}: {
  readonly people?: number;
  readonly gatherings?: number;
  /** The forms' first versions. */
  readonly contents?: typeof SMALL_FORMS;
  readonly request?: Partial<OpenStudyRequest>;
} = {}) {
  const shop = await openShop(toInstant(Date.UTC(2026, 8, 1, 8)));
  const { table, clock, origin } = shop;
  const { tableName: surveyTableName } = await createTestTable();
  const surveyTable = { client: table.client, name: surveyTableName };
  const dataKeys = localDataKeys();
  const mails: { to: string; subject: string; link: Link }[] = [];
  const mailbox = { next: "sent" as Posted };
  const ports = {
    ...shop.ports,
    studies: studies(table, clock),
    forms: forms(table),
    consents: consents(table),
    publications: publications(table),
    participations: participations(table),
    answers: answers({ table: surveyTable, dataKeys, random: systemRandom }),
    limit: linkLimit(table),
    publicUrl: "https://smart.example.no",
    post: (async ({ to, letter }) => {
      const address = letter.blocks.find((block) => block.kind === "link");
      const link = Link.parse(address?.href.split("/survey/")[1]);
      if (mailbox.next === "sent") mails.push({ to, subject: letter.subject, link });
      return mailbox.next;
    }) satisfies Post,
  };
  const cohortId = mint(OfferingId, systemRandom);
  const cohort = {
    cohortId,
    title: { nb: "Kull 5" },
    gatherings: Array.from({ length: gatherings }, (_none, index) => gathering(index, clock())),
    groups: { count: 6, size: 6 },
    markedDays: [],
    version: 1,
  };
  const everybody = Array.from({ length: people }, (_none, index) => participant(cohortId, index + 1));
  await shop.ports.unitOfWork.handle(origin(), async () => [
    cohorts(table).create(cohort),
    ...everybody.map((each) => ports.participations.create(each)),
  ]);
  const changeForms = changeFormsUseCase(ports);
  for (const kind of ["A", "C", "extra"] as const) await changeForms.create(origin(), kind, contents[kind]);
  const openStudy = openStudyUseCase(ports);
  const study = await openStudy(origin(), {
    cohortId,
    title: { nb: "Kull 5" },
    forms: { A: 1, C: 1, extra: 1 },
    consent: CONSENT,
    limit: 5,
    ...request,
  });
  const { studyId } = study;
  const settleStudy = settleStudyUseCase(ports);
  const settleWave = settleWaveUseCase({ ...ports, mailRound: mailRoundUseCase(ports) });
  const openLink = openLinkUseCase(ports);
  const devices = new Map<Link, Device>();
  const giveConsent = giveConsentUseCase(ports);
  const saveAnswers = saveAnswersUseCase(ports);

  /** As the sweep does, each minute: until nothing is due. */
  async function sweep(): Promise<void> {
    for (let round = 0; round < 10; round += 1) {
      const { items } = await queryDue(table, { context: "survey", now: clock() }, DueRow);
      if (items.length === 0) return;
      for (const key of items) {
        const due = dueOf(key);
        invariant(due !== undefined, "survey's due rows are studies and waves");
        const id = StudyId.parse(due.studyId);
        await (due.wave === undefined ? settleStudy(origin(), id) : settleWave(origin(), id, due.wave));
      }
    }
    throw new Error("Something stays due.");
  }

  /** The newest link that was mailed to somebody. */
  function linkOf({ email }: Pick<Person, "email">): Link {
    const mail = mails.findLast(({ to }) => to === email);
    invariant(mail !== undefined, "somebody has got a mail");
    return mail.link;
  }

  return {
    ...shop,
    ports,
    surveyTable,
    dataKeys,
    cohort,
    cohortId,
    study,
    studyId,
    everybody,
    mails,
    mailbox,
    sweep,
    linkOf,
    changeForms,
    openStudy,
    openLink,
    giveConsent,
    saveAnswers,
    settleStudy,
    settleWave,
    declineConsent: declineConsentUseCase(ports),
    withdrawConsent: withdrawConsentUseCase(ports),
    requestLink: requestLinkUseCase(ports),
    closeStudy: closeStudyUseCase(ports),
    readStudies: readStudiesUseCase(ports),
    results: readResultsUseCase(ports),
    waves: () => ports.studies.waves(studyId),
    surveyRows: () => everyRow(table.client, surveyTableName),
    /** The clock goes to a moment, and what is due then is done. */
    async goTo(moment: Instant): Promise<void> {
      shop.pass((Date.parse(moment) - Date.parse(clock())) / 1000);
      await sweep();
    },
    /** Opens their newest link, consents if they haven't, and answers every statement by `score`. */
    async answer(person: Person, main: MainForm, score: (statementId: string) => number): Promise<void> {
      const link = linkOf(person);
      const first = await openLink({ link });
      const visit = { link, device: devices.get(link) ?? first.device };
      devices.set(link, visit.device);
      if (first.consent !== "given") {
        await giveConsent(visit, { form: main, version: CONSENT.version, locale: "nb" });
      }
      const { answering } = await openLink(visit);
      invariant(answering !== undefined, "the wave is open");
      const ids = answering.forms.flatMap(({ statements }) => statements.map(({ statementId }) => statementId));
      const scores: Scores = Object.fromEntries(ids.map((id) => [id, score(id)]));
      await saveAnswers(visit, { revision: answering.revision, scores });
    },
    /** Writes a mark of attendance. */
    async mark(person: Person, dayId: string, mark: "present" | "half" | "absent"): Promise<void> {
      await shop.ports.unitOfWork.handle(origin(), async () => {
        const before = await ports.participations.get(person);
        invariant(before !== undefined, "the participant is there");
        const attendance = { ...before.attendance, [dayId]: { mark, markedAt: clock() } };
        return [ports.participations.replace(before, { ...before, attendance })];
      });
    },
  };
}

export type Survey = Awaited<ReturnType<typeof openSurvey>>;

const DueRow = z.object({ pk: z.string(), sk: z.string() });

function gathering(index: number, now: Instant) {
  const startsAt = plusSeconds(now, (7 + 14 * index) * DAY);
  return {
    title: { nb: `Samling ${index + 1}` },
    venue: { name: "Eksempel kulturhus", address: "Eksempelveien 3, 5003 Bergen" },
    days: [{ dayId: `d${index + 1}`, startsAt, endsAt: plusSeconds(startsAt, 6 * 3600), calledOff: false }],
    overnightStay: false,
  };
}

function participant(cohortId: OfferingId, number: number): Participation {
  return {
    cohortId,
    placeId: mint(PlaceId, systemRandom),
    key: mintAccessKey(systemRandom),
    locale: "nb",
    name: `Deltaker ${number}`,
    email: `deltaker-${number}@example.no`,
    background: {},
    told: {},
    status: "active",
    processLeader: false,
    attendance: {},
    portfolio: { status: "draft", documents: [] },
    essay: { status: "draft" },
    version: 1,
  };
}
