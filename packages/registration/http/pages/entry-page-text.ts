import type { Locale } from "#kernel/locale";

const nb = {
  title: (offering: string) => `Venteliste: ${offering}`,
  waiting: {
    heading: (position: number) => `Du er nummer ${position} på ventelisten`,
    body: "Blir det ledig plass til deg, får du et tilbud på e-post. Da har du 48 timer på å svare, eller til påmeldingen stenger.",
    leave: "Gå ut av ventelisten",
  },
  offered: {
    heading: "Det er en ledig plass til deg",
    body: (until: string) => `Vi holder den av til ${until}. Svarer du ikke innen da, går den til neste på listen.`,
    take: "Ta plassen",
    decline: "Nei takk",
  },
  late: {
    heading: "Svarfristen er ute",
    body: "Plassen går videre til neste på ventelisten. Vil du fortsatt være med, kan du sette deg på listen på nytt.",
  },
  accepted: { heading: "Du har tatt plassen", body: "Du finner bestillingen din med lenken i e-posten om den." },
  declined: {
    heading: "Du har takket nei",
    body: "Plassen går videre til neste på ventelisten. Ombestemmer du deg, kan du sette deg på listen på nytt.",
  },
  closed: {
    heading: "Arrangementet er avlyst",
    body: "Ventelisten er lukket. Du trenger ikke å gjøre noe.",
  },
  lapsed: {
    heading: "Svarfristen gikk ut",
    body: "Plassen er gått videre til neste på ventelisten. Vil du fortsatt være med, kan du sette deg på listen på nytt.",
  },
  left: {
    heading: "Du står ikke lenger på ventelisten",
    body: "Ombestemmer du deg, kan du sette deg på listen på nytt. Da kommer du bakerst i køen.",
  },
  facts: { when: "Tid", where: "Sted", online: "På nett", ticket: "Billett", price: "Pris" },
  confirm: {
    leaveTitle: "Gå ut av ventelisten?",
    leaveBody: "Du mister plassen din i køen. Det kan ikke gjøres om.",
    leaveButton: "Ja, gå ut av ventelisten",
    declineTitle: "Si nei takk til plassen?",
    declineBody: "Plassen går til neste på ventelisten. Det kan ikke gjøres om.",
    declineButton: "Ja, si nei takk",
    back: "Nei, gå tilbake",
  },
};

type EntryPageText = typeof nb;

const nn: EntryPageText = {
  title: (offering) => `Venteliste: ${offering}`,
  waiting: {
    heading: (position) => `Du er nummer ${position} på ventelista`,
    body: "Blir det ledig plass til deg, får du eit tilbod på e-post. Då har du 48 timar på å svare, eller til påmeldinga stengjer.",
    leave: "Gå ut av ventelista",
  },
  offered: {
    heading: "Det er ein ledig plass til deg",
    body: (until) => `Vi held han av til ${until}. Svarar du ikkje innan då, går han til neste på lista.`,
    take: "Ta plassen",
    decline: "Nei takk",
  },
  late: {
    heading: "Svarfristen er ute",
    body: "Plassen går vidare til neste på ventelista. Vil du framleis vere med, kan du setje deg på lista på nytt.",
  },
  accepted: { heading: "Du har teke plassen", body: "Du finn bestillinga di med lenkja i e-posten om henne." },
  declined: {
    heading: "Du har takka nei",
    body: "Plassen går vidare til neste på ventelista. Ombestemmer du deg, kan du setje deg på lista på nytt.",
  },
  closed: {
    heading: "Arrangementet er avlyst",
    body: "Ventelista er lukka. Du treng ikkje å gjere noko.",
  },
  lapsed: {
    heading: "Svarfristen gjekk ut",
    body: "Plassen er gått vidare til neste på ventelista. Vil du framleis vere med, kan du setje deg på lista på nytt.",
  },
  left: {
    heading: "Du står ikkje lenger på ventelista",
    body: "Ombestemmer du deg, kan du setje deg på lista på nytt. Då kjem du bakarst i køen.",
  },
  facts: { when: "Tid", where: "Stad", online: "På nett", ticket: "Billett", price: "Pris" },
  confirm: {
    leaveTitle: "Gå ut av ventelista?",
    leaveBody: "Du mistar plassen din i køen. Det kan ikkje gjerast om.",
    leaveButton: "Ja, gå ut av ventelista",
    declineTitle: "Seie nei takk til plassen?",
    declineBody: "Plassen går til neste på ventelista. Det kan ikkje gjerast om.",
    declineButton: "Ja, sei nei takk",
    back: "Nei, gå tilbake",
  },
};

const en: EntryPageText = {
  title: (offering) => `Waiting list: ${offering}`,
  waiting: {
    heading: (position) => `You are number ${position} on the waiting list`,
    body: "When there is a place for you, you get an offer by e-mail. You then have 48 hours to answer, or until sign-up closes.",
    leave: "Leave the waiting list",
  },
  offered: {
    heading: "There is a place for you",
    body: (until) => `We keep it for you until ${until}. Without an answer by then, it goes to the next in line.`,
    take: "Take the place",
    decline: "No, thank you",
  },
  late: {
    heading: "The time to answer is up",
    body: "The place goes to the next in line. If you still want to come, you can join the list again.",
  },
  accepted: { heading: "You have taken the place", body: "You find your order by the link in the e-mail about it." },
  declined: {
    heading: "You have said no",
    body: "The place goes to the next in line. If you change your mind, you can join the list again.",
  },
  closed: {
    heading: "This event is cancelled",
    body: "The waiting list is closed. There is nothing you need to do.",
  },
  lapsed: {
    heading: "The time to answer ran out",
    body: "The place has gone to the next in line. If you still want to come, you can join the list again.",
  },
  left: {
    heading: "You are not on the waiting list any more",
    body: "If you change your mind, you can join the list again. You then start at the end of the line.",
  },
  facts: { when: "When", where: "Where", online: "Online", ticket: "Ticket", price: "Price" },
  confirm: {
    leaveTitle: "Leave the waiting list?",
    leaveBody: "You lose your position in the line. This can't be undone.",
    leaveButton: "Yes, leave the waiting list",
    declineTitle: "Say no to the place?",
    declineBody: "The place goes to the next in line. This can't be undone.",
    declineButton: "Yes, say no",
    back: "No, go back",
  },
};

export const ENTRY_PAGE_TEXT: Readonly<Record<Locale, EntryPageText>> = { nb, nn, en };
