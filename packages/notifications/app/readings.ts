import type { Agreement, AgreementReads } from "#agreements/ports/agreements";
import type { Enquiry, EnquiryReads } from "#agreements/ports/enquiries";
import type { WorkplaceCourse, WorkplaceCourseReads } from "#agreements/ports/workplace-courses";
import type { ForSale, Offering } from "#catalogue/ports/for-sale";
import type { Certificate, CertificateReads } from "#certificates/ports/certificates";
import type { HandIn, HandInReads, HandInRef } from "#education/ports/hand-ins";
import type { Participation, ParticipationReads, ParticipationRef } from "#education/ports/participations";
import type {
  AgreementId,
  CertificateId,
  EnquiryId,
  MailCodeId,
  OfferingId,
  OrderNumber,
  PersonalDataRequestId,
  WorkplaceCourseId,
} from "#kernel/ids";
import type { Order, OrderReads } from "#ordering/ports/orders";
import type { MailCode, MailCodeReads } from "#people/ports/mail-codes";
import type { PersonalDataRequest, PersonalDataRequestReads } from "#people/ports/personal-data";
import type { Place, PlaceReads, PlaceRef } from "#registration/ports/places";
import type { PlacesOfOffering } from "#registration/ports/places-of-offering";
import type { Entry, EntryRef, WaitingLists } from "#registration/ports/waiting-list";

export interface ReadingPorts {
  readonly orders: OrderReads;
  readonly forSale: ForSale;
  readonly placeReads: PlaceReads;
  readonly waitingLists: Pick<WaitingLists, "get" | "position">;
  readonly mailCodes: MailCodeReads;
  readonly personalDataRequests: PersonalDataRequestReads;
  readonly placesOfOffering: PlacesOfOffering;
  readonly agreements: AgreementReads;
  readonly enquiries: EnquiryReads;
  readonly certificates: CertificateReads;
  readonly participations: Pick<ParticipationReads, "get">;
  readonly handIns: HandInReads;
  readonly workplaceCourses: WorkplaceCourseReads;
}

/** Places of one transaction: each may owe two mails, and 20 stay well below 100 actions. */
const PAGE = 20;

/** What mails are written from. Each thing is read once a delivery, however many mails are written from it. */
export interface Readings {
  order(orderNumber: OrderNumber): Promise<Order | undefined>;
  offerings(offeringIds: readonly OfferingId[]): Promise<ReadonlyMap<OfferingId, Offering>>;
  places(refs: readonly PlaceRef[]): Promise<readonly Place[]>;
  entry(ref: EntryRef): Promise<Entry | undefined>;
  /** 1 is the first in line. */
  position(entry: Extract<Entry, { status: "waiting" }>): Promise<number>;
  /** A page of all places of an offering, whatever their status. */
  placesOfOffering(page: {
    readonly offeringId: OfferingId;
    readonly cursor?: string;
  }): ReturnType<PlacesOfOffering["page"]>;
  mailCode(codeId: MailCodeId): Promise<MailCode | undefined>;
  personalDataRequest(requestId: PersonalDataRequestId): Promise<PersonalDataRequest | undefined>;
  agreement(agreementId: AgreementId): Promise<Agreement | undefined>;
  enquiry(enquiryId: EnquiryId): Promise<Enquiry | undefined>;
  certificate(certificateId: CertificateId): Promise<Certificate | undefined>;
  participation(ref: ParticipationRef): Promise<Participation | undefined>;
  handIn(ref: HandInRef): Promise<HandIn | undefined>;
  workplaceCourse(courseId: WorkplaceCourseId): Promise<WorkplaceCourse | undefined>;
}

export function readingsOf(ports: ReadingPorts): Readings {
  const { orders, forSale, placeReads, waitingLists, mailCodes, placesOfOffering } = ports;
  const { personalDataRequests, agreements, enquiries, certificates, participations, handIns, workplaceCourses } =
    ports;
  return {
    order: once((orderNumber) => orders.get(orderNumber)),
    offerings: once(async (offeringIds) =>
      offeringIds.length > 0 ? (await forSale.load({ products: [], offerings: offeringIds })).offerings : new Map(),
    ),
    places: once((refs) => placeReads.load(refs)),
    entry: once((ref) => waitingLists.get(ref)),
    position: (entry) => waitingLists.position(entry),
    placesOfOffering: once(({ offeringId, cursor }) => placesOfOffering.page(offeringId, PAGE, cursor)),
    mailCode: once((codeId) => mailCodes.load(codeId)),
    personalDataRequest: once((requestId) => personalDataRequests.get(requestId)),
    agreement: once((agreementId) => agreements.get(agreementId)),
    enquiry: once((enquiryId) => enquiries.get(enquiryId)),
    certificate: once((certificateId) => certificates.get(certificateId)),
    participation: once(({ cohortId, placeId }) => participations.get({ cohortId, placeId })),
    handIn: once((ref) => handIns.get(ref)),
    workplaceCourse: once((courseId) => workplaceCourses.get(courseId)),
  };
}

function once<Asked, Found>(read: (asked: Asked) => Promise<Found>): (asked: Asked) => Promise<Found> {
  const known = new Map<string, Promise<Found>>();
  return (asked) => {
    const key = JSON.stringify(asked);
    const found = known.get(key) ?? read(asked);
    known.set(key, found);
    return found;
  };
}
