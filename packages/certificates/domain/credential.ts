import { invariant } from "#kernel/domain-error";
import type { CertificateId } from "#kernel/ids";
import { inLocale, type Localised } from "#kernel/locale";
import type { Addresses } from "./addresses.ts";
import { attendedDays, attendedPerCent, type Snapshot, type StatusEntry } from "./certificate.ts";

/** What the badge says besides its facts, in the certificate's language. */
const TEXT = {
  description: {
    nb: "Har fullført den ettårige SMART-trenerutdanningen.",
    nn: "Har fullført den eittårige SMART-trenarutdanninga.",
    en: "Has completed the one-year SMART trainer education.",
  },
  criteria: {
    nb: "Kravene er minst 80 % frammøte, en godkjent mappe med 3 til 5 daterte praksisdokumenter og en godkjent refleksjonsoppgave. En SMART-trener kan:",
    nn: "Krava er minst 80 % frammøte, ei godkjend mappe med 3 til 5 daterte praksisdokument og ei godkjend refleksjonsoppgåve. Ein SMART-trenar kan:",
    en: "It takes at least 80 % attendance, an approved portfolio of 3 to 5 dated documents of own practice, and an approved reflection essay. A SMART trainer can:",
  },
  attendance: { nb: "Frammøte", nn: "Frammøte", en: "Attendance" },
  portfolio: { nb: "Mappe", nn: "Mappe", en: "Portfolio" },
  essay: { nb: "Refleksjonsoppgave", nn: "Refleksjonsoppgåve", en: "Reflection essay" },
  essayNarrative: {
    nb: "Godkjent refleksjonsoppgave om hvordan utdanningen har virket på egen fagutøvelse, og på evnen til å lede styrkebasert endring.",
    nn: "Godkjend refleksjonsoppgåve om korleis utdanninga har verka på eiga fagutøving, og på evna til å leie styrkebasert endring.",
    en: "An approved essay on how the education has affected one's own practice, and the ability to lead strength-based change.",
  },
} as const satisfies Record<string, Localised>;

/** A person without a DID is known by a hash of the mail address, salted: the public page leaks no address. */
export interface HashedIdentity {
  /** `sha256$<hex>` of address and salt. */
  readonly identityHash: string;
  readonly salt: string;
}

export interface CredentialFacts {
  readonly certificateId: CertificateId;
  readonly snapshot: Snapshot;
  readonly identity: HashedIdentity;
  readonly statusEntry: StatusEntry;
}

/** The certificate as an Open Badges 3.0 credential (W3C Verifiable Credentials 2.0), still without its proof. */
export function credentialOf({ certificateId, snapshot, identity, statusEntry }: CredentialFacts, at: Addresses) {
  const { name, locale, title, education, goals, period, attendance, documents, issuer } = snapshot;
  invariant(documents > 0, "there is a portfolio");
  const achievement = `${at.issuer}#smart-trainer`;
  const attendanceResult = `${at.issuer}#attendance`;
  const portfolioResult = `${at.issuer}#portfolio`;
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
    id: at.certificate(certificateId),
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: title[locale],
    issuer: { id: at.issuer, type: ["Profile"], name: issuer },
    validFrom: snapshot.issuedAt,
    ...(snapshot.validUntil && { validUntil: snapshot.validUntil }),
    credentialSubject: {
      type: ["AchievementSubject"],
      identifier: [
        { type: "IdentityObject", hashed: true, identityType: "emailAddress", ...identity },
        { type: "IdentityObject", hashed: false, identityType: "name", identityHash: name },
      ],
      activityStartDate: period.from,
      activityEndDate: period.to,
      term: inLocale(education, locale),
      achievement: {
        id: achievement,
        type: ["Achievement"],
        achievementType: "Certificate",
        name: title[locale],
        description: TEXT.description[locale],
        inLanguage: locale,
        criteria: {
          narrative: [TEXT.criteria[locale], "", ...goals.map((goal) => `- ${goal[locale]}`)].join("\n"),
        },
        resultDescription: [
          {
            id: attendanceResult,
            type: ["ResultDescription"],
            name: TEXT.attendance[locale],
            resultType: "Percent",
            valueMin: "0",
            valueMax: "100",
            requiredValue: "80",
          },
          {
            id: portfolioResult,
            type: ["ResultDescription"],
            name: TEXT.portfolio[locale],
            resultType: "Status",
          },
        ],
      },
      result: [
        { type: ["Result"], resultDescription: attendanceResult, value: `${attendedPerCent(attendance)}` },
        { type: ["Result"], resultDescription: portfolioResult, status: "Completed" },
      ],
    },
    evidence: [
      { type: ["Evidence"], name: TEXT.attendance[locale], narrative: attendanceText(snapshot) },
      { type: ["Evidence"], name: TEXT.essay[locale], narrative: TEXT.essayNarrative[locale] },
    ],
    credentialStatus: {
      id: at.statusEntry(statusEntry),
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: `${statusEntry.index}`,
      statusListCredential: at.statusList(statusEntry.list),
    },
  };
}

function attendanceText({ attendance, locale, documents }: Snapshot): string {
  const days = attendedDays(attendance, locale);
  return {
    nb: `Møtte ${days} av ${attendance.held} kursdager, og leverte ${documents} praksisdokumenter.`,
    nn: `Møtte ${days} av ${attendance.held} kursdagar, og leverte ${documents} praksisdokument.`,
    en: `Attended ${days} of ${attendance.held} course days, and handed in ${documents} documents of practice.`,
  }[locale];
}
