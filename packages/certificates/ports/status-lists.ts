import type { CertificateId } from "#kernel/ids";
import type { TransactionPart } from "#kernel/transaction-part";
import type { StatusEntry, StatusList } from "../domain/status-list.ts";

export interface StatusLists {
  get(list: number): Promise<StatusList | undefined>;
  /** The newest list; none before the first certificate. */
  newest(): Promise<StatusList | undefined>;
  create(list: StatusList): TransactionPart;
  /** `more` indexes of the list are handed out. */
  handOut(list: StatusList, more: number): TransactionPart;
  /** The index is this certificate's, if it is nobody's yet; else the command draws another. */
  take(entry: StatusEntry, certificateId: CertificateId): TransactionPart;
  /** The list with what is revoked, if nobody has changed it meanwhile; else the command loads again. */
  revoke(before: StatusList, after: StatusList): TransactionPart;
}
