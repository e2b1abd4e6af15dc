import * as z from "zod";
import type { ForSale } from "#catalogue/ports/for-sale";
import type { CertifiedTrainers } from "#certificates/ports/certified-trainers";
import { refusal } from "#kernel/domain-error";
import { AccessKey, mint, mintAccessKey } from "#kernel/id";
import { EntryId, type OfferingId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { WaitingListParts, WaitingLists } from "#registration/ports/waiting-list";
import { WAITING } from "../domain/capacity.ts";
import { ticketTypeOf } from "../domain/terms.ts";
import { type JoinRequest, join } from "../domain/waiting-list.ts";
import { toBeShown } from "../domain/who-may.ts";

/** Names no person: it is kept as the answer to a repeated request. */
export const JoinedAnswer = z.object({ entryId: EntryId, key: AccessKey, position: z.int().min(1) });

export interface JoinWaitingListPorts {
  readonly unitOfWork: UnitOfWork;
  readonly forSale: ForSale;
  readonly waitingLists: WaitingLists;
  readonly waitingListParts: WaitingListParts;
  readonly certifiedTrainers: CertifiedTrainers;
  readonly municipalityDomain: string;
}

export type JoinWaitingList = (
  origin: Origin,
  offeringId: OfferingId,
  request: JoinRequest,
  locale: Locale,
) => Promise<z.infer<typeof JoinedAnswer>>;

/** Stands in line for a place of a ticket type that is full. */
export function joinWaitingListUseCase(ports: JoinWaitingListPorts): JoinWaitingList {
  const { unitOfWork, forSale, waitingLists, waitingListParts, certifiedTrainers, municipalityDomain } = ports;
  return (origin, offeringId, request, locale) =>
    unitOfWork.run(origin, JoinedAnswer, async () => {
      const [{ offerings }, counters] = await Promise.all([
        forSale.load({ products: [], offerings: [offeringId] }),
        waitingLists.counters(offeringId),
      ]);
      const offering = offerings.get(offeringId);
      if (!offering || !counters) throw refusal("offering-not-open", { offeringId, reason: "unpublished" });
      const { random } = unitOfWork;
      const ids = { entryId: mint(EntryId, random), key: mintAccessKey(random) };
      const made = { ...ids, locale, now: unitOfWork.clock(), municipalityDomain };
      const entry = join(offering, request, made);
      // The address is proved when an offer is taken; one that is no trainer's could never take it.
      const { certificate } = toBeShown(ticketTypeOf(offering, entry.ticketTypeId));
      return {
        parts: [waitingListParts.join(entry), ...(certificate ? [certifiedTrainers.check(entry.email)] : [])],
        answer: { entryId: entry.entryId, key: entry.key, position: (counters[WAITING] ?? 0) + 1 },
      };
    });
}
