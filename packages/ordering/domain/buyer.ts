import * as z from "zod";
import { EmailAddress, TextLine } from "#kernel/contact";
import { Organisation } from "#kernel/organisation";

/** Who orders, and gets every mail about the order; often not the participant. */
export const Buyer = z.strictObject({
  name: TextLine,
  email: EmailAddress,
  organisation: Organisation.optional(),
});
export type Buyer = z.infer<typeof Buyer>;
