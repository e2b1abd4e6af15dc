import * as z from "zod";
import type { HandInRef } from "#education/ports/hand-ins";
import type { Caller } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import type { DocumentId } from "#kernel/ids";
import type { Origin } from "#kernel/origin";
import { record } from "#kernel/transaction-part";
import { type HandIn, moved, submitted, withoutDocument } from "../domain/hand-in.ts";
import { HandInStatus } from "../domain/participation.ts";
import { handInSubmitted } from "../events/hand-in-submitted.ts";
import { handInWithdrawn } from "../events/hand-in-withdrawn.ts";
import { type HandInPorts, type Loaded, loadOwnHandIn, writeHandIn } from "./hand-in-ports.ts";

export const HandInChanged = z.object({ status: HandInStatus });
type Answer = z.infer<typeof HandInChanged>;

/** What a participant does with their own portfolio or essay. Each throws `not-found` and `participant-withdrawn`. */
export interface ChangeHandIn {
  /** Done already, it stays as it is. @throws DomainError `hand-in-moved-on`, `hand-in-incomplete` */
  submit(origin: Origin, handIn: HandInRef, caller: Caller): Promise<Answer>;
  /** Takes back what no reviewer has decided on. @throws DomainError `hand-in-moved-on` */
  withdraw(origin: Origin, handIn: HandInRef, caller: Caller): Promise<Answer>;
  /** @throws DomainError `hand-in-moved-on` */
  removeDocument(origin: Origin, handIn: HandInRef, documentId: DocumentId, caller: Caller): Promise<Answer>;
}

export function changeHandInUseCase(ports: HandInPorts): ChangeHandIn {
  const { unitOfWork, handIns } = ports;

  function decided(loaded: Loaded, after: HandIn, move: "submit" | "withdraw") {
    const { cohortId, placeId, kind, version } = loaded.handIn;
    const at = unitOfWork.clock();
    const happened = move === "submit" ? handInSubmitted : handInWithdrawn;
    return {
      parts: [
        ...writeHandIn(ports, loaded, after),
        handIns.log({ cohortId, placeId, kind, version: version + 1, move, at }),
        record(happened.of({ cohortId, placeId, kind })),
      ],
      answer: { status: after.status },
    };
  }

  return {
    submit: (origin, ref, caller) =>
      unitOfWork.run(origin, HandInChanged, async () => {
        const loaded = await loadOwnHandIn(ports, ref, caller);
        if (loaded.handIn.status === "submitted") return { parts: [], answer: { status: "submitted" } };
        return decided(loaded, submitted(loaded.handIn, unitOfWork.clock()), "submit");
      }),
    withdraw: (origin, ref, caller) =>
      unitOfWork.run(origin, HandInChanged, async () => {
        const loaded = await loadOwnHandIn(ports, ref, caller);
        if (loaded.handIn.status === "draft") return { parts: [], answer: { status: "draft" } };
        return decided(loaded, moved(loaded.handIn, "withdraw"), "withdraw");
      }),
    removeDocument: (origin, ref, documentId, caller) =>
      unitOfWork.run(origin, HandInChanged, async () => {
        const loaded = await loadOwnHandIn(ports, ref, caller);
        const { handIn } = loaded;
        if (!handIn.documents.some((document) => document.documentId === documentId)) throw refusal("not-found", {});
        const after = withoutDocument(handIn, documentId);
        return { parts: writeHandIn(ports, loaded, after), answer: { status: after.status } };
      }),
  };
}
