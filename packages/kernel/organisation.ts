import * as z from "zod";
import { TextLine } from "./contact.ts";
import { isOrganisationNumber } from "./organisation-number.ts";

export const PostalAddress = z.strictObject({
  name: TextLine,
  street: TextLine,
  postalCode: z.string().regex(/^\d{4}$/, "Four digits."),
  city: TextLine,
});
export type PostalAddress = z.infer<typeof PostalAddress>;

const OrganisationNumber = z
  .string()
  .max(9)
  .refine(isOrganisationNumber, "Not an organisation number: nine digits, the last a check digit.");

/** A school, kindergarten, municipality or company, with what its EHF invoice needs. */
export const Organisation = z.strictObject({
  name: TextLine,
  organisationNumber: OrganisationNumber,
  /** BT-10, or BT-13 when it is an order reference: an invoice must have one of them (PEPPOL-EN16931-R003). */
  invoiceReference: z
    .strictObject({ kind: z.enum(["buyer-reference", "order-reference"]), value: TextLine })
    .optional(),
  /** Who receives the invoice by Peppol when it isn't the buyer: often the municipality, not the school. */
  invoiceReceiver: OrganisationNumber.optional(),
  address: PostalAddress,
  /** BT-19, the buyer's own posting, such as their KOSTRA account and responsibility; comes back on the invoice. */
  accountingReference: TextLine.optional(),
});
export type Organisation = z.infer<typeof Organisation>;

/** An organisation that an invoice can be sent to: with its reference. */
export const InvoicedOrganisation = Organisation.required({ invoiceReference: true });
export type InvoicedOrganisation = z.infer<typeof InvoicedOrganisation>;
