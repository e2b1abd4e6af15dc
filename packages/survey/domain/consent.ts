import * as z from "zod";
import { OfferingId, PlaceId } from "#kernel/ids";
import { Locale } from "#kernel/locale";

const Text = z.string().trim().min(1).max(8000);

/** What participants consent to, in every language, and which version of it that is. Paragraphs are parted by an empty line. */
export const ConsentText = z.strictObject({
  /** Such as `2026-1`: it is kept with every consent. */
  version: z.string().trim().min(1).max(30),
  text: z.strictObject({ nb: Text, nn: Text, en: Text }),
});
export type ConsentText = z.infer<typeof ConsentText>;

/** `unasked`: the participant hasn't said yes or no. `declined`: no. `withdrawn`: yes, and then no. */
export const ConsentStatus = z.enum(["unasked", "given", "declined", "withdrawn"]);
export type ConsentStatus = z.infer<typeof ConsentStatus>;

/** One participant's word about one study: who it is, and never what they answer or which form. Days only: a moment would tie. */
export const Consent = z.object({
  cohortId: OfferingId,
  placeId: PlaceId,
  status: ConsentStatus.exclude(["unasked"]),
  /** The text as it was shown, in the language it was read in. */
  locale: Locale,
  version: z.string(),
  text: z.string(),
  /** Days in Norway, `2026-09-14`. */
  givenOn: z.iso.date().optional(),
  declinedOn: z.iso.date().optional(),
  withdrawnOn: z.iso.date().optional(),
});
export type Consent = z.infer<typeof Consent>;
