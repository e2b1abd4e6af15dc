import * as z from "zod";
import { TextLine } from "./contact.ts";
import { inGroupsOfThree, isOrganisationNumber } from "./organisation-number.ts";

/** Who sells, as a receipt must name them (bokføringsforskriften § 5-1-1 no. 2); configuration, for the owner to decide. */
export const Seller = z.object({
  name: TextLine,
  organisationNumber: z.string().refine(isOrganisationNumber),
  /** Only a registered seller writes MVA after its number. */
  vatRegistered: z.boolean(),
});
export type Seller = z.infer<typeof Seller>;

/** The seller as an environment variable holds it: JSON. */
export const SellerVariable = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(Seller);

/** `200 000 005 MVA` */
export function formatOrganisationNumber({ organisationNumber, vatRegistered }: Seller): string {
  return `${inGroupsOfThree(organisationNumber)}${vatRegistered ? "\u00a0MVA" : ""}`;
}
