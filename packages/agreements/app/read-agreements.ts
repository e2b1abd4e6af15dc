import type { Agreements } from "#agreements/ports/agreements";
import type { Enquiries, Enquiry } from "#agreements/ports/enquiries";
import type { SeatReads } from "#agreements/ports/seats";
import type { Clock } from "#kernel/clock";
import { refusal } from "#kernel/domain-error";
import type { AgreementId } from "#kernel/ids";
import { norwegianDay } from "#kernel/norwegian-time";
import { type Agreement, runsOn } from "../domain/agreement.ts";
import { warningTime } from "../domain/period.ts";
import type { LedgerLine } from "../domain/seat.ts";

interface PageAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

export interface ListedAgreement {
  readonly agreement: Agreement;
  readonly seatsFree: number;
  /** It runs, ends in less than six months, and has seats that nobody uses. */
  readonly warning: boolean;
}

/** What administrators look through. */
export interface ReadAgreements {
  list(page: PageAsked): Promise<Page<ListedAgreement>>;
  /** What happened to the seats, the newest first. @throws DomainError `not-found` */
  ledger(agreementId: AgreementId, page: PageAsked): Promise<Page<LedgerLine>>;
  enquiries(page: PageAsked): Promise<Page<Enquiry>>;
}

export interface ReadAgreementsPorts {
  readonly clock: Clock;
  readonly agreements: Agreements;
  readonly enquiries: Enquiries;
  readonly seatReads: SeatReads;
}

export function readAgreementsUseCase(ports: ReadAgreementsPorts): ReadAgreements {
  const { clock, agreements, enquiries, seatReads } = ports;
  return {
    async list(page) {
      const { items, cursor } = await agreements.list(page);
      const counted = await seatReads.counters(items.map(({ agreementId }) => agreementId));
      const now = clock();
      const listed = items.map((agreement) => {
        const seatsFree = counted.get(agreement.agreementId)?.free ?? 0;
        const warnAt = warningTime(agreement.period);
        const ends = warnAt !== undefined && warnAt <= now && runsOn(agreement, norwegianDay(now));
        return { agreement, seatsFree, warning: ends && seatsFree > 0 };
      });
      return { items: listed, ...(cursor && { cursor }) };
    },
    async ledger(agreementId, page) {
      if (!(await agreements.get(agreementId))) throw refusal("not-found", {});
      return seatReads.ledger(agreementId, page);
    },
    enquiries: (page) => enquiries.list(page),
  };
}
