import * as z from "zod";
import type { Agreements } from "#agreements/ports/agreements";
import type { SeatReads } from "#agreements/ports/seats";
import type { Warnings } from "#agreements/ports/warnings";
import type { ForSale, Offering } from "#catalogue/ports/for-sale";
import { invariant, refusal } from "#kernel/domain-error";
import { AgreementId, type OfferingId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { CapacityParts } from "#registration/ports/capacity";
import { type Agreement, type ChangedTerms, changeAgreement, endAgreement } from "../domain/agreement.ts";
import type { Day } from "../domain/period.ts";
import { refuseIfBroken } from "../domain/seats-of-agreement.ts";
import { agreementChanged } from "../events/agreement-changed.ts";

export const AgreementChangedAnswer = z.object({ agreementId: AgreementId, version: z.int() });

/** Which agreement, and the version that the administrator saw. */
interface AgreementSeen {
  readonly agreementId: AgreementId;
  readonly version: number;
}

type Answer = Promise<z.infer<typeof AgreementChangedAnswer>>;

export interface ChangeAgreement {
  /** Other terms: extended, shortened, more seats or fewer, other contacts and prices. */
  edit(origin: Origin, seen: AgreementSeen, terms: ChangedTerms): Answer;
  /** Another last day, and all else as it was. */
  end(origin: Origin, seen: AgreementSeen, lastDay: Day): Answer;
}

export interface ChangeAgreementPorts {
  readonly unitOfWork: UnitOfWork;
  readonly agreements: Agreements;
  readonly warnings: Warnings;
  readonly seatReads: SeatReads;
  readonly forSale: ForSale;
  readonly capacity: Pick<CapacityParts, "underTerms">;
}

/**
 * Changes to an agreement, each refused with `not-found`, `changed-meanwhile`, `agreement-without-days`, `agreement-too-long`,
 * `promised-years-differ`, and with `seats-would-break-agreement` while seats that are used would break rule 2. A seat that
 * is taken, or a cohort that is moved, at the same time makes it decide again.
 */
export function changeAgreementUseCase(ports: ChangeAgreementPorts): ChangeAgreement {
  const { unitOfWork, agreements, warnings, seatReads, forSale, capacity } = ports;

  const change = (origin: Origin, { agreementId, version }: AgreementSeen, to: (before: Agreement) => Agreement) =>
    unitOfWork.run(origin, AgreementChangedAnswer, async () => {
      const [before, counted] = await Promise.all([agreements.get(agreementId), seatReads.counters([agreementId])]);
      if (!before) throw refusal("not-found", {});
      if (before.version !== version) throw refusal("changed-meanwhile", { version: before.version });
      const counters = counted.get(agreementId);
      invariant(counters !== undefined, "an agreement has counters of its seats");
      const after = to(before);
      const cohorts = await cohortsUsedBy(after);
      const known = new Set(before.contacts.map(({ contactId }) => contactId));
      const newContactIds = after.contacts.flatMap(({ contactId }) => (known.has(contactId) ? [] : [contactId]));
      return {
        parts: [
          agreements.replace(before, after, counters),
          warnings.plan(agreementId, before.period, after.period),
          ...cohorts.map((cohort) => capacity.underTerms(cohort.offeringId, cohort.version)),
          record(agreementChanged.of({ agreementId, version: after.version, newContactIds })),
        ],
        answer: { agreementId, version: after.version },
      };
    });

  /** The cohorts that seats are used in, once these seats fit. @throws DomainError `seats-would-break-agreement` */
  async function cohortsUsedBy(agreement: Agreement): Promise<readonly Offering[]> {
    const seats = (await seatReads.ofAgreement(agreement.agreementId)).filter(({ status }) => status === "used");
    const ids: OfferingId[] = [...new Set(seats.map(({ cohortId }) => cohortId))];
    const { offerings } = await forSale.load({ products: [], offerings: ids });
    refuseIfBroken(agreement, seats, offerings);
    // Nobody can be moved within what is called off: its seats come back by themselves.
    return [...offerings.values()].filter(({ status }) => status !== "cancelled");
  }

  return {
    edit: (origin, seen, terms) => change(origin, seen, (before) => changeAgreement(before, terms, unitOfWork.random)),
    end: (origin, seen, lastDay) => change(origin, seen, (before) => endAgreement(before, lastDay)),
  };
}
