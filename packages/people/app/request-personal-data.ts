import * as z from "zod";
import { type Caller, hasRole } from "#kernel/caller";
import type { CallerLimit } from "#kernel/caller-limit";
import type { Instant } from "#kernel/clock";
import { EmailAddress } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { AccessKey, mint, mintAccessKey } from "#kernel/id";
import { PersonalDataRequestId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { record, type TransactionPart } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { MailProofParts } from "#people/ports/mail-proofs";
import type { PersonalDataRequests } from "#people/ports/personal-data";
import { OnBehalf, type PersonalDataRequest, requestErasure, requestExport } from "../domain/personal-data-request.ts";
import { exportRequested } from "../events/export-requested.ts";

/** For oneself: nothing when signed in; else the address with the proof of a code by mail. `onBehalf`: for administrators. */
export const PersonalDataCommand = z.strictObject({
  email: EmailAddress.optional(),
  mailProof: AccessKey.optional(),
  onBehalf: OnBehalf.optional(),
});
export type PersonalDataCommand = z.infer<typeof PersonalDataCommand>;

/** Names no person: it is kept as the answer to a repeated request. */
export const PersonalDataRequested = z.object({
  requestId: PersonalDataRequestId,
  /** Opens the answer, for whoever isn't signed in. */
  key: AccessKey,
  status: z.enum(["to-confirm", "working"]),
});

export interface RequestPersonalDataPorts {
  readonly unitOfWork: UnitOfWork;
  readonly personalDataRequests: PersonalDataRequests;
  readonly mailProofs: MailProofParts;
  /** By the address: each export and each erasure looks through the whole table. */
  readonly personalDataLimit: CallerLimit;
}

export type RequestPersonalData = (
  origin: Origin,
  kind: PersonalDataRequest["kind"],
  command: PersonalDataCommand,
  asked: { readonly caller: Caller; readonly locale: Locale },
) => Promise<z.infer<typeof PersonalDataRequested>>;

/**
 * Takes a person's request to see what is held about them, or to have it erased: their own by a login or by a proof of the
 * address, or an administrator's on their behalf, with who asked and why. An export begins; an erasure waits for a second
 * step.
 *
 * @throws DomainError `mail-proof-missing`, `forbidden`, `too-many-personal-data-requests`
 */
export function requestPersonalDataUseCase(ports: RequestPersonalDataPorts): RequestPersonalData {
  const { unitOfWork, personalDataRequests, personalDataLimit } = ports;
  return (origin, kind, command, { caller, locale }) =>
    unitOfWork.run(origin, PersonalDataRequested, async () => {
      const now = unitOfWork.clock();
      const { email, allowed } = whose(command, caller, now);
      const { random } = unitOfWork;
      const requestId = mint(PersonalDataRequestId, random);
      const onBehalf =
        command.onBehalf && caller.kind === "person" ? { ...command.onBehalf, by: caller.personId } : undefined;
      const asked = { requestId, key: mintAccessKey(random), email, locale, now, ...(onBehalf && { onBehalf }) };
      const request = kind === "export" ? requestExport(asked) : requestErasure(asked);
      return {
        parts: [
          personalDataRequests.create(request),
          await personalDataLimit.count(email, now),
          ...allowed,
          ...(kind === "export" ? [record(exportRequested.of({ requestId }))] : []),
        ],
        answer: {
          requestId,
          key: request.key,
          status: kind === "export" ? ("working" as const) : ("to-confirm" as const),
        },
      };
    });

  function whose(
    { email, mailProof, onBehalf }: PersonalDataCommand,
    caller: Caller,
    now: Instant,
  ): { readonly email: string; readonly allowed: readonly TransactionPart[] } {
    if (caller.kind === "person" && (email === undefined || email === caller.email) && !onBehalf)
      return { email: caller.email, allowed: [] };
    if (onBehalf) {
      if (!hasRole(caller, "administrator") || email === undefined) throw refusal("forbidden", {});
      return { email, allowed: [] };
    }
    if (email === undefined || mailProof === undefined) throw refusal("mail-proof-missing", {});
    return { email, allowed: [ports.mailProofs.check(mailProof, email, now)] };
  }
}
