import { restore } from "../mending.ts";
import type { Check } from "../recount.ts";

/** Every order's total equals its lines, and each line the parts that its VAT splits it up into (rule 3). */
export const totalsCheck: Check = {
  rule: "totals",
  find: (recount) =>
    recount.of("order").flatMap((order) => {
      const { orderNumber, lines, total } = order;
      const standing = lines.filter(({ cancelledAt }) => cancelledAt === undefined);
      const sum = standing.reduce((so, { amount }) => so + amount, 0);
      const faults = [
        ...(sum === total ? [] : [`${orderNumber} totals ${total}, and its lines ${sum}`]),
        ...standing
          .filter(({ gross, amount }) => gross !== amount)
          .map(
            ({ line, gross, amount }) =>
              `${orderNumber}, line ${line}: VAT is split of ${gross}, and it costs ${amount}`,
          ),
        ...standing
          .filter(({ splitsUp }) => !splitsUp)
          .map(({ line }) => `${orderNumber}, line ${line}: net and VAT do not make the gross`),
      ];
      return faults.map((says) => ({ says, mend: restore("the order"), rows: [order] }));
    }),
};
