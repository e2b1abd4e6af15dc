import type { CountedCertificate } from "#certificates/ports/recount";
import type { CountedCohort, CountedParticipation } from "#education/ports/recount";
import type { Check } from "../recount.ts";

const MEND =
  "Find out what was changed since, in the participation's history. If it was wrong, by POST /cohorts/{cohortId}/days/{dayId}/attendance; if the certificate was, by POST /certificates/{certificateId}/revocation.";

/**
 * What was certified, and for one that is valid also what the rows say now, as long as they are kept: counted here, not by
 * education (rule 5).
 */
export const certificatesCheck: Check = {
  rule: "certificates",
  find(recount) {
    const participations = new Map(
      recount.of("participation").map((each) => [`${each.cohortId}#${each.placeId}`, each]),
    );
    const cohorts = new Map(recount.of("cohort").map((each) => [each.cohortId, each]));
    return recount.of("certificate").flatMap((certificate) => {
      const participation = participations.get(`${certificate.cohortId}#${certificate.placeId}`);
      const cohort = cohorts.get(certificate.cohortId);
      const kept = certificate.status === "valid" && participation && cohort;
      const faults = [...wronglyAttested(certificate), ...(kept ? withoutGrounds(participation, cohort) : [])];
      return faults.map((fault) => ({
        says: `${certificate.certificateId} is ${certificate.status} with ${fault}`,
        mend: MEND,
        rows: kept ? [certificate, participation, cohort] : [certificate],
      }));
    });
  },
};

function wronglyAttested({ attested: { attendance, documents } }: CountedCertificate): string[] {
  const { halves, held } = attendance;
  return [
    ...(tooFew(halves, held) ? [`attested ${halves} halves of ${held}`] : []),
    ...(documents < 3 || documents > 5 ? [`attested ${documents} documents`] : []),
  ];
}

function withoutGrounds({ marks, portfolio, essay }: CountedParticipation, { days }: CountedCohort): string[] {
  const markOf = new Map(marks);
  const found = days.map((dayId) => markOf.get(dayId));
  const halves = found.filter((mark) => mark === "present").length * 2 + found.filter((mark) => mark === "half").length;
  return [
    ...(found.includes(undefined) ? ["a day without a mark"] : []),
    ...(tooFew(halves, days.length) ? [`${halves} halves of ${days.length} days`] : []),
    ...(portfolio.status === "approved" ? [] : [`a portfolio that is ${portfolio.status}`]),
    ...(essay.status === "approved" ? [] : [`an essay that is ${essay.status}`]),
  ];
}

/** Under 80 % of the days. */
function tooFew(halves: number, days: number): boolean {
  return halves * 10 < days * 16;
}
