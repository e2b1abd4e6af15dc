import type { Locale } from "#kernel/locale";

const nb = {
  title: (organisation: string) => `Avtalen med ${organisation}`,
  period: "Avtalen gjelder",
  days: (from: string, to: string) => `${from} til og med ${to}`,
  seats: "Treneplasser",
  used: (used: number, free: number) => `${used} brukt, ${free} igjen`,
  material: "Materiell per deltaker",
  unused: {
    heading: "Dere har treneplasser som snart går ut",
    body: (to: string) => `Avtalen går ut ${to}. En plass gjelder bare for kull som begynner før det.`,
  },
  participants: {
    heading: "Deltakere i trenerutdanningen",
    none: "Ingen plasser er brukt ennå.",
    starts: (day: string) => `Begynner ${day}`,
    replace: "Bytt deltaker",
    move: "Flytt til et annet kull",
    giveBack: "Gi tilbake plassen",
    until: (day: string) => `Plassen kan flyttes eller gis tilbake fram til ${day}.`,
  },
  cohorts: {
    heading: "Kull dere kan velge",
    none: "Det er ingen kull å melde på til akkurat nå. Vi legger ut nye kull hver vår.",
    allUsed: "Alle treneplassene er brukt. Gi tilbake en plass for å bruke den på nytt.",
    open: (places: number) => (places === 1 ? "1 ledig plass" : `${places} ledige plasser`),
    name: (cohort: string) => `Meld på en deltaker til ${cohort}`,
  },
  meetings: {
    heading: "Møter",
    year: (year: number, from: string, to: string) => `År ${year}: ${from} – ${to}`,
    kind: "Møte",
    promised: "Avtalt",
    planned: "Planlagt",
    held: "Holdt",
    coming: "Planlagte møter",
    kinds: {
      "core-group": "Kjernegruppe",
      staff: "Personalet",
      "planning-day": "Planleggingsdag",
      "smart-relasjon": "SMART relasjon",
    },
  },
  materials: {
    heading: "Materiell til de ansatte",
    body: (price: string) =>
      `Hver ansatt kan få en bok for trinnet de arbeider på, og en kortstokk. Et sett koster ${price} med mva.`,
    ordered: (orders: number) => (orders === 1 ? "Dere har bestilt én gang." : `Dere har bestilt ${orders} ganger.`),
    order: "Bestill sett",
    over: (to: string) => `Avtalen gikk ut ${to}. Spør oss om en ny avtale hvis dere vil fortsette.`,
  },
};

export type AgreementPageText = typeof nb;

const nn: AgreementPageText = {
  title: (organisation) => `Avtalen med ${organisation}`,
  period: "Avtalen gjeld",
  days: (from, to) => `${from} til og med ${to}`,
  seats: "Treneplassar",
  used: (used, free) => `${used} brukte, ${free} att`,
  material: "Materiell per deltakar",
  unused: {
    heading: "De har treneplassar som snart går ut",
    body: (to) => `Avtalen går ut ${to}. Ein plass gjeld berre for kull som byrjar før det.`,
  },
  participants: {
    heading: "Deltakarar i trenarutdanninga",
    none: "Ingen plassar er brukte enno.",
    starts: (day) => `Byrjar ${day}`,
    replace: "Byt deltakar",
    move: "Flytt til eit anna kull",
    giveBack: "Gje tilbake plassen",
    until: (day) => `Plassen kan flyttast eller gjevast tilbake fram til ${day}.`,
  },
  cohorts: {
    heading: "Kull de kan velje",
    none: "Det er ingen kull å melde på til akkurat no. Vi legg ut nye kull kvar vår.",
    allUsed: "Alle treneplassane er brukte. Gje tilbake ein plass for å bruke han på nytt.",
    open: (places) => (places === 1 ? "1 ledig plass" : `${places} ledige plassar`),
    name: (cohort) => `Meld på ein deltakar til ${cohort}`,
  },
  meetings: {
    heading: "Møte",
    year: (year, from, to) => `År ${year}: ${from} – ${to}`,
    kind: "Møte",
    promised: "Avtalt",
    planned: "Planlagt",
    held: "Halde",
    coming: "Planlagde møte",
    kinds: {
      "core-group": "Kjernegruppe",
      staff: "Personalet",
      "planning-day": "Planleggingsdag",
      "smart-relasjon": "SMART relasjon",
    },
  },
  materials: {
    heading: "Materiell til dei tilsette",
    body: (price) =>
      `Kvar tilsett kan få ei bok for trinnet dei arbeider på, og ein kortstokk. Eit sett kostar ${price} med mva.`,
    ordered: (orders) => (orders === 1 ? "De har bestilt éin gong." : `De har bestilt ${orders} gonger.`),
    order: "Bestill sett",
    over: (to) => `Avtalen gjekk ut ${to}. Spør oss om ein ny avtale om de vil halde fram.`,
  },
};

const en: AgreementPageText = {
  title: (organisation) => `The agreement with ${organisation}`,
  period: "The agreement runs",
  days: (from, to) => `from ${from} to ${to}`,
  seats: "Trainer seats",
  used: (used, free) => `${used} used, ${free} left`,
  material: "Material for each participant",
  unused: {
    heading: "You have trainer seats that run out soon",
    body: (to) => `The agreement ends on ${to}. A seat is good only for a cohort that starts before then.`,
  },
  participants: {
    heading: "Participants at trainer education",
    none: "No seat has been used yet.",
    starts: (day) => `Starts on ${day}`,
    replace: "Change the participant",
    move: "Move to another cohort",
    giveBack: "Give the seat back",
    until: (day) => `The seat can be moved or given back until ${day}.`,
  },
  cohorts: {
    heading: "Cohorts to choose from",
    none: "There is no cohort to sign up for just now. We publish new ones every spring.",
    allUsed: "All the trainer seats are used. Give one back to use it again.",
    open: (places) => (places === 1 ? "1 place free" : `${places} places free`),
    name: (cohort) => `Sign somebody up for ${cohort}`,
  },
  meetings: {
    heading: "Meetings",
    year: (year, from, to) => `Year ${year}: ${from} – ${to}`,
    kind: "Meeting",
    promised: "Agreed",
    planned: "Planned",
    held: "Held",
    coming: "Planned meetings",
    kinds: {
      "core-group": "Core group",
      staff: "Staff",
      "planning-day": "Planning day",
      "smart-relasjon": "SMART relasjon",
    },
  },
  materials: {
    heading: "Materials for your staff",
    body: (price) =>
      `Each employee can have a book by the grade they work at, and a deck of cards. A set is ${price} with VAT.`,
    ordered: (orders) => (orders === 1 ? "You have ordered once." : `You have ordered ${orders} times.`),
    order: "Order sets",
    over: (to) => `The agreement ended on ${to}. Ask us for a new one if you want to go on.`,
  },
};

export const AGREEMENT_PAGE_TEXT: Readonly<Record<Locale, AgreementPageText>> = { nb, nn, en };
