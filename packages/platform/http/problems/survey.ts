import type { SurveyErrors } from "#kernel/errors/survey";
import { formatDate } from "#kernel/norwegian-time";
import type { Problems } from "./problem-row.ts";

export const surveyProblems: Problems<SurveyErrors> = {
  "survey-link-unknown": {
    status: 404,
    text: () => ({
      nb: "Denne lenken virker ikke. Bruk lenken i den siste e-posten du fikk om følgeevalueringen, eller ta kontakt med senteret.",
      nn: "Denne lenkja verkar ikkje. Bruk lenkja i den siste e-posten du fekk om følgjeevalueringa, eller ta kontakt med senteret.",
      en: "This link doesn't work. Use the link in the last mail you got about the survey, or contact the centre.",
    }),
  },
  "survey-link-replaced": {
    status: 410,
    text: () => ({
      nb: "Du har fått en nyere lenke på e-post. Bruk den.",
      nn: "Du har fått ei nyare lenkje på e-post. Bruk den.",
      en: "A newer link was mailed to you. Use that one.",
    }),
  },
  "survey-link-in-use": {
    status: 409,
    text: () => ({
      nb: "Denne lenken er i bruk på en annen enhet. Fortsett der, eller be om en ny lenke på e-post.",
      nn: "Denne lenkja er i bruk på ei anna eining. Hald fram der, eller be om ei ny lenkje på e-post.",
      en: "This link is in use on another device. Go on there, or ask for a new link by mail.",
    }),
  },
  "survey-wave-closed": {
    status: 410,
    text: () => ({
      nb: "Skjemaet er lukket, så svarene ble ikke lagret. Ved neste samling får du en ny lenke.",
      nn: "Skjemaet er lukka, så svara vart ikkje lagra. Ved neste samling får du ei ny lenkje.",
      en: "The form is closed, so nothing was saved. You get a new link at the next gathering.",
    }),
  },
  "survey-consent-missing": {
    status: 409,
    text: () => ({
      nb: "Du har ikke samtykket, eller har trukket samtykket, så svarene ble ikke lagret. Åpne lenken på nytt hvis du vil være med.",
      nn: "Du har ikkje samtykt, eller har trekt samtykket, så svara vart ikkje lagra. Opne lenkja på nytt om du vil vere med.",
      en: "You haven't consented, or have withdrawn, so nothing was saved. Open the link again if you want to take part.",
    }),
  },
  "survey-consent-text-changed": {
    status: 409,
    text: () => ({
      nb: "Dette er ikke teksten som gjelder nå. Åpne lenken på nytt, les teksten og svar der.",
      nn: "Dette er ikkje teksten som gjeld no. Opne lenkja på nytt, les teksten og svar der.",
      en: "This is not the text that applies now. Open the link again, read the text, and answer there.",
    }),
  },
  "survey-answers-changed": {
    status: 409,
    text: () => ({
      nb: "Svarene dine er endret i et annet vindu, så disse ble ikke lagret. Åpne lenken på nytt for å se hva som gjelder.",
      nn: "Svara dine er endra i eit anna vindauge, så desse vart ikkje lagra. Opne lenkja på nytt for å sjå kva som gjeld.",
      en: "Your answers were changed in another window, so these weren't saved. Open the link again to see what is saved.",
    }),
  },
  "survey-statement-unknown": {
    status: 422,
    text: () => ({
      nb: "Noen av svarene hører ikke til skjemaet ditt, så ingenting ble lagret. Åpne lenken på nytt, og svar der.",
      nn: "Nokre av svara høyrer ikkje til skjemaet ditt, så ingenting vart lagra. Opne lenkja på nytt, og svar der.",
      en: "Some of the answers don't belong to your form, so nothing was saved. Open the link again, and answer there.",
    }),
  },
  "survey-score-invalid": {
    status: 422,
    text: () => ({
      nb: "Velg et helt tall fra 1 til 10 for hver påstand. Ingenting ble lagret.",
      nn: "Vel eit heilt tal frå 1 til 10 for kvar påstand. Ingenting vart lagra.",
      en: "Choose a whole number from 1 to 10 for each statement. Nothing was saved.",
    }),
  },
  "survey-too-many-links": {
    status: 429,
    text: ({ retryAfterSeconds }) => {
      const minutes = Math.ceil(retryAfterSeconds / 60);
      return {
        nb: `Du har bedt om mange lenker på kort tid. Se i innboksen og søppelposten, eller prøv igjen om ${minutes} minutter.`,
        nn: `Du har bede om mange lenkjer på kort tid. Sjå i innboksen og søppelposten, eller prøv igjen om ${minutes} minutt.`,
        en: `You have asked for many links in a short time. Look in your inbox and junk mail, or try again in ${minutes} minutes.`,
      };
    },
  },
  "survey-mail-not-sent": {
    status: 503,
    text: () => ({
      nb: "E-posten kunne ikke sendes akkurat nå. Prøv igjen om litt.",
      nn: "E-posten kunne ikkje sendast akkurat no. Prøv igjen om litt.",
      en: "The mail could not be sent just now. Try again in a little while.",
    }),
  },
  "survey-form-fixed": {
    status: 409,
    text: () => ({
      nb: "Et kull bruker dette skjemaet, så det kan ikke endres. Lag en ny utgave i stedet.",
      nn: "Eit kull bruker dette skjemaet, så det kan ikkje endrast. Lag ei ny utgåve i staden.",
      en: "A cohort uses this form, so it can't be changed. Make a new version instead.",
    }),
  },
  "survey-forms-disagree": {
    status: 409,
    text: ({ statementIds }) => ({
      nb: `Samme påstand må ha samme tekst og verdi i skjema A og C, og ikke stå i tilleggsskjemaet: ${statementIds.join(", ")}. Rett skjemaene, og prøv på nytt.`,
      nn: `Same påstand må ha same tekst og verdi i skjema A og C, og ikkje stå i tilleggsskjemaet: ${statementIds.join(", ")}. Rett skjemaa, og prøv på nytt.`,
      en: `The same statement needs the same text and value in forms A and C, and can't be in the extra form: ${statementIds.join(", ")}. Correct the forms, and try again.`,
    }),
  },
  "survey-form-unknown": {
    status: 409,
    text: ({ kind, version }) => ({
      nb: `Det finnes ingen utgave ${version} av skjema ${kind}. Velg en som finnes, eller lag den først.`,
      nn: `Det finst inga utgåve ${version} av skjema ${kind}. Vel ei som finst, eller lag henne først.`,
      en: `There is no version ${version} of form ${kind}. Choose one that there is, or make it first.`,
    }),
  },
  "survey-limit-needs-reason": {
    status: 422,
    text: ({ usual }) => ({
      nb: `Skriv hvorfor grensen skal være lavere enn ${usual} svar, og prøv på nytt.`,
      nn: `Skriv kvifor grensa skal vere lågare enn ${usual} svar, og prøv på nytt.`,
      en: `Say why the limit is to be lower than ${usual} answers, and try again.`,
    }),
  },
  "survey-cohort-has-study": {
    status: 409,
    text: () => ({
      nb: "Kullet har alt en følgeevaluering. Bruk den som er der.",
      nn: "Kullet har alt ei følgjeevaluering. Bruk den som er der.",
      en: "The cohort has a survey already. Use the one that is there.",
    }),
  },
  "survey-cohort-unknown": {
    status: 409,
    text: () => ({
      nb: "Dette kullet finnes ikke. Velg et kull, og prøv på nytt.",
      nn: "Dette kullet finst ikkje. Vel eit kull, og prøv på nytt.",
      en: "There is no such cohort. Choose a cohort, and try again.",
    }),
  },
  "survey-cohort-over": {
    status: 409,
    text: () => ({
      nb: "Kullet har ingen samlinger igjen, så det er ingenting å spørre ved. Velg et annet kull.",
      nn: "Kullet har ingen samlingar igjen, så det er ingenting å spørje ved. Vel eit anna kull.",
      en: "The cohort has no gatherings left, so there is nothing to ask at. Choose another cohort.",
    }),
  },
  "survey-gathering-unknown": {
    status: 422,
    text: ({ dayIds }) => ({
      nb: `Tilleggsskjemaet kan bare stilles ved en samling, kjent ved sin første dag. Ta ut disse, og prøv på nytt: ${dayIds.join(", ")}.`,
      nn: `Tilleggsskjemaet kan berre stillast ved ei samling, kjend ved sin første dag. Ta ut desse, og prøv på nytt: ${dayIds.join(", ")}.`,
      en: `The extra form can only be asked at a gathering, known by its first day. Take these out, and try again: ${dayIds.join(", ")}.`,
    }),
  },
  "survey-closes-too-early": {
    status: 422,
    text: ({ lastWaveClosesAt }) => ({
      nb: `Følgeevalueringen kan ikke avsluttes før det siste skjemaet lukkes, ${formatDate(lastWaveClosesAt, "nb")}. Velg en senere dag.`,
      nn: `Følgjeevalueringa kan ikkje avsluttast før det siste skjemaet blir lukka, ${formatDate(lastWaveClosesAt, "nn")}. Vel ein seinare dag.`,
      en: `The survey can't close before its last form does, on ${formatDate(lastWaveClosesAt, "en")}. Choose a later day.`,
    }),
  },
  "survey-waves-left": {
    status: 409,
    text: ({ waves }) => ({
      nb: `${waves} skjema er ikke publisert ennå. Vent til de er det med å avslutte følgeevalueringen.`,
      nn: `${waves} skjema er ikkje publiserte enno. Vent til dei er det med å avslutte følgjeevalueringa.`,
      en: `${waves} forms are not published yet. Wait for them before you close the survey.`,
    }),
  },
  "survey-study-open": {
    status: 409,
    text: ({ closesAt }) => ({
      nb: `Filen til forskerne lages når følgeevalueringen avsluttes, senest ${formatDate(closesAt, "nb")}. Kom tilbake da.`,
      nn: `Fila til forskarane blir laga når følgjeevalueringa blir avslutta, seinast ${formatDate(closesAt, "nn")}. Kom tilbake då.`,
      en: `The researchers' file is made when the survey closes, at the latest on ${formatDate(closesAt, "en")}. Come back then.`,
    }),
  },
};
