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
};
