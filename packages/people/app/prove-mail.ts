import * as z from "zod";
import { Instant, plusSeconds } from "#kernel/clock";
import { EmailAddress } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";
import { AccessKey, mintAccessKey } from "#kernel/id";
import type { Origin } from "#kernel/origin";
import type { UnitOfWork } from "#kernel/unit-of-work";
import type { MailCodes } from "#people/ports/mail-codes";
import { PROOF_SECONDS, tryCode } from "../domain/mail-code.ts";

export const ProveMailCommand = z.strictObject({
  email: EmailAddress,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, "Six digits."),
});

export const MailProved = z.object({ proof: AccessKey, validUntil: Instant });

/** A wrong try is an effect too: it is written, and answered the same when it is repeated. */
const Answer = z.discriminatedUnion("kind", [
  MailProved.extend({ kind: z.literal("proved") }),
  z.object({ kind: z.literal("wrong"), triesLeft: z.int() }),
  z.object({ kind: z.literal("ended") }),
]);

export type ProveMail = (
  origin: Origin,
  command: z.infer<typeof ProveMailCommand>,
) => Promise<z.infer<typeof MailProved>>;

/**
 * Proves that whoever asks reads the address's mail: gives a key for orders that need it.
 *
 * @throws DomainError `mail-code-wrong` with the tries left, `mail-code-ended`
 */
export function proveMailUseCase(ports: { readonly unitOfWork: UnitOfWork; readonly mailCodes: MailCodes }): ProveMail {
  const { unitOfWork, mailCodes } = ports;
  return async (origin, { email, code }) => {
    const answer = await unitOfWork.run(origin, Answer, async () => {
      const now = unitOfWork.clock();
      const before = await mailCodes.address(email);
      const tried = tryCode(before, code, now);
      if (tried.kind === "ended") return { parts: [], answer: { kind: "ended" as const } };
      const written = mailCodes.writeAddress(email, before, tried.after);
      if (tried.kind === "wrong") {
        return { parts: [written], answer: { kind: "wrong" as const, triesLeft: tried.triesLeft } };
      }
      const proof = { proof: mintAccessKey(unitOfWork.random), validUntil: plusSeconds(now, PROOF_SECONDS) };
      return {
        parts: [written, mailCodes.createProof({ ...proof, email })],
        answer: { kind: "proved" as const, ...proof },
      };
    });
    if (answer.kind === "ended") throw refusal("mail-code-ended", {});
    if (answer.kind === "wrong") throw refusal("mail-code-wrong", { triesLeft: answer.triesLeft });
    return answer;
  };
}
