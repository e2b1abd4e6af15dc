import type { IssuerKeys } from "#certificates/ports/issuer-keys";
import type { Proofs } from "#certificates/ports/proofs";
import type { StatusLists } from "#certificates/ports/status-lists";
import { refusal } from "#kernel/domain-error";
import type { IssuerKey } from "../domain/issuer.ts";

export type GetIssuerKeys = () => Promise<readonly IssuerKey[]>;

/** The key that signs now, and all that have signed. */
export function getIssuerKeysUseCase(issuerKeys: IssuerKeys, proofs: Pick<Proofs, "key">): GetIssuerKeys {
  return async () => {
    const [now, all] = await Promise.all([proofs.key(), issuerKeys.all()]);
    return [now, ...all.filter(({ multikey }) => multikey !== now.multikey)];
  };
}

export type GetStatusList = (list: number) => Promise<string>;

/** A status list as it was signed when it last changed. @throws DomainError `not-found` */
export function getStatusListUseCase(statusLists: Pick<StatusLists, "get">): GetStatusList {
  return async (list) => {
    const found = await statusLists.get(list);
    if (!found) throw refusal("not-found", {});
    return found.credential;
  };
}
