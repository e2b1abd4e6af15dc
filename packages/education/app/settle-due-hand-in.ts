import type { KeptFiles } from "#education/ports/files";
import type { HandInRef } from "#education/ports/hand-ins";
import type { Origin } from "#kernel/origin";
import { withoutExpired } from "../domain/hand-in.ts";
import { deletedAt } from "../domain/retention.ts";
import { type HandInPorts, loadHandIn, writeHandIn } from "./hand-in-ports.ts";

export type SettleDueHandIn = (origin: Origin, handIn: HandInRef) => Promise<void>;

/**
 * Something of a hand-in came due: uploads that never came free their places; and when its time is over, its files, its
 * history and then the hand-in itself are deleted. What a certificate stands on stays with the participation.
 */
export function settleDueHandInUseCase(ports: HandInPorts & { readonly keptFiles: KeptFiles }): SettleDueHandIn {
  const { unitOfWork, handIns, keptFiles } = ports;

  async function deleteAll(origin: Origin, ref: HandInRef): Promise<void> {
    const handIn = await handIns.get(ref);
    for (const { documentId } of handIn?.documents ?? []) await keptFiles.delete({ ...ref, documentId });
    let left = handIn !== undefined;
    while (left) {
      await unitOfWork.handle(origin, async () => {
        const entries = (await handIns.entries(ref)).slice(0, 50);
        left = entries.length > 0;
        if (left) return [handIns.forgetEntries(entries)];
        const standing = await handIns.get(ref);
        return standing ? [handIns.forget(standing)] : [];
      });
    }
  }

  return async (origin, ref) => {
    const now = unitOfWork.clock();
    const { cohort } = await loadHandIn(ports, ref);
    if (deletedAt(cohort) <= now) return deleteAll(origin, ref);
    await unitOfWork.handle(origin, async () => {
      const loaded = await loadHandIn(ports, ref);
      if (loaded.handIn.version === 0) return [];
      // Written also when nothing expired: so it is looked at again.
      return writeHandIn(ports, loaded, withoutExpired(loaded.handIn, now));
    });
  };
}
