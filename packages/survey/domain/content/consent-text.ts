import type { ConsentText } from "../consent.ts";

const paragraphs = (...each: readonly string[]) => each.join("\n\n");

/** What participants are asked to consent to, to begin with: an administrator may change it for a study before it opens. */
export const FIRST_CONSENT_TEXT: ConsentText = {
  version: "2026-1",
  text: {
    nb: paragraphs(
      "Følgeevalueringen skal vise hva trenerutdanningen betyr for dem som går på den. Ved hver samling får du lenke til et kort skjema med påstander som du gir poeng fra 1 til 10. Tre ganger i løpet av året spør vi også om livskvalitet, mestring og stress.",
      "Det er frivillig å være med. Sier du nei, eller trekker du deg senere, får det ingen følger for plassen din eller kompetansebeviset.",
      "Kommunen, ved SMART oppvekst, er ansvarlig for undersøkelsen. Grunnlaget for at vi kan behandle opplysningene, er samtykket ditt.",
      "Svarene dine lagres med et tilfeldig nummer, atskilt fra navnet ditt. Koblingen mellom nummer og navn er låst med en egen nøkkel. De som leser resultatene, har ikke den nøkkelen, og ingen av oss kan se hvem som har svart. Resultater vises som gjennomsnitt, og bare når så mange har svart at ingen kan kjennes igjen.",
      "Du kan endre svarene dine til skjemaet stenger. Du kan trekke deg når som helst til undersøkelsen avsluttes, og da sletter vi alle svarene dine. Gjennomsnitt som alt er publisert, blir stående.",
      "Når undersøkelsen avsluttes, sletter vi koblingen mellom nummer og navn for godt. Etter det kan ingen finne igjen svarene dine, og derfor kan vi heller ikke slette dem. Sikkerhetskopier slettes etter 35 dager. De anonyme svarene kan bli brukt i forskning.",
      "Samtykket ditt kan du be om å få se. Har du spørsmål, skriv til SMART oppvekst eller personvernombudet i kommunen, men send aldri lenken din med. Mener du at vi behandler opplysninger om deg på feil måte, kan du klage til Datatilsynet (datatilsynet.no).",
    ),
    nn: paragraphs(
      "Følgjeevalueringa skal vise kva trenarutdanninga betyr for dei som går på henne. Ved kvar samling får du lenkje til eit kort skjema med påstandar som du gir poeng frå 1 til 10. Tre gonger i løpet av året spør vi òg om livskvalitet, meistring og stress.",
      "Det er frivillig å vere med. Seier du nei, eller trekkjer du deg seinare, får det ingen følgjer for plassen din eller kompetansebeviset.",
      "Kommunen, ved SMART oppvekst, er ansvarleg for undersøkinga. Grunnlaget for at vi kan behandle opplysningane, er samtykket ditt.",
      "Svara dine blir lagra med eit tilfeldig nummer, skilt frå namnet ditt. Koplinga mellom nummer og namn er låst med ein eigen nøkkel. Dei som les resultata, har ikkje den nøkkelen, og ingen av oss kan sjå kven som har svart. Resultat blir viste som gjennomsnitt, og berre når så mange har svart at ingen kan kjennast att.",
      "Du kan endre svara dine til skjemaet stengjer. Du kan trekkje deg når som helst til undersøkinga blir avslutta, og då slettar vi alle svara dine. Gjennomsnitt som alt er publiserte, blir ståande.",
      "Når undersøkinga blir avslutta, slettar vi koplinga mellom nummer og namn for godt. Etter det kan ingen finne att svara dine, og difor kan vi heller ikkje slette dei. Tryggleikskopiar blir sletta etter 35 dagar. Dei anonyme svara kan bli brukte i forsking.",
      "Samtykket ditt kan du be om å få sjå. Har du spørsmål, skriv til SMART oppvekst eller personvernombodet i kommunen, men send aldri lenkja di med. Meiner du at vi behandlar opplysningar om deg på feil måte, kan du klage til Datatilsynet (datatilsynet.no).",
    ),
    en: paragraphs(
      "This survey is to show what the trainer education means to those who attend it. At each gathering you get a link to a short form with statements that you score from 1 to 10. Three times in the year we also ask about life quality, coping and stress.",
      "Taking part is voluntary. If you say no, or withdraw later, it makes no difference to your place or your certificate.",
      "The municipality, by SMART oppvekst, is responsible for the survey. The legal basis for handling the information is your consent.",
      "Your answers are kept under a random number, apart from your name. What ties the number to the name is locked with a key of its own. Those who read the results don't have that key, and none of us can see who has answered. Results are shown as means, and only when so many have answered that nobody can be recognised.",
      "You can change your answers until the form closes. You can withdraw at any time until the survey is closed, and then we delete all your answers. Means that have already been published stay as they are.",
      "When the survey is closed we delete for good what ties the number to the name. After that nobody can find your answers again, so we can't delete them either. Backups are deleted after 35 days. The anonymous answers may be used in research.",
      "You may ask to see your consent. If you have questions, write to SMART oppvekst or to the municipality's data protection officer, but never send your link along. If you think that we handle information about you wrongly, you can complain to the Norwegian Data Protection Authority (datatilsynet.no).",
    ),
  },
};
