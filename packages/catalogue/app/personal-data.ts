import type { PersonalData } from "#kernel/personal-data";

/** What is for sale is about nobody. */
export const catalogueData: PersonalData = {
  context: "catalogue",
  kinds: [],
  nothing: [
    { rows: { pk: "PRODUCT#", sk: "PRODUCT" }, because: "goods" },
    { rows: { pk: "PRODUCT#", sk: "STOCK" }, because: "counters" },
    { rows: { pk: "OFFERING#", sk: "OFFERING" }, because: "what anybody can sign up for" },
  ],
};
