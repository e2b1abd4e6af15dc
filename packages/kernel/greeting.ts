import type { Locale } from "#kernel/locale";
import { type Block, paragraph } from "./letter.ts";

const HELLO: Readonly<Record<Locale, string>> = { nb: "Hei", nn: "Hei", en: "Hello" };

/** `Hei, Kari Eksempel!` */
export function greeting(name: string, locale: Locale): Block {
  return paragraph(`${HELLO[locale]}, ${name}!`);
}
