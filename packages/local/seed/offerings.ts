import type * as z from "zod";
import type { OfferingDetails } from "#catalogue/domain/offering";
import { type Instant, plusSeconds } from "#kernel/clock";
import type { ProductId } from "#kernel/ids";
import { kroner } from "#kernel/money";
import { deadline, norwegianTime, wednesdayAfter } from "./dates.ts";
import type { ProductName } from "./products.ts";

type Details = z.input<typeof OfferingDetails>;
export type OfferingSeed = (now: Instant, product: (name: ProductName) => ProductId) => Details;

/** The day course in Bergen as it was in 2023, moved so that it can be signed up for: NOK 950, book of choice and deck included. */
function bergenCourse(now: Instant, product: (name: ProductName) => ProductId): Details {
  const day = wednesdayAfter(now, 42);
  return {
    kind: "course",
    title: { nb: "Grunnkurs i Bergen", nn: "Grunnkurs i Bergen", en: "Basic course in Bergen" },
    description: {
      nb: "En dag om styrkefokusert arbeid med barn og unge. Mest for ansatte i barnehage og barneskole; foreldre og frivillige er også velkomne. Lunsj, en lærebok etter eget valg og en kortstokk er med i prisen.",
      nn: "Ein dag om styrkefokusert arbeid med barn og unge. Mest for tilsette i barnehage og barneskule; foreldre og frivillige er òg velkomne. Lunsj, ei lærebok etter eige val og ein kortstokk er med i prisen.",
      en: "A day on strength-based work with children. Mainly for staff of kindergartens and primary schools; parents and volunteers are welcome too. Lunch, a textbook of your choice and a card deck are included.",
    },
    sessions: [{ startsAt: norwegianTime(day, "09:00"), endsAt: norwegianTime(day, "15:30") }],
    venue: { kind: "place", name: "Eksempel skole", address: "Eksempelveien 1, 5003 Bergen" },
    capacity: 30,
    ticketTypes: [
      {
        ticketTypeId: "ordinary",
        name: { nb: "Kursplass", nn: "Kursplass", en: "Course place" },
        price: kroner(950),
        // The default of norway.md; the owner decides the weights.
        vatAllocation: {
          version: "course-2026-1",
          shares: [
            { what: "teaching", category: "E", weight: 600 },
            { what: "serving", category: "S", weight: 250 },
            { what: "book", category: "Z", weight: 350 },
            { what: "deck", category: "S", weight: 300 },
          ],
        },
        who: "everyone",
      },
    ],
    allotments: [],
    ...signUp(now, day, { closes: 7, naming: 3, cancellation: 14 }),
    includedGoods: [
      {
        name: { nb: "Lærebok", nn: "Lærebok", en: "Textbook" },
        oneOf: [product("book-kindergarten"), product("book-primary"), product("book-smart-3"), product("book-youth")],
      },
      { name: { nb: "Kortstokk", nn: "Kortstokk", en: "Card deck" }, oneOf: [product("deck-children")] },
    ],
    questions: [ALLERGIES],
    reminderHours: 48,
  };
}

/** The festival: one capacity; everybody, the municipality's own employees, and the cohort that co-hosts. */
function festival(now: Instant): Details {
  const day = wednesdayAfter(now, 70);
  return {
    kind: "festival",
    title: { nb: "SMART-festivalen", nn: "SMART-festivalen", en: "The SMART festival" },
    description: {
      nb: "Foredrag, verksteder og erfaringer fra barnehager og skoler. Lunsj er med i billetten.",
      nn: "Føredrag, verkstader og erfaringar frå barnehagar og skular. Lunsj er med i billetten.",
      en: "Talks, workshops and experiences from kindergartens and schools. Lunch is included.",
    },
    sessions: [{ startsAt: norwegianTime(day, "11:00"), endsAt: norwegianTime(day, "15:30") }],
    venue: { kind: "place", name: "Eksempel kulturhus", address: "Eksempelveien 3, 5003 Bergen" },
    capacity: 300,
    ticketTypes: [
      {
        ticketTypeId: "ordinary",
        name: { nb: "Ordinær", nn: "Ordinær", en: "Ordinary" },
        price: kroner(450),
        vatAllocation: FESTIVAL_VAT,
        quota: 220,
        who: "everyone",
      },
      {
        ticketTypeId: "employee",
        name: { nb: "Ansatt i kommunen", nn: "Tilsett i kommunen", en: "Employee of the municipality" },
        price: kroner(0),
        vatAllocation: FESTIVAL_VAT,
        quota: 80,
        who: "municipal-employees",
      },
      {
        ticketTypeId: "cohort",
        name: { nb: "Årets kull", nn: "Årets kull", en: "This year's cohort" },
        price: kroner(0),
        vatAllocation: FESTIVAL_VAT,
        quota: 36,
        who: "everyone",
      },
    ],
    allotments: [
      {
        allotmentId: "cohort",
        name: { nb: "Kullet som er medvert", nn: "Kullet som er medvert", en: "The cohort that co-hosts" },
        ticketTypeId: "cohort",
        places: 36,
      },
    ],
    ...signUp(now, day, { closes: 7, naming: 3, cancellation: 14 }),
    includedGoods: [],
    questions: [
      {
        questionId: "lunch",
        text: { nb: "Spiser du lunsj med oss?", nn: "Et du lunsj med oss?", en: "Will you have lunch with us?" },
        kind: "choice",
        choices: ["Ja", "Nei"],
        required: true,
      },
      ALLERGIES,
    ],
    reminderHours: 72,
  };
}

/** A short digital course: its link is for those who have a place. */
function digitalCourse(now: Instant): Details {
  const day = wednesdayAfter(now, 21);
  return {
    kind: "course",
    title: { nb: "Digitalt kortkurs i moralsk resonnering", en: "Digital short course in moral reasoning" },
    description: { nb: "To timer på skjerm, med øvelser i små grupper." },
    sessions: [{ startsAt: norwegianTime(day, "13:00"), endsAt: norwegianTime(day, "15:00") }],
    venue: { kind: "digital", link: "https://video.example.no/kortkurs" },
    capacity: 100,
    ticketTypes: [
      {
        ticketTypeId: "ordinary",
        name: { nb: "Kursplass", nn: "Kursplass", en: "Course place" },
        price: kroner(250),
        vatAllocation: { version: "teaching-2026-1", shares: [{ what: "teaching", category: "E", weight: 1 }] },
        who: "everyone",
      },
    ],
    allotments: [],
    ...signUp(now, day, { closes: 1, naming: 1, cancellation: 7 }),
    includedGoods: [],
    questions: [],
    reminderHours: 24,
  };
}

/** Half a day twice a year for certified trainers, and for nobody else; free, with lunch. */
function networkMeeting(now: Instant): Details {
  const day = wednesdayAfter(now, 49);
  return {
    kind: "network-meeting",
    title: {
      nb: "Nettverkssamling for SMART-trenere",
      nn: "Nettverkssamling for SMART-trenarar",
      en: "Network meeting",
    },
    description: {
      nb: "For deg som har kompetansebevis som SMART-trener: erfaringer fra praksis, og nytt fra senteret.",
      nn: "For deg som har kompetansebevis som SMART-trenar: røynsler frå praksis, og nytt frå senteret.",
      en: "For certified SMART trainers: experiences from practice, and news from the centre.",
    },
    sessions: [{ startsAt: norwegianTime(day, "10:00"), endsAt: norwegianTime(day, "14:00") }],
    venue: { kind: "place", name: "Eksempel kulturhus", address: "Eksempelveien 3, 5003 Bergen" },
    capacity: 60,
    ticketTypes: [
      {
        ticketTypeId: "trainer",
        name: { nb: "SMART-trener", nn: "SMART-trenar", en: "SMART trainer" },
        price: kroner(0),
        vatAllocation: { version: "teaching-2026-1", shares: [{ what: "teaching", category: "E", weight: 1 }] },
        who: "certified-trainers",
      },
    ],
    allotments: [],
    ...signUp(now, day, { closes: 7, naming: 3, cancellation: 3 }),
    includedGoods: [],
    questions: [],
    reminderHours: 72,
  };
}

const ALLERGIES = {
  questionId: "allergies",
  text: {
    nb: "Har du allergier, eller trenger du tilrettelegging?",
    nn: "Har du allergiar, eller treng du tilrettelegging?",
    en: "Do you have allergies, or need anything arranged for you?",
  },
  kind: "health",
  required: false,
} as const;

/** A conference of talks and exchange, with lunch: taxed, all of it (mval. § 3-1). */
const FESTIVAL_VAT: Details["ticketTypes"][number]["vatAllocation"] = {
  version: "festival-2026-1",
  shares: [
    { what: "conference", category: "S", weight: 350 },
    { what: "serving", category: "S", weight: 100 },
  ],
};

/** Open since yesterday; the deadlines so many days before the day itself. */
function signUp(now: Instant, day: string, before: { closes: number; naming: number; cancellation: number }) {
  return {
    signUpOpensAt: plusSeconds(now, -86_400),
    signUpClosesAt: deadline(day, before.closes),
    namingDeadline: deadline(day, before.naming),
    cancellationDeadline: deadline(day, before.cancellation),
  };
}

export const offeringSeeds = {
  "course-bergen": bergenCourse,
  festival,
  "course-digital": digitalCourse,
  "network-meeting": networkMeeting,
} as const satisfies Readonly<Record<string, OfferingSeed>>;

export type OfferingName = keyof typeof offeringSeeds;
