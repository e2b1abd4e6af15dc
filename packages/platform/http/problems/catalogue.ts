import type { CatalogueErrors } from "#kernel/errors/catalogue";
import type { Problems } from "./problem-row.ts";

export const catalogueProblems: Problems<CatalogueErrors> = {
  "product-not-for-sale": {
    status: 422,
    text: () => ({
      nb: "Varen er ikke til salgs. Ta den ut av kurven.",
      nn: "Vara er ikkje til sals. Ta henne ut av korga.",
      en: "This product is not for sale. Take it out of the basket.",
    }),
  },
  "out-of-stock": {
    status: 409,
    text: ({ available }) => ({
      nb: available > 0 ? `Vi har bare ${available} igjen på lager. Velg færre.` : "Varen er utsolgt. Velg en annen.",
      nn: available > 0 ? `Vi har berre ${available} att på lager. Vel færre.` : "Vara er utseld. Vel ei anna.",
      en:
        available > 0
          ? `We have only ${available} left. Choose fewer.`
          : "This product is out of stock. Choose another.",
    }),
  },
  "stock-below-reserved": {
    status: 409,
    text: ({ available }) => ({
      nb: `Bare ${available} på lager er ikke bestilt av noen. Rett antallet, eller avbestill først.`,
      nn: `Berre ${available} på lager er ikkje bestilt av nokon. Rett talet, eller avbestill først.`,
      en: `Only ${available} in stock are not ordered by anybody. Correct the number, or cancel orders first.`,
    }),
  },
  "changed-meanwhile": {
    status: 409,
    text: ({ version }) => ({
      nb: `Noen andre har endret dette i mellomtiden. Hent versjon ${version}, og gjør endringen på nytt.`,
      nn: `Nokon andre har endra dette i mellomtida. Hent versjon ${version}, og gjer endringa på nytt.`,
      en: `Somebody else has changed this meanwhile. Load version ${version}, and make your change again.`,
    }),
  },
  "bound-by-publication": {
    status: 409,
    text: ({ fields }) => ({
      nb: `Noe av dette er bundet fordi tilbudet er publisert (${fields.join(", ")}). La det stå, og lag en ny billettype i stedet.`,
      nn: `Noko av dette er bunde fordi tilbodet er publisert (${fields.join(", ")}). Lat det stå, og lag ein ny billettype i staden.`,
      en: `Some of this is bound because the offering is published (${fields.join(", ")}). Leave it, and make a new ticket type instead.`,
    }),
  },
  "cohort-has-its-calendar": {
    status: 409,
    text: () => ({
      nb: "Datoene til et kull følger samlingene. Opprett eller endre kullet sammen med samlingene, så blir det riktig her også.",
      nn: "Datoane til eit kull følgjer samlingane. Opprett eller endre kullet saman med samlingane, så blir det rett her òg.",
      en: "A cohort's dates follow its gatherings. Make or change it together with its gatherings, and it will be right here too.",
    }),
  },
  "offering-is-cancelled": {
    status: 409,
    text: () => ({
      nb: "Arrangementet er avlyst. Lag et nytt tilbud i stedet.",
      nn: "Arrangementet er avlyst. Lag eit nytt tilbod i staden.",
      en: "This event is cancelled. Make a new offering instead.",
    }),
  },
  "offering-is-over": {
    status: 409,
    text: () => ({
      nb: "Fristen er ute. Flytt datoene fram i tid, eller lag et nytt tilbud.",
      nn: "Fristen er ute. Flytt datoane fram i tid, eller lag eit nytt tilbod.",
      en: "Its time is over. Move the dates ahead, or make a new offering.",
    }),
  },
  "capacity-taken": {
    status: 409,
    text: ({ taken }) => ({
      nb: `${taken} plasser er tatt. Sett tallet til minst ${taken}, eller avbestill noen av plassene på listen først.`,
      nn: `${taken} plassar er tekne. Set talet til minst ${taken}, eller avbestill nokre av plassane på lista først.`,
      en: `${taken} places are taken. Set the number to at least ${taken}, or cancel some of the places listed first.`,
    }),
  },
};
