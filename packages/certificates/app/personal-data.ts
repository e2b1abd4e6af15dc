import * as z from "zod";
import type { Localised } from "#kernel/locale";
import { kindOfData, NOTHING, type PersonalData } from "#kernel/personal-data";
import { Certificate, certificateNumber } from "../domain/certificate.ts";

const WHY: Localised = {
  nb: "Registeret over kompetansebevis er arkiv: alle med et bevis skal kunne få det bekreftet for godt (personvernforordningen artikkel 17 nr. 3 b og d, arkivlova).",
  nn: "Registeret over kompetansebevis er arkiv: alle med eit bevis skal kunne få det stadfesta for godt (personvernforordninga artikkel 17 nr. 3 b og d, arkivlova).",
  en: "The register of certificates is an archive: whoever holds one can have it confirmed for good (GDPR article 17 (3) b and d, Norwegian Archives Act).",
};

/** What the register of certificates holds about people: it is kept. */
export const certificatesData: PersonalData = {
  context: "certificates",
  kinds: [
    kindOfData({
      kind: "certificate",
      rows: { pk: "CERTIFICATE#", sk: "CERTIFICATE" },
      schema: Certificate,
      name: { nb: "Kompetansebevis", nn: "Kompetansebevis", en: "Certificates" },
      holds: {
        nb: "Navn, utdanningen og grunnlaget for beviset. E-postadressen bare som et fingeravtrykk",
        nn: "Namn, utdanninga og grunnlaget for beviset. E-postadressa berre som eit fingeravtrykk",
        en: "Name, the education and what the certificate stands on. The e-mail address only as a fingerprint",
      },
      isAbout: ({ holder }, { hash }) => holder === hash,
      verdict: (_, { subject }) => (subject ? { does: "keep", why: WHY } : NOTHING),
      tells: ({ certificateId, snapshot, status }) => ({
        certificateNumber: certificateNumber(certificateId),
        name: snapshot.name,
        title: snapshot.title[snapshot.locale],
        registeredAt: snapshot.issuedAt,
        validUntil: snapshot.validUntil,
        attendance: `${snapshot.attendance.halves / 2} / ${snapshot.attendance.held}`,
        status,
      }),
    }),
    kindOfData({
      kind: "certified-trainer",
      rows: { pk: "TRAINER#", sk: "TRAINER" },
      schema: z.object({ valid: z.int() }),
      name: { nb: "Sertifiserte trenere", nn: "Sertifiserte trenarar", en: "Certified trainers" },
      holds: {
        nb: "Et fingeravtrykk av e-postadressen, så du kan melde deg på samlinger for trenere",
        nn: "Eit fingeravtrykk av e-postadressa, så du kan melde deg på samlingar for trenarar",
        en: "A fingerprint of the e-mail address, so that you can sign up for trainers' meetings",
      },
      isAbout: (_, { hash }, { pk }) => pk === `TRAINER#${hash}`,
      verdict: (_, { subject }) => (subject ? { does: "keep", why: WHY } : NOTHING),
      tells: ({ valid }) => ({ certificates: valid }),
    }),
  ],
  nothing: [
    { rows: { pk: "COHORT-CERTIFICATES#", sk: "HELD#" }, because: "ids: which certificate a place led to" },
    { rows: { pk: "STATUS-LISTS", sk: "LIST#" }, because: "numbers, and their signature" },
    { rows: { pk: "STATUS-LIST#", sk: "INDEX#" }, because: "numbers, and a certificate's id" },
    { rows: { pk: "ISSUER", sk: "KEY#" }, because: "the centre's own public keys" },
  ],
};
