import { readFile } from "node:fs/promises";
import { Credential } from "./check.ts";

/** What can't be read, said in one sentence. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

const TIMEOUT_MILLISECONDS = 10_000;
const MOST_CHARACTERS = 5_000_000;

/** A credential from a file, or from its address, which is asked for JSON. */
export async function readCredential(source: string): Promise<Credential> {
  const found = Credential.safeParse(await readJson(source));
  if (found.success) return found.data;
  const what = found.error.issues.map(({ path }) => path.join(".") || "the whole of it").join(", ");
  throw new Unreadable(`${source} is JSON, but no credential: wrong or missing are ${what}.`);
}

/** JSON from a file or an address. */
export async function readJson(source: string): Promise<unknown> {
  const text = isAddress(source) ? await fetchText(source) : await fileText(source);
  try {
    return JSON.parse(text);
  } catch {
    const pdf = text.startsWith("%PDF") ? " It is a PDF: give the address that its QR code opens." : "";
    throw new Unreadable(`${source} is not JSON.${pdf}`);
  }
}

/** JSON from an address: https, or http on this machine. */
export async function loadJson(url: string): Promise<unknown> {
  if (!isAddress(url)) throw new Unreadable(`${url} is no address.`);
  return readJson(url);
}

function isAddress(source: string): boolean {
  return /^https?:\/\//.test(source);
}

async function fileText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new Unreadable(`There is no file ${path} that can be read.`);
  }
}

async function fetchText(url: string): Promise<string> {
  const address = URL.parse(url);
  const here = address && ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  if (!address || (address.protocol !== "https:" && !here)) {
    throw new Unreadable(`${url} is not asked: only https is, and http on this machine.`);
  }
  const answer = await fetch(address, {
    headers: { accept: "application/vc, application/ld+json, application/json" },
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  }).catch(() => {
    throw new Unreadable(`${address.origin} does not answer.`);
  });
  if (!answer.ok) throw new Unreadable(`${url} answers ${answer.status}: there is no certificate there.`);
  const text = await answer.text();
  if (text.length > MOST_CHARACTERS) throw new Unreadable(`${url} answers more than a certificate can be.`);
  return text;
}
