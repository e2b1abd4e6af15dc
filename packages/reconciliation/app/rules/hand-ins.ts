import { restore } from "../mending.ts";
import type { Check } from "../recount.ts";

/** A new essay may be on its way beside the one that it takes the place of. */
const MOST = { portfolio: 5, essay: 2 } as const;

/**
 * What a certificate is decided on is what was handed in: a participation tells of a portfolio and an essay what they are,
 * and there are never more than five documents, or one essay that is ready (rule 5). What was deleted when its time was over is not told of.
 */
export const handInsCheck: Check = {
  rule: "hand-ins",
  find(recount) {
    const participations = new Map(
      recount.of("participation").map((each) => [`${each.cohortId}#${each.placeId}`, each]),
    );
    return recount.of("hand-in").flatMap((handIn) => {
      const { of, status, ready, standing, cohortId, placeId } = handIn;
      const name = `The ${of} of ${placeId}`;
      const participation = participations.get(`${cohortId}#${placeId}`);
      const told = participation?.[of];
      const faults = [
        ...(told?.status === status ? [] : [`${name} is ${status}, and is told to be ${told?.status ?? "nothing"}`]),
        ...(ready.join() === (told?.documentIds.join() ?? "")
          ? []
          : [
              `${name} has ${ready.length} documents ready, and is told to have ${told?.documentIds.length ?? 0}, or others`,
            ]),
        ...(standing <= MOST[of] && (of === "portfolio" || ready.length <= 1)
          ? []
          : [`${name} has ${standing} documents`]),
      ];
      const rows = participation ? [handIn, participation] : [handIn];
      return faults.map((says) => ({ says, mend: restore("the hand-in"), rows }));
    });
  },
};
