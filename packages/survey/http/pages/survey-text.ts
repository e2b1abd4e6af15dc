import type { Locale } from "#kernel/locale";

/** What the participant's pages say. */
const nb = {
  ends: ["stemmer ikke i det hele tatt", "stemmer helt"] as [string, string],
  withdraw: "Trekk deg fra følgeevalueringen",
  consent: {
    title: "Vil du være med?",
    intro: (study: string, gathering: string, until: string) =>
      `${study}. Skjemaet for samlingen «${gathering}» er åpent til ${until} og tar omtrent to minutter.`,
    declined: {
      heading: "Du har sagt nei",
      body: "Du får ikke flere e-poster om følgeevalueringen. Ombestemmer du deg, kan du svare ja her.",
    },
    withdrawn: {
      heading: "Du har trukket deg",
      body: "Svarene dine er slettet. Vil du være med likevel, kan du samtykke på nytt her. Da begynner du fra begynnelsen.",
    },
    limit: (limit: number) => `Et gjennomsnitt vises bare når minst ${limit} har svart.`,
    choice: "Hvilket skjema passer for deg?",
    choiceWhy: "Du svarer på det samme skjemaet hele året. Velg det du arbeider mest med.",
    choiceMissing: "Velg hvilket skjema som passer for deg",
    yes: "Jeg har lest dette og vil være med",
    no: "Nei, jeg vil ikke være med",
  },
  step: {
    title: (value: string, number: number, of: number) => `${value}, del ${number} av ${of}`,
    scale: "Gi hver påstand et tall. 1 betyr at den ikke stemmer i det hele tatt, 10 at den stemmer helt.",
    saves:
      "Svarene lagres når du går videre. Du kan la noe stå åpent og ta det senere, men skjemaet teller først når alle påstandene har fått et tall.",
    save: "Lagre og gå videre",
    finish: "Lagre og avslutt",
    back: "Forrige side",
    wrong: (statement: string) => `Velg et helt tall fra 1 til 10: ${statement}`,
    changed:
      "Svarene dine ble lagret fra et annet vindu i mellomtiden, så dette er ikke lagret ennå. Se over, og lagre på nytt hvis det er dette som skal gjelde.",
  },
  overview: {
    title: (gathering: string) => `Skjemaet for samlingen «${gathering}»`,
    done: {
      heading: "Takk! Alle svarene dine er lagret",
      body: (until: string) => `Du kan endre dem til ${until}. Bruk den samme lenken på denne enheten.`,
    },
    left: {
      heading: (left: number) => `Du mangler svar på ${left} ${left === 1 ? "påstand" : "påstander"}`,
      body: (until: string) =>
        `Det du har svart, er lagret. Skjemaet teller først når alle påstandene har fått et tall. Du kan svare til ${until}.`,
      next: "Fortsett der du mangler svar",
    },
    parts: "Se over svarene dine",
    part: (value: string, answered: number, of: number) => `${value}: ${answered} av ${of} besvart`,
  },
  closed: {
    title: "Skjemaet er lukket",
    body: (gathering: string) =>
      `Skjemaet for samlingen «${gathering}» kan ikke besvares lenger. Ved neste samling får du en ny lenke på e-post.`,
    mayWithdraw: (until: string) => `Du kan fortsatt trekke deg. Det går til ${until}.`,
  },
  withdrawal: {
    title: "Trekke deg fra følgeevalueringen?",
    removes: "Vi sletter alle svarene du har gitt, fra alle samlingene. Det kan ikke gjøres om.",
    stays:
      "Gjennomsnitt som alt er publisert, blir stående, for de kan ikke regnes tilbake til deg. Plassen din og kompetansebeviset er som før.",
    button: "Ja, trekk meg og slett svarene",
    back: "Nei, jeg blir med videre",
    doneTitle: "Du har trukket deg",
    done: (removed: number) =>
      removed === 0
        ? "Du hadde ingen lagrede svar. Du får ikke flere e-poster om følgeevalueringen."
        : `Vi har slettet svarene dine fra ${removed} ${removed === 1 ? "samling" : "samlinger"}. Du får ikke flere e-poster om følgeevalueringen.`,
    published: (published: number) =>
      published === 1
        ? "Gjennomsnittet fra én av dem er publisert og blir stående."
        : `Gjennomsnittene fra ${published} av dem er publisert og blir stående.`,
    regret: "Ombestemmer du deg mens et skjema er åpent, kan du samtykke på nytt med lenken til det.",
    never: "Du har ikke samtykket, så det er ingen svar å slette.",
  },
  link: {
    ask: "Send meg en ny lenke",
    asksWhy: "Den nye lenken sendes til e-postadressen du er påmeldt med. Da slutter den gamle å virke.",
    cookies:
      "Er dette den enheten du svarte fra? Da må nettleseren godta informasjonskapsler og ikke være i privat modus.",
    sentTitle: "Vi har sendt deg en ny lenke",
    sent: "Se i innboksen til adressen du er påmeldt med, og i søppelposten om du ikke finner den.",
    toForm: "Til skjemaet",
  },
};

export type SurveyText = typeof nb;

const nn: SurveyText = {
  ends: ["stemmer ikkje i det heile", "stemmer heilt"],
  withdraw: "Trekk deg frå følgjeevalueringa",
  consent: {
    title: "Vil du vere med?",
    intro: (study, gathering, until) =>
      `${study}. Skjemaet for samlinga «${gathering}» er ope til ${until} og tek omtrent to minutt.`,
    declined: {
      heading: "Du har sagt nei",
      body: "Du får ikkje fleire e-postar om følgjeevalueringa. Ombestemmer du deg, kan du svare ja her.",
    },
    withdrawn: {
      heading: "Du har trekt deg",
      body: "Svara dine er sletta. Vil du vere med likevel, kan du samtykkje på nytt her. Då byrjar du frå byrjinga.",
    },
    limit: (limit) => `Eit gjennomsnitt blir berre vist når minst ${limit} har svart.`,
    choice: "Kva skjema passar for deg?",
    choiceWhy: "Du svarer på det same skjemaet heile året. Vel det du arbeider mest med.",
    choiceMissing: "Vel kva skjema som passar for deg",
    yes: "Eg har lese dette og vil vere med",
    no: "Nei, eg vil ikkje vere med",
  },
  step: {
    title: (value, number, of) => `${value}, del ${number} av ${of}`,
    scale: "Gi kvar påstand eit tal. 1 betyr at han ikkje stemmer i det heile, 10 at han stemmer heilt.",
    saves:
      "Svara blir lagra når du går vidare. Du kan la noko stå ope og ta det seinare, men skjemaet tel først når alle påstandane har fått eit tal.",
    save: "Lagre og gå vidare",
    finish: "Lagre og avslutt",
    back: "Førre side",
    wrong: (statement) => `Vel eit heilt tal frå 1 til 10: ${statement}`,
    changed:
      "Svara dine vart lagra frå eit anna vindauge i mellomtida, så dette er ikkje lagra enno. Sjå over, og lagre på nytt om det er dette som skal gjelde.",
  },
  overview: {
    title: (gathering) => `Skjemaet for samlinga «${gathering}»`,
    done: {
      heading: "Takk! Alle svara dine er lagra",
      body: (until) => `Du kan endre dei til ${until}. Bruk den same lenkja på denne eininga.`,
    },
    left: {
      heading: (left) => `Du manglar svar på ${left} ${left === 1 ? "påstand" : "påstandar"}`,
      body: (until) =>
        `Det du har svart, er lagra. Skjemaet tel først når alle påstandane har fått eit tal. Du kan svare til ${until}.`,
      next: "Hald fram der du manglar svar",
    },
    parts: "Sjå over svara dine",
    part: (value, answered, of) => `${value}: ${answered} av ${of} svarte på`,
  },
  closed: {
    title: "Skjemaet er lukka",
    body: (gathering) =>
      `Det går ikkje lenger an å svare på skjemaet for samlinga «${gathering}». Ved neste samling får du ei ny lenkje på e-post.`,
    mayWithdraw: (until) => `Du kan framleis trekkje deg. Det går til ${until}.`,
  },
  withdrawal: {
    title: "Trekkje deg frå følgjeevalueringa?",
    removes: "Vi slettar alle svara du har gitt, frå alle samlingane. Det kan ikkje gjerast om.",
    stays:
      "Gjennomsnitt som alt er publiserte, blir ståande, for dei kan ikkje reknast tilbake til deg. Plassen din og kompetansebeviset er som før.",
    button: "Ja, trekk meg og slett svara",
    back: "Nei, eg blir med vidare",
    doneTitle: "Du har trekt deg",
    done: (removed) =>
      removed === 0
        ? "Du hadde ingen lagra svar. Du får ikkje fleire e-postar om følgjeevalueringa."
        : `Vi har sletta svara dine frå ${removed} ${removed === 1 ? "samling" : "samlingar"}. Du får ikkje fleire e-postar om følgjeevalueringa.`,
    published: (published) =>
      published === 1
        ? "Gjennomsnittet frå éi av dei er publisert og blir ståande."
        : `Gjennomsnitta frå ${published} av dei er publiserte og blir ståande.`,
    regret: "Ombestemmer du deg medan eit skjema er ope, kan du samtykkje på nytt med lenkja til det.",
    never: "Du har ikkje samtykt, så det er ingen svar å slette.",
  },
  link: {
    ask: "Send meg ei ny lenkje",
    asksWhy: "Den nye lenkja blir send til e-postadressa du er påmeld med. Då sluttar den gamle å verke.",
    cookies:
      "Er dette den eininga du svarte frå? Då må nettlesaren godta informasjonskapslar og ikkje vere i privat modus.",
    sentTitle: "Vi har sendt deg ei ny lenkje",
    sent: "Sjå i innboksen til adressa du er påmeld med, og i søppelposten om du ikkje finn henne.",
    toForm: "Til skjemaet",
  },
};

const en: SurveyText = {
  ends: ["not true at all", "entirely true"],
  withdraw: "Withdraw from the survey",
  consent: {
    title: "Will you take part?",
    intro: (study, gathering, until) =>
      `${study}. The form for the gathering “${gathering}” is open until ${until}, and takes about two minutes.`,
    declined: {
      heading: "You have said no",
      body: "You get no more mails about the survey. If you change your mind, you can say yes here.",
    },
    withdrawn: {
      heading: "You have withdrawn",
      body: "Your answers are deleted. If you want to take part after all, you can consent again here. You then begin anew.",
    },
    limit: (limit) => `A mean is shown only when at least ${limit} have answered.`,
    choice: "Which form is right for you?",
    choiceWhy: "You answer the same form the whole year. Choose what you work with most.",
    choiceMissing: "Choose which form is right for you",
    yes: "I have read this and want to take part",
    no: "No, I don't want to take part",
  },
  step: {
    title: (value, number, of) => `${value}, part ${number} of ${of}`,
    scale: "Give each statement a number. 1 means that it is not true at all, 10 that it is entirely true.",
    saves:
      "Your answers are saved when you go on. You may leave some for later, but the form counts only when every statement has a number.",
    save: "Save and go on",
    finish: "Save and finish",
    back: "Previous page",
    wrong: (statement) => `Choose a whole number from 1 to 10: ${statement}`,
    changed:
      "Your answers were saved from another window meanwhile, so this is not saved yet. Look it over, and save again if this is what should stand.",
  },
  overview: {
    title: (gathering) => `The form for the gathering “${gathering}”`,
    done: {
      heading: "Thank you! All your answers are saved",
      body: (until) => `You can change them until ${until}. Use the same link on this device.`,
    },
    left: {
      heading: (left) => `${left} ${left === 1 ? "statement has" : "statements have"} no answer yet`,
      body: (until) =>
        `What you have answered is saved. The form counts only when every statement has a number. You can answer until ${until}.`,
      next: "Go on where answers are missing",
    },
    parts: "Look over your answers",
    part: (value, answered, of) => `${value}: ${answered} of ${of} answered`,
  },
  closed: {
    title: "The form is closed",
    body: (gathering) =>
      `The form for the gathering “${gathering}” can't be answered any more. At the next gathering you get a new link by mail.`,
    mayWithdraw: (until) => `You can still withdraw, until ${until}.`,
  },
  withdrawal: {
    title: "Withdraw from the survey?",
    removes: "We delete all the answers you have given, from all the gatherings. This can't be undone.",
    stays:
      "Means that have already been published stay, for they can't be traced back to you. Your place and your certificate are as before.",
    button: "Yes, withdraw me and delete my answers",
    back: "No, I stay",
    doneTitle: "You have withdrawn",
    done: (removed) =>
      removed === 0
        ? "You had no saved answers. You get no more mails about the survey."
        : `We have deleted your answers from ${removed} ${removed === 1 ? "gathering" : "gatherings"}. You get no more mails about the survey.`,
    published: (published) =>
      published === 1
        ? "The means of one of them have been published, and stay."
        : `The means of ${published} of them have been published, and stay.`,
    regret: "If you change your mind while a form is open, you can consent again by the link to it.",
    never: "You haven't consented, so there are no answers to delete.",
  },
  link: {
    ask: "Mail me a new link",
    asksWhy: "The new link goes to the mail address you are signed up with. The old one then stops working.",
    cookies: "Is this the device you answered from? Then the browser must accept cookies and not be in private mode.",
    sentTitle: "We have mailed you a new link",
    sent: "Look in the inbox of the address you are signed up with, and in the junk mail if you don't find it.",
    toForm: "To the form",
  },
};

export const SURVEY_TEXT: Readonly<Record<Locale, SurveyText>> = { nb, nn, en };
