import type * as z from "zod";
import type { NoCertificate } from "#certificates/ports/no-certificate";
import type { HandInRef } from "#education/ports/hand-ins";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import { moved } from "../domain/hand-in.ts";
import { isOwn } from "../domain/hand-in-access.ts";
import type { ReviewRequest } from "../domain/review.ts";
import { handInApproved } from "../events/hand-in-approved.ts";
import { handInReturned } from "../events/hand-in-returned.ts";
import { HandInChanged } from "./change-hand-in.ts";
import { type HandInPorts, loadHandIn, writeHandIn } from "./hand-in-ports.ts";

export type ReviewHandIn = (
  origin: Origin,
  handIn: HandInRef,
  request: ReviewRequest,
  reviewer: Extract<Caller, { kind: "person" }>,
) => Promise<z.infer<typeof HandInChanged>>;

/**
 * A reviewer approves a portfolio or essay, returns it with comments, or opens again what was approved, as long as no
 * certificate stands on it. Who decided and when is kept.
 *
 * @throws DomainError `not-found`; `own-portfolio`; `hand-in-moved-on` for what isn't handed in, or was decided by another;
 *   `hand-in-handed-in-anew` for another than was read;
 *   `certificate-stands` for what can't be opened again
 */
export function reviewHandInUseCase(ports: HandInPorts & { readonly noCertificate: NoCertificate }): ReviewHandIn {
  const { unitOfWork, handIns, noCertificate } = ports;
  return (origin, ref, request, reviewer) =>
    unitOfWork.run(origin, HandInChanged, async () => {
      const loaded = await loadHandIn(ports, ref);
      if (isOwn(loaded.participation, reviewer)) throw refusal("own-portfolio", {});
      const { decision } = request;
      const { comments: _before, ...decided } = moved(loaded.handIn, decision);
      if (decided.submittedAt !== request.submittedAt) throw refusal("hand-in-handed-in-anew", {});
      const comments = "comments" in request ? { comments: request.comments } : {};
      const after = { ...decided, ...comments };
      const { cohortId, placeId, kind, version } = loaded.handIn;
      const happened = decision === "approve" ? handInApproved : handInReturned;
      const entry = { cohortId, placeId, kind, version: version + 1, move: decision, by: reviewer.personId };
      return {
        parts: [
          ...writeHandIn(ports, loaded, after),
          ...(decision === "reopen" ? [await noCertificate.check(ref)] : []),
          handIns.log({ ...entry, ...comments, at: unitOfWork.clock() }),
          record(happened.of({ cohortId, placeId, kind })),
        ],
        answer: { status: after.status },
      };
    });
}
