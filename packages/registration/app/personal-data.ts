import type { ForSale, Offering } from "#catalogue/ports/for-sale";
import { type Instant, plusSeconds } from "#kernel/clock";
import type { OfferingId } from "#kernel/ids";
import { inLocale, type Localised } from "#kernel/locale";
import { type KindOfData, kindOfData, NOTHING, type PersonalData, rowChanged, rowDeleted } from "#kernel/personal-data";
import { ORDER_DATA_MONTHS, plusMonths, STILL_RUNNING_WHY } from "#kernel/retention";
import { part } from "#kernel/transaction-part";
import type { WaitingListParts } from "#registration/ports/waiting-list";
import { HealthRow } from "../domain/catering.ts";
import { type Answer, Place } from "../domain/place.ts";
import { Entry } from "../domain/waiting-list.ts";

const DAY_SECONDS = 86_400;
/** Who waited for what, in case somebody asks why they got no place. */
const ENTRY_SECONDS = 30 * DAY_SECONDS;

export interface RegistrationDataPorts {
  readonly forSale: Pick<ForSale, "load">;
  readonly waitingListParts: Pick<WaitingListParts, "erase">;
  /** An address as keys hold it. */
  readonly hashOf: (address: string) => string;
}

/** What registration holds about people, and what becomes of it. */
export function registrationData({ forSale, waitingListParts, hashOf }: RegistrationDataPorts): PersonalData {
  const offering = async (offeringId: OfferingId) =>
    (await forSale.load({ products: [], offerings: [offeringId] })).offerings.get(offeringId);

  const places = kindOfData({
    kind: "place",
    rows: { pk: "OFFERING#", sk: "PLACE#" },
    schema: Place,
    name: {
      nb: "Plasser på kurs og arrangementer",
      nn: "Plassar på kurs og arrangement",
      en: "Places at courses and events",
    },
    holds: {
      nb: "Navn og e-postadresse til deltakeren, og svar på spørsmål ved påmelding",
      nn: "Namn og e-postadresse til deltakaren, og svar på spørsmål ved påmelding",
      en: "The participant's name and e-mail address, and answers given when signing up",
    },
    isAbout: ({ participant, ticketAddress }, { email }) => participant?.email === email || ticketAddress === email,
    verdict: async (place, { now, subject, key }) => {
      if (!place.participant && !place.ticketAddress && place.answers.length === 0) return NOTHING;
      const cancelled = place.status === "cancelled";
      if (!subject && now < plusMonths(place.takenAt, ORDER_DATA_MONTHS)) return NOTHING;
      const over = cancelled ? place.takenAt : overAt(await offering(place.offeringId), place.takenAt);
      if (subject && now < over) {
        return { does: "keep", why: STILL_RUNNING_WHY, until: over, again: over, advice: GIVE_UP_FIRST };
      }
      if (!subject && now < plusMonths(over, ORDER_DATA_MONTHS)) return NOTHING;
      const nobody = rowChanged(key, place, { set: { answers: [] }, remove: ["participant", "ticketAddress"] });
      // A place given up has given its ticket back: if there is one, it is another place's.
      const tied = !cancelled && place.ticketAddress !== undefined;
      const ticket = { pk: key.pk, sk: `TICKET#${hashOf(place.ticketAddress ?? "")}` };
      return {
        does: "pseudonymise",
        part: tied ? part([...nobody.writes, ...rowDeleted(ticket).writes]) : nobody,
      };
    },
    tells: async ({ offeringId, orderNumber, participant, answers, status, takenAt }) => ({
      ...(await about(offeringId)),
      name: participant?.name,
      email: participant?.email,
      answers: answered(answers),
      status,
      orderNumber,
      registeredAt: takenAt,
    }),
  });

  const health: KindOfData = kindOfData({
    kind: "health-answers",
    rows: { pk: "OFFERING#", sk: "HEALTH#" },
    hangsOn: { kind: "place", begins: (place) => `HEALTH#${Place.parse(place).placeId}` },
    schema: HealthRow,
    name: { nb: "Allergier og tilrettelegging", nn: "Allergiar og tilrettelegging", en: "Allergies and access needs" },
    holds: {
      nb: "Det du har fortalt med samtykke. Slettes av seg selv 14 dager etter arrangementet",
      nn: "Det du har fortalt med samtykke. Blir sletta av seg sjølv 14 dagar etter arrangementet",
      en: "What you told us with your consent. Erased by itself 14 days after the event",
    },
    verdict: ({ placeId }, { key, subject }) => {
      if (!subject) return NOTHING;
      const place = { pk: key.pk, sk: `PLACE#${placeId}` };
      const unanswered = {
        kind: "change",
        key: place,
        set: { healthAnswered: false },
        add: { version: 1 },
        guards: [],
      } as const;
      return { does: "erase", part: part([...rowDeleted(key).writes, unanswered]) };
    },
    tells: async ({ offeringId, answers, consentedAt }) => ({
      ...(await about(offeringId)),
      answers: answered(answers),
      consentedAt,
    }),
  });

  const entries = kindOfData({
    kind: "waiting-list-entry",
    rows: { pk: "OFFERING#", sk: "ENTRY#" },
    schema: Entry,
    name: { nb: "Ventelister", nn: "Ventelister", en: "Waiting lists" },
    holds: { nb: "Navn og e-postadresse", nn: "Namn og e-postadresse", en: "Name and e-mail address" },
    isAbout: (entry, { email }) => entry.email === email,
    verdict: async (entry, { now, subject }) => {
      if (!subject && now < plusSeconds(entry.joinedAt, ENTRY_SECONDS)) return NOTHING;
      const over = overAt(await offering(entry.offeringId), entry.joinedAt);
      const waits = entry.status === "waiting" || entry.status === "offered";
      if (subject && waits && now < over) {
        return { does: "keep", why: STILL_RUNNING_WHY, until: over, again: over, advice: LEAVE_FIRST };
      }
      if (!subject && now < plusSeconds(over, ENTRY_SECONDS)) return NOTHING;
      return { does: "erase", part: waitingListParts.erase(entry) };
    },
    tells: async ({ offeringId, name, email, joinedAt, status }) => ({
      ...(await about(offeringId)),
      name,
      email,
      registeredAt: joinedAt,
      status,
    }),
  });

  return { context: "registration", kinds: [places, health, entries], nothing: NOTHING_PERSONAL };

  async function about(offeringId: OfferingId) {
    const found = await offering(offeringId);
    return { title: found && inLocale(found.title, "nb"), startsAt: found?.sessions[0]?.startsAt };
  }
}

/** A day after its last session; what isn't held any more is over. */
function overAt(offering: Offering | undefined, otherwise: Instant): Instant {
  if (!offering || offering.status === "cancelled") return otherwise;
  const last = offering.sessions
    .map(({ endsAt }) => endsAt)
    .toSorted()
    .at(-1);
  return last ? plusSeconds(last, DAY_SECONDS) : otherwise;
}

function answered(answers: readonly Answer[]): string | undefined {
  return answers.length > 0
    ? answers.map(({ questionId, answer }) => `${questionId}: ${answer}`).join("; ")
    : undefined;
}

const GIVE_UP_FIRST: Localised = {
  nb: "Vil du at det slettes nå? Da må plassen avbestilles først, av den som bestilte den.",
  nn: "Vil du at det blir sletta no? Då må plassen avbestillast først, av den som bestilte han.",
  en: "Do you want it erased now? Then the place must be cancelled first, by whoever ordered it.",
};

const LEAVE_FIRST: Localised = {
  nb: "Vil du at det slettes nå? Da må du gå ut av ventelisten først, med lenken i e-posten du fikk.",
  nn: "Vil du at det blir sletta no? Då må du gå ut av ventelista først, med lenkja i e-posten du fekk.",
  en: "Do you want it erased now? Then leave the waiting list first, by the link in the e-mail you got.",
};

const NOTHING_PERSONAL: PersonalData["nothing"] = [
  { rows: { pk: "OFFERING#", sk: "CAPACITY" }, because: "counters" },
  { rows: { pk: "OFFERING#", sk: "LINE#" }, because: "an entry's id: it goes when the entry waits no more" },
  { rows: { pk: "OFFERING#", sk: "DUE#" }, because: "a time" },
  { rows: { pk: "OFFERING#", sk: "TICKET#" }, because: "the hash of a place's address, which goes with it" },
];
