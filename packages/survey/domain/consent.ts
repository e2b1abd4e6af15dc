import * as z from "zod";
import { EmailAddress } from "#kernel/contact";
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
  /** By which somebody who asks what is held about them is shown it; none once they are erased. */
  email: EmailAddress.optional(),
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

/**
 * What somebody's word is worth: a yes counts as long as they have a number. It has none any more where a restored table has
 * a consent back that was withdrawn since.
 */
export function standingOf(consent: Consent | undefined, hasNumber: boolean): ConsentStatus {
  if (consent?.status === "given" && !hasNumber) return "withdrawn";
  return consent?.status ?? "unasked";
}
