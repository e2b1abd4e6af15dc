import * as z from "zod";
import type { CallerLimit } from "#kernel/caller-limit";
import { Instant, plusSeconds } from "#kernel/clock";
import { EmailAddress } from "#kernel/contact";
import { mint } from "#kernel/id";
import { MailCodeId } from "#kernel/ids";
import type { Locale } from "#kernel/locale";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { MailCodes } from "#people/ports/mail-codes";
import { CODE_SECONDS, newCode, requestCode } from "../domain/mail-code.ts";
import { mailCodeRequested } from "../events/mail-code-requested.ts";

export const RequestMailCodeCommand = z.strictObject({ email: EmailAddress });
export const MailCodeRequestedAnswer = z.object({ validUntil: Instant });

export interface RequestMailCodePorts {
  readonly unitOfWork: UnitOfWork;
  readonly mailCodes: MailCodes;
  readonly callerLimit: CallerLimit;
}

export type RequestMailCode = (
  origin: Origin,
  command: z.infer<typeof RequestMailCodeCommand>,
  asked: { readonly locale: Locale; readonly sourceIp: string },
) => Promise<z.infer<typeof MailCodeRequestedAnswer>>;

/**
 * Makes a code for an address, to be sent there. Answers the same for every address: it tells nothing about who has one.
 *
 * @throws DomainError `too-many-mail-codes` for the address or the caller
 */
export function requestMailCodeUseCase({ unitOfWork, mailCodes, callerLimit }: RequestMailCodePorts): RequestMailCode {
  return (origin, { email }, { locale, sourceIp }) =>
    unitOfWork.run(origin, MailCodeRequestedAnswer, async () => {
      const now = unitOfWork.clock();
      const [before, counted] = await Promise.all([mailCodes.address(email), callerLimit.count(sourceIp, now)]);
      const { random } = unitOfWork;
      const validUntil = plusSeconds(now, CODE_SECONDS);
      const code = { codeId: mint(MailCodeId, random), email, code: newCode(random), locale, validUntil };
      return {
        parts: [
          mailCodes.writeAddress(email, before, requestCode(before, code, now)),
          mailCodes.createCode(code),
          counted,
          record(mailCodeRequested.of({ codeId: code.codeId })),
        ],
        answer: { validUntil },
      };
    });
}
