import * as z from "zod";
import { EmailAddress, TextLine } from "#kernel/contact";
import { refusal } from "#kernel/domain-error";

/** One who comes to a course at their workplace. */
export const ListedParticipant = z.strictObject({ name: TextLine, email: EmailAddress.optional() });
export type ListedParticipant = z.infer<typeof ListedParticipant>;

/** Enough to see what is wrong with a sheet. */
const MOST_TOLD = 50;

interface UnreadableRow {
  /** Counted from 1, as the sheet shows them, its heading included. */
  readonly row: number;
  readonly field: "name" | "email";
}

const HEADINGS = {
  name: new Set(["navn", "namn", "name", "deltaker", "deltakar", "participant"]),
  email: new Set(["e-post", "epost", "e-postadresse", "e-mail", "email", "mail"]),
};

/**
 * The participants that a sheet's rows tell of: two columns, name and e-mail, in the order that a heading says, or so when
 * there is none. Empty rows count for nothing.
 *
 * @throws DomainError `participants-unreadable` with every row that can't be read
 */
export function participantsIn(rows: readonly (readonly string[])[]): ListedParticipant[] {
  const columns = columnsOf(rows[0] ?? []);
  const participants: ListedParticipant[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index < columns.headings || cells.every((cell) => cell.trim() === "")) continue;
    const typed = (cells[columns.email] ?? "").trim();
    const name = TextLine.safeParse(cells[columns.name] ?? "");
    const email = EmailAddress.optional().safeParse(typed === "" ? undefined : typed);
    if (!name.success) unreadable.push({ row: index + 1, field: "name" });
    else if (!email.success) unreadable.push({ row: index + 1, field: "email" });
    else participants.push({ name: name.data, ...(email.data && { email: email.data }) });
  }
  if (unreadable.length > 0) throw refusal("participants-unreadable", { rows: unreadable.slice(0, MOST_TOLD) });
  return participants;
}

function columnsOf(first: readonly string[]): { headings: 0 | 1; name: number; email: number } {
  const words = first.map((cell) => cell.trim().toLowerCase());
  const [name, email] = [
    words.findIndex((word) => HEADINGS.name.has(word)),
    words.findIndex((word) => HEADINGS.email.has(word)),
  ];
  if (name < 0) return { headings: 0, name: 0, email: 1 };
  return { headings: 1, name, email: email < 0 ? first.length : email };
}

/**
 * Who of a list isn't there yet: known by their address, or by their name where one of the two has none. So a list may come
 * again, longer, and nobody is listed twice.
 */
export function newParticipants(
  listed: readonly ListedParticipant[],
  given: readonly ListedParticipant[],
): ListedParticipant[] {
  // Looked up, not compared: a sheet may have thousands of rows.
  const known = { emails: new Set<string>(), names: new Set<string>(), namesAlone: new Set<string>() };
  const remember = ({ name, email }: ListedParticipant) => {
    known.names.add(plain(name));
    if (email) known.emails.add(email);
    else known.namesAlone.add(plain(name));
  };
  const isKnown = ({ name, email }: ListedParticipant) =>
    email ? known.emails.has(email) || known.namesAlone.has(plain(name)) : known.names.has(plain(name));
  listed.forEach(remember);
  return given.filter((participant) => {
    if (isKnown(participant)) return false;
    remember(participant);
    return true;
  });
}

/** To the letter: a name that is only written otherwise is a correction. */
export function isSame(one: ListedParticipant, other: ListedParticipant): boolean {
  return one.name === other.name && one.email === other.email;
}

function plain(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
