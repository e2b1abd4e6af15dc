import * as z from "zod";

/** Gives `bytes` random bytes. Passed in, so that a test can repeat itself. */
export type RandomBytes = (bytes: number) => Uint8Array;

/** 32 characters without i, l, o and u: nothing to misread, and no words by accident (Crockford base32). */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** `length` random characters of Crockford's base32, 5 bits each. */
function randomText(length: number, random: RandomBytes): string {
  return Array.from(random(length), (byte) => ALPHABET.charAt(byte & 31)).join("");
}

const ID_LENGTH = 22; // 110 bits: can't be guessed or walked

const prefixes = z.registry<{ prefix: string }>();

/**
 * The schema of an id, to be branded: `defineId("plc").brand<"PlaceId">()`.
 * Ids read `<prefix>_<22 characters of base32>`, such as `plc_9w3k…`.
 */
export function defineId(prefix: string) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{${ID_LENGTH}}$`))
    .register(prefixes, { prefix });
}

/** A new id of this type. */
export function mint<Id extends z.ZodType<string, string>>(id: Id, random: RandomBytes): z.output<Id> {
  return id.parse(`${prefixes.get(id)?.prefix}_${randomText(ID_LENGTH, random)}`);
}

/** An unguessable key (160 bits) that gives a guest access to one order, offer or entry. */
export const AccessKey = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{32}$/)
  .brand<"AccessKey">();
export type AccessKey = z.infer<typeof AccessKey>;

export function mintAccessKey(random: RandomBytes): AccessKey {
  return AccessKey.parse(randomText(32, random));
}
