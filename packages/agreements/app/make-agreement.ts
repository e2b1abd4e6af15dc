import * as z from "zod";
import type { Agreements } from "#agreements/ports/agreements";
import type { Enquiries } from "#agreements/ports/enquiries";
import type { Warnings } from "#agreements/ports/warnings";
import type { PersonId } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import { AgreementId, EnquiryId, OrderNumber } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import { AgreementTerms, newAgreement } from "../domain/agreement.ts";
import { acceptEnquiry } from "../domain/enquiry.ts";
import { Materials } from "../domain/materials.ts";
import { agreementMade } from "../events/agreement-made.ts";
import { type ArrangeMaterialsPorts, arrangeMaterials } from "./arrange-materials.ts";
import { orderContact } from "./find-agreement.ts";

export const MakeAgreementCommand = AgreementTerms.extend({
  /** What it came of; it is answered by this. */
  enquiryId: EnquiryId.optional(),
  /** How many employees get which book: an invoice order arises by itself. It can be told later too. */
  materials: Materials.optional(),
});
export type MakeAgreementCommand = z.infer<typeof MakeAgreementCommand>;

/** Names no person: it is kept as the answer to a repeated request. */
export const AgreementMadeAnswer = z.object({
  agreementId: AgreementId,
  version: z.int(),
  materialsOrder: OrderNumber.optional(),
});

export interface MakeAgreementPorts extends ArrangeMaterialsPorts {
  readonly unitOfWork: UnitOfWork;
  readonly agreements: Agreements;
  readonly enquiries: Enquiries;
  readonly warnings: Warnings;
}

export type MakeAgreement = (
  origin: Origin,
  command: MakeAgreementCommand,
  by: PersonId,
) => Promise<z.infer<typeof AgreementMadeAnswer>>;

/**
 * Makes an agreement, of an enquiry or of nothing; each contact gets a mail with a key of their own.
 *
 * @throws DomainError `agreement-without-days`, `agreement-too-long`, `promised-years-differ`, `enquiry-is-answered`, and as `arrangeMaterials`
 */
export function makeAgreementUseCase(ports: MakeAgreementPorts): MakeAgreement {
  const { unitOfWork, agreements, enquiries, warnings } = ports;
  const arrange = arrangeMaterials(ports);
  return (origin, { enquiryId, materials, ...terms }, by) =>
    unitOfWork.run(origin, AgreementMadeAnswer, async () => {
      const agreementId = mint(AgreementId, unitOfWork.random);
      const agreement = newAgreement(terms, agreementId, unitOfWork.random);
      const enquiry = enquiryId && (await enquiries.get(enquiryId));
      if (enquiryId && !enquiry) throw refusal("not-found", {});
      const contact = orderContact({ agreement, acting: { as: "administrator", by } });
      const ordered = materials && (await arrange(agreement, materials, { contact, by, now: unitOfWork.clock() }));
      const { version, seats, contacts, period } = agreement;
      return {
        parts: [
          agreements.create(agreement),
          warnings.plan(agreementId, undefined, period),
          ...(enquiry ? [enquiries.replace(enquiry, acceptEnquiry(enquiry, agreementId))] : []),
          ...(ordered?.parts ?? []),
          record(agreementMade.of({ agreementId, seats, contactIds: contacts.map(({ contactId }) => contactId) })),
        ],
        answer: { agreementId, version, ...(ordered && { materialsOrder: ordered.orderNumber }) },
      };
    });
}
