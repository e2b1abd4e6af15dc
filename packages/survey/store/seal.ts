import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from "node:crypto";
import type { RandomBytes } from "#kernel/id";
import { PlaceId } from "#kernel/ids";
import type { Participant } from "#survey/ports/answers";
import { Link } from "../domain/link.ts";
import { StudyId } from "../domain/study.ts";

const NONCE = 12;
const TAG = 16;
/** 96 bits, which NIST SP 800-38D allows: links stay below 100 characters. */
const LINK_TAG = 12;

/** A key of its own for each use, of the one study key: HKDF (RFC 5869). */
export function subkey(studyKey: Uint8Array, use: "rows" | "links" | "link nonces"): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", studyKey, new Uint8Array(), `smart survey ${use}`, 32));
}

/**
 * Seals bytes by AES-256-GCM under a fresh nonce, tied to the row they stand in: what is moved to another row doesn't open.
 * Base64url of nonce, ciphertext and tag: the same bytes never look the same, and the same length always does.
 */
export function seal(key: Uint8Array, plain: Uint8Array, row: string, random: RandomBytes): string {
  const nonce = random(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(row));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64url");
}

/** @throws when it isn't what `seal` made for this row with this key */
export function unseal(key: Uint8Array, sealed: string, row: string): Uint8Array {
  return opened(key, Buffer.from(sealed, "base64url"), row, TAG);
}

function opened(key: Uint8Array, bytes: Buffer, row: string, tag: number): Uint8Array {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE), { authTagLength: tag })
    .setAAD(Buffer.from(row))
    .setAuthTag(bytes.subarray(bytes.length - tag));
  return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - tag)), decipher.final()]));
}

/** Who a link was mailed to, for which wave, and which of their links for it: 32 bytes. */
interface LinkContent {
  readonly placeId: PlaceId;
  /** Eight bytes of a hash of the participation's key. */
  readonly who: string;
  readonly wave: number;
  readonly issue: number;
}

export function whoIs({ key }: Pick<Participant, "key">): string {
  return createHash("sha256").update(`survey link ${key}`).digest("hex").slice(0, 16);
}

/** The nonce follows from the content, so the same link comes out each time and none has to be kept (as AES-SIV does). */
export function makeLink(studyKey: Uint8Array, studyId: StudyId, { placeId, who, wave, issue }: LinkContent): Link {
  const plain = Buffer.concat([
    Buffer.from(placeId.slice(PLACE.length), "latin1"),
    Buffer.from(who, "hex"),
    Buffer.from([wave, issue]),
  ]);
  const nonce = createHmac("sha256", subkey(studyKey, "link nonces")).update(plain).digest().subarray(0, NONCE);
  const cipher = createCipheriv("aes-256-gcm", subkey(studyKey, "links"), nonce, { authTagLength: LINK_TAG });
  cipher.setAAD(Buffer.from(studyId));
  const bytes = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return Link.parse(`${studyId.slice(STUDY.length)}${bytes.toString("base64url")}`);
}

/** What a link says; undefined when it isn't one of this study's. */
export function readLink(studyKey: Uint8Array, studyId: StudyId, link: Link): LinkContent | undefined {
  const text = link.slice(ID_LENGTH);
  const bytes = Buffer.from(text, "base64url");
  if (bytes.toString("base64url") !== text || studyOfLink(link) !== studyId) return undefined;
  let plain: Uint8Array;
  try {
    plain = opened(subkey(studyKey, "links"), bytes, studyId, LINK_TAG);
  } catch {
    return undefined; // It doesn't open: nobody here made it.
  }
  const placeId = PlaceId.parse(`${PLACE}${Buffer.from(plain.subarray(0, ID_LENGTH)).toString("latin1")}`);
  const who = Buffer.from(plain.subarray(ID_LENGTH, ID_LENGTH + 8)).toString("hex");
  const [wave = 0, issue = 0] = plain.subarray(ID_LENGTH + 8);
  return { placeId, who, wave, issue };
}

export function studyOfLink(link: Link): StudyId {
  return StudyId.parse(`${STUDY}${link.slice(0, ID_LENGTH)}`);
}

const PLACE = "plc_";
const STUDY = "sty_";
const ID_LENGTH = 22;
