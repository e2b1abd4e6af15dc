import type { Instant } from "#kernel/clock";
import type { PlaceId } from "#kernel/ids";
import type { SessionAt, Venue } from "./venue.ts";

/** One place in an offering, as it goes into a calendar: an event for each of its sessions. */
export interface CalendarPlace {
  readonly placeId: PlaceId;
  readonly title: string;
  readonly sessions: readonly SessionAt[];
  readonly venue: Venue;
  /** The offering's version: it grows with each change of date or venue. */
  readonly version: number;
}

/**
 * A calendar file (RFC 5545, with RFC 5546's methods), times in UTC. An event keeps its UID for good, so that a later
 * file changes or removes it: SEQUENCE grows with the offering's version, and a cancellation is ahead of what it cancels.
 *
 * @param method `PUBLISH` for new or changed events, `CANCEL` to take them out again
 * @param host of our own addresses, to make the UIDs unique in the world
 */
export function calendarFile(
  method: "PUBLISH" | "CANCEL",
  places: readonly CalendarPlace[],
  made: { readonly host: string; readonly at: Instant },
): string {
  const events = places.flatMap((place) =>
    place.sessions.flatMap((session, index) => [
      "BEGIN:VEVENT",
      `UID:${place.placeId}-${index + 1}@${made.host}`,
      `DTSTAMP:${utc(made.at)}`,
      `SEQUENCE:${method === "CANCEL" ? place.version : place.version - 1}`,
      `STATUS:${method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
      `DTSTART:${utc(session.startsAt)}`,
      `DTEND:${utc(session.endsAt)}`,
      `SUMMARY:${escapeText(place.title)}`,
      ...location(session.venue ?? place.venue),
      "END:VEVENT",
    ]),
  );
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SMART oppvekst//booking//NO", `METHOD:${method}`];
  return `${[...lines, ...events, "END:VCALENDAR"].map(fold).join("\r\n")}\r\n`;
}

function location(venue: Venue): string[] {
  if (venue.kind === "place") return [`LOCATION:${escapeText(`${venue.name}, ${venue.address}`)}`];
  return venue.link ? [`LOCATION:${escapeText(venue.link)}`, `URL:${venue.link}`] : [];
}

/** `20270322T080000Z` (RFC 5545 § 3.3.5, form 2). */
function utc(instant: Instant): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** RFC 5545 § 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** Lines are at most 75 octets, and go on after a line break and a space (RFC 5545 § 3.1); no letter is split. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}
