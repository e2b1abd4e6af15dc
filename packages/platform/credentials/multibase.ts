const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Ed25519 public key, as Multikey marks it: the varint of 0xed. */
const ED25519 = [0xed, 0x01];

/** `z` and base58btc. */
export function toBase58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const leading = zeros === -1 ? bytes.length : zeros;
  let number = BigInt(`0x0${Buffer.from(bytes).toString("hex")}`);
  let text = "";
  for (; number > 0n; number /= 58n) text = `${BASE58[Number(number % 58n)]}${text}`;
  return `z${"1".repeat(leading)}${text}`;
}

/** The bytes of a multibase text in base58btc; undefined for anything else. */
export function fromBase58(text: string): Uint8Array | undefined {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{1,200}$/.test(text)) return undefined;
  const characters = text.slice(1);
  let number = 0n;
  for (const character of characters) number = number * 58n + BigInt(BASE58.indexOf(character));
  const leading = /^1*/.exec(characters)?.[0].length ?? 0;
  const hex = number === 0n ? "" : number.toString(16);
  return new Uint8Array([...new Uint8Array(leading), ...Buffer.from(hex.length % 2 ? `0${hex}` : hex, "hex")]);
}

/** `u` and base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return `u${Buffer.from(bytes).toString("base64url")}`;
}

/** The bytes of a multibase text in base64url; undefined for anything else. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  return /^u[\w-]*$/.test(text) ? new Uint8Array(Buffer.from(text.slice(1), "base64url")) : undefined;
}

/** An Ed25519 public key of 32 bytes as `publicKeyMultibase`, such as `z6Mk…`. */
export function toMultikey(publicKey: Uint8Array): string {
  return toBase58(new Uint8Array([...ED25519, ...publicKey]));
}

/** The 32 bytes of an Ed25519 `publicKeyMultibase`; undefined for anything else. */
export function fromMultikey(multikey: string): Uint8Array | undefined {
  const bytes = fromBase58(multikey);
  const isEd25519 = bytes?.length === 34 && ED25519.every((byte, index) => bytes[index] === byte);
  return isEd25519 ? bytes.subarray(2) : undefined;
}
