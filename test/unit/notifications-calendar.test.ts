import { expect, test } from "vitest";
import { Instant } from "#kernel/clock";
import { PlaceId } from "#kernel/ids";
import { type CalendarPlace, calendarFile } from "#notifications/domain/calendar";
import { meeting } from "#test/letters";

const place: CalendarPlace = {
  ...meeting,
  placeId: PlaceId.parse("plc_9w3k1mq7z2n8p4r6t5v0xa"),
  version: 3,
};
const made = { host: "smart.example.no", at: Instant.parse("2027-02-01T12:00:00.000Z") };

/** The lines of a calendar file, put together again as a calendar reads them (RFC 5545 § 3.1). */
function linesOf(file: string): string[] {
  return file.replaceAll("\r\n ", "").split("\r\n");
}

test("a place is an event for each session, in UTC", () => {
  const lines = linesOf(calendarFile("PUBLISH", [place], made));
  expect(lines.slice(0, 2)).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0"]);
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(2);
  expect(lines).toContain("METHOD:PUBLISH");
  expect(lines).toContain("DTSTART:20270322T080000Z");
  expect(lines).toContain("DTEND:20270322T143000Z");
  expect(lines).toContain("DTSTART:20270601T070000Z");
  expect(lines).toContain("LOCATION:Eksempel skole\\, Eksempelveien 1\\, 5003 Bergen");
});

test("an event keeps its UID when the offering changes, and its sequence grows", () => {
  const uids = (file: string) => linesOf(file).filter((line) => line.startsWith("UID:"));
  const before = calendarFile("PUBLISH", [place], made);
  const after = calendarFile("PUBLISH", [{ ...place, version: 4 }], made);
  expect(uids(after)).toEqual(uids(before));
  expect(new Set(uids(before)).size).toBe(2);
  expect(linesOf(before)).toContain("SEQUENCE:2");
  expect(linesOf(after)).toContain("SEQUENCE:3");
});

test("a cancellation is ahead of what it cancels", () => {
  const lines = linesOf(calendarFile("CANCEL", [place], made));
  expect(lines).toContain("METHOD:CANCEL");
  expect(lines).toContain("STATUS:CANCELLED");
  expect(lines).toContain("SEQUENCE:3");
});

test("text can't break out of its line, and Sámi letters survive the fold", () => {
  const title = `Ŋ${"đš".repeat(60)}; kurs, del\\en\nBEGIN:VALARM`;
  const file = calendarFile("PUBLISH", [{ ...place, title }], made);
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(linesOf(file)).toContain(`SUMMARY:Ŋ${"đš".repeat(60)}\\; kurs\\, del\\\\en\\nBEGIN:VALARM`);
  expect(linesOf(file)).not.toContain("BEGIN:VALARM");
});

test("a digital meeting carries its link", () => {
  const venue = { kind: "digital", link: "https://video.example.no/rom" } as const;
  expect(linesOf(calendarFile("PUBLISH", [{ ...place, venue }], made))).toContain("URL:https://video.example.no/rom");
});
