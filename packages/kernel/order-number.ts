import type { RandomBytes } from "./id.ts";

/** Digits and upper-case letters without I, L, O and U, which are misread, and without Z: 31, a prime. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY";
const DIGITS = 7; // 35 bits; a collision is refused by the transaction and tried again with another

/** A new order number: seven random characters and a check character, as `K7M4-9QXY`. */
export function newOrderNumber(random: RandomBytes): string {
  const digits = Array.from(random(DIGITS), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
  const text = digits + checkCharacter(digits);
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** Whether the text is an order number whose check character is right: one wrong or two swapped characters are caught. */
export function isOrderNumber(text: string): boolean {
  if (!/^[0-9A-HJKMNP-TV-Y]{4}-[0-9A-HJKMNP-TV-Y]{4}$/.test(text)) return false;
  const characters = text.replace("-", "");
  return checkCharacter(characters.slice(0, DIGITS)) === characters.charAt(DIGITS);
}

/** A weighted sum modulo a prime (the idea of ISO/IEC 7064): every weight can be undone, so no single error cancels out. */
function checkCharacter(digits: string): string {
  let total = 0;
  for (const [index, character] of [...digits].entries()) total += ALPHABET.indexOf(character) * (index + 1);
  return ALPHABET.charAt(total % ALPHABET.length);
}
