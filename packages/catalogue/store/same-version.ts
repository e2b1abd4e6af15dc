import { refusal } from "#kernel/domain-error";
import type { Guard } from "#kernel/transaction-part";

/** That nobody has changed a row since it was read; else `changed-meanwhile`, with the version there is now. */
export function sameVersion({ version }: { readonly version: number }): Guard {
  return {
    is: "equal",
    attribute: "version",
    value: version,
    otherwise: (found) => refusal("changed-meanwhile", { version: Number(found?.["version"] ?? 0) }),
  };
}
