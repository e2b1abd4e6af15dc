import type { Localised } from "#kernel/locale";

/** What a trainer is called, and what the certificate attests: copied into each certificate when it is issued. */
export const TRAINER: Localised = { nb: "SMART-trener", nn: "SMART-trenar", en: "SMART trainer" };

export const COMPETENCE_GOALS: readonly Localised[] = [
  {
    nb: "lede styrkebaserte endringsprosesser",
    nn: "leie styrkebaserte endringsprosessar",
    en: "lead strength-based change processes",
  },
  {
    nb: "bruke SMART selvstendig og reflektert",
    nn: "bruke SMART sjølvstendig og reflektert",
    en: "use SMART independently and reflectively",
  },
  {
    nb: "lede arbeid med moralsk resonnering, styrkespotting og positive sosiale ferdigheter",
    nn: "leie arbeid med moralsk resonnering, styrkespotting og positive sosiale ferdigheiter",
    en: "lead moral reasoning, strength spotting and positive social skills",
  },
  {
    nb: "gi andre opplæring i anerkjennende intervju (Appreciative Inquiry)",
    nn: "gje andre opplæring i anerkjennande intervju (Appreciative Inquiry)",
    en: "train others in Appreciative Inquiry",
  },
  { nb: "bruke veikart", nn: "bruke vegkart", en: "use road maps" },
  {
    nb: "kommunisere med respekt for andres perspektiver",
    nn: "kommunisere med respekt for andre sine perspektiv",
    en: "communicate with regard for others' perspectives",
  },
  {
    nb: "bruke sosial innovasjon som vei til nye løsninger",
    nn: "bruke sosial innovasjon som veg til nye løysingar",
    en: "use social innovation as a way to new solutions",
  },
];
