import type { AccessKey } from "#kernel/id";
import type {
  AgreementId,
  CertificateId,
  EntryId,
  OfferingId,
  OrderNumber,
  PersonalDataRequestId,
  PlaceId,
  WorkplaceCourseId,
} from "#kernel/ids";
import type { Locale } from "#kernel/locale";

/** Where mails send their readers; each address opens a page that needs no login and no script. */
export interface Links {
  order(order: OrderAccess): string;
  /** One's own place in a waiting list: see it, take what is offered, leave. */
  entry(entry: EntryAccess): string;
  /** A contact's page of their organisation's agreement. */
  agreement(agreement: AgreementAccess): string;
  /** A certificate's public page: its id can't be guessed. */
  certificate(certificateId: CertificateId): string;
  /** One's own portfolio and essay. */
  portfolio(participation: ParticipationAccess): string;
  /** One's own year in a cohort. */
  participation(participation: ParticipationAccess): string;
  /** The contact's page of a course at their workplace. */
  workplaceCourse(course: WorkplaceCourseAccess): string;
  /** The answer to somebody who asked to see what is held about them, or to be erased. */
  personalData(request: PersonalDataAccess): string;
}

interface OrderAccess {
  readonly orderNumber: OrderNumber;
  readonly key: AccessKey;
  readonly locale: Locale;
}

interface EntryAccess {
  readonly offeringId: OfferingId;
  readonly entryId: EntryId;
  readonly key: AccessKey;
  readonly locale: Locale;
}

interface AgreementAccess {
  readonly agreementId: AgreementId;
  /** The contact's own. */
  readonly key: AccessKey;
  readonly locale: Locale;
}

interface ParticipationAccess {
  readonly cohortId: OfferingId;
  readonly placeId: PlaceId;
  readonly key: AccessKey;
  readonly locale: Locale;
}

interface PersonalDataAccess {
  readonly requestId: PersonalDataRequestId;
  readonly kind: "export" | "erasure";
  readonly key: AccessKey;
  readonly locale: Locale;
}

interface WorkplaceCourseAccess {
  readonly courseId: WorkplaceCourseId;
  readonly key: AccessKey;
  readonly locale: Locale;
}

/** @param publicUrl base of our own addresses, without a slash at the end */
export function linksTo(publicUrl: string): Links {
  return {
    order: ({ orderNumber, key, locale }) => `${publicUrl}/orders/${orderNumber}/page?key=${key}&lang=${locale}`,
    portfolio: ({ cohortId, placeId, key, locale }) =>
      `${publicUrl}/cohorts/${cohortId}/participants/${placeId}/portfolio/page?key=${key}&lang=${locale}`,
    entry: ({ offeringId, entryId, key, locale }) =>
      `${publicUrl}/offerings/${offeringId}/waiting-list/${entryId}/page?key=${key}&lang=${locale}`,
    agreement: ({ agreementId, key, locale }) =>
      `${publicUrl}/agreements/${agreementId}/page?key=${key}&lang=${locale}`,
    certificate: (certificateId) => `${publicUrl}/certificates/${certificateId}`,
    participation: ({ cohortId, placeId, key, locale }) =>
      `${publicUrl}/cohorts/${cohortId}/participants/${placeId}/page?key=${key}&lang=${locale}`,
    personalData: ({ requestId, kind, key, locale }) =>
      `${publicUrl}/personal-data/${kind}s/${requestId}/page?key=${key}&lang=${locale}`,
    workplaceCourse: ({ courseId, key, locale }) =>
      `${publicUrl}/workplace-courses/${courseId}/page?key=${key}&lang=${locale}`,
  };
}
