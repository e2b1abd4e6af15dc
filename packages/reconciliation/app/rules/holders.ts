import { setCounter } from "../mending.ts";
import type { Check, Finding, Recount } from "../recount.ts";

const MEND =
  "Look the certificates up by GET /cohorts/{cohortId}/certificates; one too many goes by POST /certificates/{certificateId}/revocation.";

/** At most one valid certificate a participant and cohort; what says whose it is, and how many somebody has, says the same (rule 5). */
export const holdersCheck: Check = {
  rule: "holders",
  find: (recount) => [...wrongHeld(recount), ...wrongTrainers(recount)],
};

function wrongHeld(recount: Recount): Finding[] {
  const valid = recount.of("certificate").filter(({ status }) => status === "valid");
  const byHolder = Map.groupBy(valid, ({ cohortId, placeId }) => `${cohortId} ${placeId}`);
  const held = recount.of("held");
  const heldIds = new Set(held.map(({ certificateId }) => certificateId));
  return [
    ...[...byHolder].flatMap(([who, rows]) =>
      rows.length > 1 ? [{ says: `${who} has ${rows.length} valid certificates`, mend: MEND, rows }] : [],
    ),
    ...held.flatMap((row) => {
      const theirs = byHolder.get(`${row.cohortId} ${row.placeId}`) ?? [];
      const says = row.valid ? row.certificateId : "none";
      const found = theirs[0]?.certificateId ?? "none";
      if (found === says || theirs.some(({ certificateId }) => certificateId === says)) return [];
      return [
        { says: `${row.placeId} holds ${says}, and its valid one is ${found}`, mend: MEND, rows: [row, ...theirs] },
      ];
    }),
    ...valid
      .filter(({ certificateId }) => !heldIds.has(certificateId))
      .map((row) => ({ says: `${row.certificateId} is valid, and nobody holds it`, mend: MEND, rows: [row] })),
  ];
}

function wrongTrainers(recount: Recount): Finding[] {
  const certificates = Map.groupBy(recount.of("certificate"), ({ holder }) => holder);
  const trainers = new Map(recount.of("trainer").map((trainer) => [trainer.holder, trainer]));
  return [...new Set([...trainers.keys(), ...certificates.keys()])].flatMap((holder) => {
    const theirs = certificates.get(holder) ?? [];
    const row = trainers.get(holder);
    const valid = theirs.filter(({ status }) => status === "valid").length;
    if ((row?.valid ?? 0) === valid) return [];
    const says = `a trainer is counted ${row?.valid ?? 0} times, and has ${valid} valid certificates`;
    const mend = row ? setCounter(row, "valid", row.valid, valid) : MEND;
    return [{ says, mend, rows: row ? [row, ...theirs] : theirs }];
  });
}
