import * as z from "zod";
import { TextLine } from "#kernel/contact";
import { ContactId, OfferingId, OrderNumber, PlaceId, SeatId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";
import type { CohortToChoose } from "../app/find-cohorts.ts";
import type { AgreementDetails, UsedSeat } from "../app/get-agreement.ts";
import type { ListedAgreement } from "../app/read-agreements.ts";
import { Agreement } from "../domain/agreement.ts";
import { MaterialsOrder } from "../domain/materials.ts";
import { Kept, Meeting } from "../domain/meeting.ts";
import { Day } from "../domain/period.ts";

/** Contacts without their keys: each has their own by mail. */
const ContactView = z.object({ contactId: ContactId, name: TextLine, email: z.string() });

const WithoutKeys = Agreement.extend({ contacts: z.array(ContactView) });

const SeatView = z.object({
  seatId: SeatId,
  cohortId: OfferingId,
  cohort: StaffText,
  startsAt: z.string(),
  placeId: PlaceId,
  orderNumber: OrderNumber,
  takenAt: z.string(),
  participant: z.object({ name: z.string(), email: z.string().optional() }).optional(),
  mayBeNamed: z.boolean(),
  mayBeGivenBack: z.boolean(),
});

/** Promised against planned and held, in one year of the agreement. */
export const YearView = z.object({
  year: z.int(),
  from: Day,
  to: Day,
  kinds: z.object({ "core-group": Kept, staff: Kept, "planning-day": Kept, "smart-relasjon": Kept }),
});

export const AgreementView = WithoutKeys.extend({
  seatsFree: z.int(),
  used: z.array(SeatView),
  meetings: z.array(Meeting),
  years: z.array(YearView),
  materials: z.array(MaterialsOrder),
});

export function agreementView(details: AgreementDetails): z.input<typeof AgreementView> {
  const { agreement, seatsFree, used, meetings, kept, materials } = details;
  return {
    ...agreement,
    seatsFree,
    used: used.map(seatView),
    meetings: [...meetings],
    years: [...kept],
    materials: [...materials],
  };
}

function seatView({ seat, cohort, place, mayBeNamed, mayBeGivenBack }: UsedSeat): z.input<typeof SeatView> {
  const [first] = cohort.sessions;
  return {
    ...seat,
    cohort: cohort.title,
    startsAt: first?.startsAt ?? "",
    ...(place.participant && { participant: place.participant }),
    mayBeNamed,
    mayBeGivenBack,
  };
}

export const ListedAgreementView = WithoutKeys.extend({ seatsFree: z.int(), warning: z.boolean() });

export function listedAgreementView({ agreement, seatsFree, warning }: ListedAgreement) {
  return { ...agreement, seatsFree, warning };
}

/** What is to be known of a cohort to choose it: its questions are asked of each participant. */
export const CohortView = z.object({
  cohortId: OfferingId,
  title: StaffText,
  sessions: z.array(z.object({ startsAt: z.string(), endsAt: z.string() })),
  open: z.int(),
  questions: z.array(
    z.object({
      questionId: z.string(),
      text: StaffText,
      kind: z.string(),
      choices: z.array(z.string()).optional(),
      required: z.boolean(),
    }),
  ),
});

export function cohortView({ cohort, open }: CohortToChoose): z.input<typeof CohortView> {
  const { offeringId, title, sessions, questions } = cohort;
  return { cohortId: offeringId, title, sessions, open, questions };
}
