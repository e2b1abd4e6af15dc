import { dataKeys } from "#local/kms/data-keys";
import { signing } from "#local/kms/signing";

/** An answer of KMS, or the name of the exception it answers. */
type KmsAnswer = object | { readonly refused: string } | undefined;

/** Does an operation, such as `TrentService.Sign`; undefined for a key that there isn't. */
export type LocalKms = (target: string, body: unknown) => KmsAnswer;

/**
 * KMS, as far as the product uses it: keys that sign, and keys that wrap data keys. Each is made when it is first used, for
 * as long as the runtime runs.
 *
 * @param keyArns the template's keys, by what they are for
 * @throws ZodError for a request of another shape
 */
export function localKms(keyArns: {
  readonly signing: ReadonlySet<string>;
  readonly wrapping: ReadonlySet<string>;
}): LocalKms {
  const sign = signing(keyArns.signing);
  const wrap = dataKeys(keyArns.wrapping);
  return (target, body) => {
    const operation = target.replace("TrentService.", "");
    if (operation === "Sign" || operation === "GetPublicKey") return sign(operation, body);
    if (operation === "GenerateDataKey" || operation === "Decrypt") return wrap(operation, body);
    return undefined;
  };
}
