import * as z from "zod";
import { Instant } from "#kernel/clock";
import { kindOfData, NOTHING, type PersonalData, rowDeleted } from "#kernel/personal-data";
import { ORDER_DATA_MONTHS, plusMonths } from "#kernel/retention";

/** What notifications holds about people: a mail's row has ids only, so its text goes with what it is written from. */
export const notificationsData: PersonalData = {
  context: "notifications",
  kinds: [
    kindOfData({
      kind: "suppressed-address",
      rows: { pk: "SUPPRESSION#", sk: "SUPPRESSION" },
      schema: z.object({ why: z.enum(["bounced", "complained"]), at: Instant }),
      name: {
        nb: "Adresser vi ikke skriver til",
        nn: "Adresser vi ikkje skriv til",
        en: "Addresses that we don't write to",
      },
      holds: {
        nb: "Et fingeravtrykk av e-postadressen",
        nn: "Eit fingeravtrykk av e-postadressa",
        en: "A fingerprint of the e-mail address",
      },
      isAbout: (_, { hash }, { pk }) => pk === `SUPPRESSION#${hash}`,
      verdict: ({ at }, { now, subject, key }) => {
        const until = plusMonths(at, ORDER_DATA_MONTHS);
        if (now >= until) return { does: "erase", part: rowDeleted(key) };
        if (!subject) return NOTHING;
        return {
          does: "keep",
          until,
          why: {
            nb: "E-posten kom i retur, eller du ville ikke ha den. Vi husker det for ikke å skrive dit igjen (personvernforordningen artikkel 21).",
            nn: "E-posten kom i retur, eller du ville ikkje ha han. Vi hugsar det for ikkje å skrive dit att (personvernforordninga artikkel 21).",
            en: "The mail came back, or you didn't want it. We remember that in order not to write there again (GDPR article 21).",
          },
        };
      },
      tells: ({ why, at }) => ({ what: why, registeredAt: at }),
    }),
  ],
  nothing: [
    { rows: { pk: "MAIL#", sk: "MAIL" }, because: "ids of what the mail is written from, no address and no text" },
    { rows: { pk: "ORDER#", sk: "MAIL-STATUS" }, because: "which template failed, and why" },
  ],
};
