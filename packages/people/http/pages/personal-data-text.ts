import type { Locale } from "#kernel/locale";

const nb = {
  title: "Opplysningene dine",
  intro:
    "Her kan du se hvilke opplysninger vi har om deg, eller be om at de slettes. Vi går etter e-postadressen din, og må først vite at den er din.",
  prove: "Bekreft e-postadressen din",
  email: "E-postadressen du har bekreftet",
  emailWrong: "Skriv en hel e-postadresse, som navn@example.no",
  kindLegend: "Hva vil du?",
  kindWrong: "Velg om du vil se opplysningene eller få dem slettet",
  kindExport: "Se opplysningene dere har om meg",
  kindErasure: "Slette opplysningene dere har om meg",
  go: "Gå videre",
  exportTitle: "Opplysningene vi har om deg",
  exportWorking: "Vi samler opplysningene",
  exportWorkingBody: "Det tar noen minutter. Du får en e-post når de er klare. Du kan også laste denne siden på nytt.",
  exportUntil: (time: string) => `Siden er åpen til ${time}, og så slettes den.`,
  exportOthers: "Andre du har meldt på, står ikke her: de får vite om seg selv.",
  exportNothing: "Vi har ingenting om deg.",
  exportJson: "Hent det samme som en fil som maskiner kan lese (JSON)",
  exportMore: "Opplysningene er så mange at de er delt på flere sider.",
  exportNext: "Neste side",
  incomplete: "Noe gjenstår",
  exportIncomplete: (what: string) =>
    `Noe kan ikke leses og mangler her: ${what}. Vi har fått beskjed og retter det. Be om opplysningene på nytt om noen dager.`,
  erasureIncomplete: (what: string) =>
    `Noe kan ikke leses og er ikke slettet ennå: ${what}. Vi har fått beskjed og retter det. Da slettes det av seg selv, og du får en e-post.`,
  erasureTitle: "Slett opplysningene om deg",
  erasureAsk: "Vil du slette opplysningene vi har om deg?",
  erasureAskBody:
    "Det kan ikke gjøres om. Kontoen din, mappen din og det du har skrevet, forsvinner, og lenkene i e-postene virker ikke lenger. Noe må vi ta vare på, som regnskap og kompetansebevis. Du får vite hva, hvorfor og hvor lenge.",
  erasureConfirm: "Ja, slett opplysningene",
  erasureWorking: "Vi sletter opplysningene",
  erasureWorkingBody:
    "Det tar noen minutter. Du får en e-post når det er gjort. Du kan også laste denne siden på nytt.",
  erasureDone: "Det er gjort",
  erasureAgain: (day: string) => `Noe trenger vi ennå. Det ser vi på igjen ${day}, og da slettes det av seg selv.`,
  erasureNothing: "Vi hadde ingenting om deg.",
  copies: "Sikkerhetskopier forsvinner av seg selv etter 35 dager, og slettede filer etter 7 dager.",
  caption: "Hva som ble slettet, og hva vi må ta vare på",
  head: { what: "Hva", did: "Hva vi gjorde", count: "Antall", why: "Hvorfor", until: "Til" },
  did: { erase: "Slettet", pseudonymise: "Gjort navnløst", restrict: "Sperret", keep: "Beholdt" },
  forGood: "For godt",
};

export type PersonalDataText = typeof nb;

const nn: PersonalDataText = {
  title: "Opplysningane dine",
  intro:
    "Her kan du sjå kva opplysningar vi har om deg, eller be om at dei blir sletta. Vi går etter e-postadressa di, og må først vite at ho er di.",
  prove: "Stadfest e-postadressa di",
  email: "E-postadressa du har stadfesta",
  emailWrong: "Skriv ei heil e-postadresse, som namn@example.no",
  kindLegend: "Kva vil du?",
  kindWrong: "Vel om du vil sjå opplysningane eller få dei sletta",
  kindExport: "Sjå opplysningane de har om meg",
  kindErasure: "Slette opplysningane de har om meg",
  go: "Gå vidare",
  exportTitle: "Opplysningane vi har om deg",
  exportWorking: "Vi samlar opplysningane",
  exportWorkingBody: "Det tek nokre minutt. Du får ein e-post når dei er klare. Du kan òg laste denne sida på nytt.",
  exportUntil: (time) => `Sida er open til ${time}, og så blir ho sletta.`,
  exportOthers: "Andre du har meldt på, står ikkje her: dei får vite om seg sjølve.",
  exportNothing: "Vi har ingenting om deg.",
  exportJson: "Hent det same som ei fil som maskiner kan lese (JSON)",
  exportMore: "Opplysningane er så mange at dei er delte på fleire sider.",
  exportNext: "Neste side",
  incomplete: "Noko står att",
  exportIncomplete: (what) =>
    `Noko kan ikkje lesast og manglar her: ${what}. Vi har fått beskjed og rettar det. Be om opplysningane på nytt om nokre dagar.`,
  erasureIncomplete: (what) =>
    `Noko kan ikkje lesast og er ikkje sletta enno: ${what}. Vi har fått beskjed og rettar det. Då blir det sletta av seg sjølv, og du får ein e-post.`,
  erasureTitle: "Slett opplysningane om deg",
  erasureAsk: "Vil du slette opplysningane vi har om deg?",
  erasureAskBody:
    "Det kan ikkje gjerast om. Kontoen din, mappa di og det du har skrive, forsvinn, og lenkjene i e-postane verkar ikkje lenger. Noko må vi ta vare på, som rekneskap og kompetansebevis. Du får vite kva, kvifor og kor lenge.",
  erasureConfirm: "Ja, slett opplysningane",
  erasureWorking: "Vi slettar opplysningane",
  erasureWorkingBody: "Det tek nokre minutt. Du får ein e-post når det er gjort. Du kan òg laste denne sida på nytt.",
  erasureDone: "Det er gjort",
  erasureAgain: (day) => `Noko treng vi enno. Det ser vi på att ${day}, og då blir det sletta av seg sjølv.`,
  erasureNothing: "Vi hadde ingenting om deg.",
  copies: "Tryggingskopiar forsvinn av seg sjølve etter 35 dagar, og sletta filer etter 7 dagar.",
  caption: "Kva som vart sletta, og kva vi må ta vare på",
  head: { what: "Kva", did: "Kva vi gjorde", count: "Tal", why: "Kvifor", until: "Til" },
  did: { erase: "Sletta", pseudonymise: "Gjort namnlaust", restrict: "Sperra", keep: "Behalde" },
  forGood: "For godt",
};

const en: PersonalDataText = {
  title: "Your data",
  intro:
    "Here you can see the data we have about you, or ask us to erase it. We go by your e-mail address, and must first know that it is yours.",
  prove: "Confirm your e-mail address",
  email: "The e-mail address you have confirmed",
  emailWrong: "Write a whole e-mail address, such as name@example.no",
  kindLegend: "What do you want?",
  kindWrong: "Choose whether to see the data or to have it erased",
  kindExport: "See the data you have about me",
  kindErasure: "Erase the data you have about me",
  go: "Go on",
  exportTitle: "The data we have about you",
  exportWorking: "We are gathering the data",
  exportWorkingBody: "It takes a few minutes. You get an e-mail when it is ready. You can also load this page again.",
  exportUntil: (time) => `The page is open until ${time}, and then it is deleted.`,
  exportOthers: "Others whom you have signed up are not here: they are told of themselves.",
  exportNothing: "We have nothing about you.",
  exportJson: "Get the same as a file that machines can read (JSON)",
  exportMore: "There is so much data that it is spread over several pages.",
  exportNext: "Next page",
  incomplete: "Something is left to do",
  exportIncomplete: (what) =>
    `Something can't be read and is missing here: ${what}. We have been told and are mending it. Ask for the data again in a few days.`,
  erasureIncomplete: (what) =>
    `Something can't be read and is not erased yet: ${what}. We have been told and are mending it. Then it is erased by itself, and you get an e-mail.`,
  erasureTitle: "Erase the data about you",
  erasureAsk: "Do you want to erase the data we have about you?",
  erasureAskBody:
    "It can't be undone. Your account, your portfolio and what you have written disappear, and the links in our mails stop working. Some of it we must keep, such as accounts and certificates. You are told what, why and for how long.",
  erasureConfirm: "Yes, erase the data",
  erasureWorking: "We are erasing the data",
  erasureWorkingBody: "It takes a few minutes. You get an e-mail when it is done. You can also load this page again.",
  erasureDone: "It is done",
  erasureAgain: (day) => `Some of it we still need. We look at that again on ${day}, and then it is erased by itself.`,
  erasureNothing: "We had nothing about you.",
  copies: "Backups disappear by themselves after 35 days, and deleted files after 7 days.",
  caption: "What was erased, and what we must keep",
  head: { what: "What", did: "What we did", count: "How many", why: "Why", until: "Until" },
  did: { erase: "Erased", pseudonymise: "Made nameless", restrict: "Restricted", keep: "Kept" },
  forGood: "For good",
};

export const PERSONAL_DATA_TEXT: Readonly<Record<Locale, PersonalDataText>> = { nb, nn, en };
