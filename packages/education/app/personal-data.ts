import type { KeptFiles, Quarantine } from "#education/ports/files";
import type { ParticipationReads } from "#education/ports/participations";
import { type Instant, plusSeconds } from "#kernel/clock";
import type { AccessKey } from "#kernel/id";
import type { Localised } from "#kernel/locale";
import {
  ERASED,
  type KindOfData,
  kindOfData,
  NOTHING,
  type PersonalData,
  type Row,
  rowChanged,
  rowDeleted,
  type Verdict,
} from "#kernel/personal-data";
import { plusMonths, STILL_RUNNING_WHY } from "#kernel/retention";
import { part } from "#kernel/transaction-part";
import { type Cohort, daysHeld } from "../domain/cohort.ts";
import { HandIn } from "../domain/hand-in.ts";
import { HistoryEntry } from "../domain/history.ts";
import { type Background, Participation } from "../domain/participation.ts";
import { HandInEntry } from "../domain/review.ts";

/** Attendance is what a certificate stands on. */
const ATTENDANCE_MONTHS = 60;

export interface EducationDataPorts {
  readonly participations: Pick<ParticipationReads, "cohort">;
  readonly keptFiles: Pick<KeptFiles, "delete">;
  readonly quarantine: Pick<Quarantine, "delete">;
  readonly newKey: () => AccessKey;
}

/** What education holds about people, and what becomes of it. */
export function educationData(ports: EducationDataPorts): PersonalData {
  const participation = kindOfData({
    kind: "participation",
    rows: { pk: "COHORT#", sk: "PARTICIPANT#" },
    schema: Participation,
    name: { nb: "Trenerutdanningen", nn: "Trenarutdanninga", en: "Trainer education" },
    holds: {
      nb: "Navn, e-postadresse, bakgrunn, læringsgruppe og frammøte",
      nn: "Namn, e-postadresse, bakgrunn, læringsgruppe og frammøte",
      en: "Name, e-mail address, background, learning group and attendance",
    },
    isAbout: ({ email }, subject) => email === subject.email,
    verdict: async (taking, { now, subject, key }) => {
      const over = overAt(await ports.participations.cohort(taking.cohortId), now);
      if (taking.status === "active" && now < over) {
        if (!subject) return NOTHING;
        return { does: "keep", why: STILL_RUNNING_WHY, until: over, again: over, advice: WITHDRAW_FIRST };
      }
      const until = plusMonths(over, ATTENDANCE_MONTHS);
      if (now >= until) return { does: "erase", part: rowDeleted(key, taking) };
      if (!subject) return NOTHING;
      const set = { email: ERASED.email, background: {}, told: {}, key: ports.newKey() };
      return { does: "restrict", why: ATTENDANCE_WHY, until, part: rowChanged(key, taking, { set }) };
    },
    tells: ({ name, email, background, told, group, attendance, status }) => ({
      name,
      email,
      ...background,
      answers: correctedIn(told, background),
      group,
      attendance: Object.entries(attendance)
        .map(([day, { mark }]) => `${day}: ${mark}`)
        .join("; "),
      status,
    }),
  });

  const history = kindOfData({
    kind: "attendance-history",
    rows: { pk: "COHORT#", sk: "HISTORY#" },
    hangsOn: { kind: "participation", begins: ofParticipation("HISTORY#", "#") },
    schema: HistoryEntry,
    name: { nb: "Hvem som førte frammøtet", nn: "Kven som førte frammøtet", en: "Who marked attendance" },
    holds: {
      nb: "Rettelser av frammøtet, med begrunnelse",
      nn: "Rettingar av frammøtet, med grunngiving",
      en: "Corrections of attendance, with the reason",
    },
    verdict: (entry, { key, root }) => {
      if (root?.does === "erase") return { does: "erase", part: rowDeleted(key) };
      if (root?.does !== "restrict") return asRoot(root);
      const { why, until } = root;
      if (entry.what !== "marked" || entry.reason === undefined) return { does: "keep", why, until };
      const unexplained = { kind: "change", key, remove: ["reason"], guards: [] } as const;
      return { does: "restrict", why, until, part: part([unexplained]) };
    },
    tells: (entry) => ({
      what: entry.what,
      registeredAt: entry.at,
      ...(entry.what === "marked" && { day: entry.dayId, attendance: entry.mark, reason: entry.reason }),
    }),
  });

  const handIn = kindOfData({
    kind: "hand-in",
    rows: { pk: "COHORT#", sk: "HAND-IN#" },
    hangsOn: { kind: "participation", begins: ofParticipation("HAND-IN#", "#") },
    schema: HandIn,
    name: { nb: "Mappe og refleksjonsoppgave", nn: "Mappe og refleksjonsoppgåve", en: "Portfolio and essay" },
    holds: {
      nb: "Dokumentene dine med filer, og det den som vurderte dem skrev. Slettes ett år etter kullets siste dag",
      nn: "Dokumenta dine med filer, og det den som vurderte dei skreiv. Blir sletta eitt år etter den siste dagen til kullet",
      en: "Your documents with their files, and what the reviewer wrote. Erased a year after the cohort's last day",
    },
    verdict: (handed, { key, root }) => {
      if (root?.does !== "restrict" && root?.does !== "erase") return asRoot(root);
      return { does: "erase", first: () => withoutFiles(handed), part: rowDeleted(key, handed) };
    },
    tells: ({ kind, status, documents, comments, submittedAt }) => ({
      what: kind,
      status,
      registeredAt: submittedAt,
      documents: documents
        .map(({ title, datedOn, text, link, file }) =>
          [datedOn, title, text, link, file?.fileName].filter((each) => each !== undefined).join(" – "),
        )
        .join("; "),
      comments,
    }),
  });

  const moves = kindOfData({
    kind: "hand-in-history",
    rows: { pk: "COHORT#", sk: "HAND-IN-MOVE#" },
    hangsOn: { kind: "participation", begins: ofParticipation("HAND-IN-MOVE#", "#") },
    schema: HandInEntry,
    name: {
      nb: "Vurderinger av mappe og oppgave",
      nn: "Vurderingar av mappe og oppgåve",
      en: "Reviews of portfolio and essay",
    },
    holds: {
      nb: "Når noe ble levert, godkjent eller sendt tilbake, og kommentarene",
      nn: "Når noko vart levert, godkjent eller sendt tilbake, og kommentarane",
      en: "When something was handed in, approved or returned, and the comments",
    },
    verdict: (_, { key, root }) =>
      root?.does === "restrict" || root?.does === "erase" ? { does: "erase", part: rowDeleted(key) } : asRoot(root),
    tells: ({ kind, move, at, comments }) => ({ what: `${kind}: ${move}`, registeredAt: at, comments }),
  });

  const kinds: KindOfData[] = [participation, history, handIn, moves];
  return { context: "education", kinds, nothing: NOTHING_PERSONAL };

  async function withoutFiles({ cohortId, placeId, kind, documents }: HandIn): Promise<void> {
    for (const { documentId, file } of documents) {
      if (!file) continue;
      await ports.quarantine.delete({ cohortId, placeId, kind, documentId });
      await ports.keptFiles.delete({ cohortId, placeId, documentId });
    }
  }
}

/** What the answers said otherwise than what is kept now. */
function correctedIn(told: Background, background: Background): string {
  const kept = new Map(Object.entries(background));
  return Object.entries(told)
    .filter(([field, answer]) => answer !== kept.get(field))
    .map(([, answer]) => answer)
    .join("; ");
}

function ofParticipation(prefix: string, after: string) {
  return (row: Row) => `${prefix}${Participation.parse(row).placeId}${after}`;
}

function asRoot(root: Verdict | undefined): Verdict {
  if (root?.does !== "keep") return NOTHING;
  const { why, until } = root;
  return { does: "keep", why, until };
}

/** A day after the cohort's last; one that there isn't is over. */
function overAt(cohort: Cohort | undefined, now: Instant): Instant {
  const last = cohort && daysHeld(cohort).at(-1);
  return last ? plusSeconds(last.endsAt, 86_400) : now;
}

const ATTENDANCE_WHY: Localised = {
  nb: "Navn og frammøte er det et kompetansebevis står på, og kan bli etterspurt i fem år (personvernforordningen artikkel 17 nr. 3 b og e, arkivlova). Det brukes bare til det.",
  nn: "Namn og frammøte er det eit kompetansebevis står på, og kan bli etterspurt i fem år (personvernforordninga artikkel 17 nr. 3 b og e, arkivlova). Det blir berre brukt til det.",
  en: "Name and attendance are what a certificate stands on, and may be asked for within five years (GDPR article 17 (3) b and e, Norwegian Archives Act). They are used for nothing else.",
};

const WITHDRAW_FIRST: Localised = {
  nb: "Vil du at det slettes nå? Da må du slutte på utdanningen først. Ta kontakt med oss.",
  nn: "Vil du at det blir sletta no? Då må du slutte på utdanninga først. Ta kontakt med oss.",
  en: "Do you want it erased now? Then leave the education first. Contact us.",
};

const NOTHING_PERSONAL: PersonalData["nothing"] = [
  { rows: { pk: "COHORT#", sk: "COHORT" }, because: "a calendar" },
  { rows: { pk: "COHORT#", sk: "GROUPS" }, because: "a number of a version" },
];
