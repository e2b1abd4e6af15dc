import type { AgreementId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { Meeting, MeetingId } from "../domain/meeting.ts";

/** Meetings of agreements as this context keeps them. */
export interface Meetings {
  get(meeting: { readonly agreementId: AgreementId; readonly meetingId: MeetingId }): Promise<Meeting | undefined>;
  /** All there are, in no order. */
  ofAgreement(agreementId: AgreementId): Promise<readonly Meeting[]>;
  create(meeting: Meeting): TransactionPart;
  /** Fails with `changed-meanwhile` unless the meeting still is as it was read as `before`. */
  replace(before: Meeting, after: Meeting): TransactionPart;
}
