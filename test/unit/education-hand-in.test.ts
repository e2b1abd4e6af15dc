import { describe, expect, test } from "vitest";
import { AddDocumentRequest, newDocument, newEssay } from "#education/domain/add-document";
import type { Cohort } from "#education/domain/cohort";
import { essayLength } from "#education/domain/essay-length";
import {
  blank,
  type HandIn,
  HandInMove,
  moved,
  submitted,
  withDocument,
  withoutDocument,
  withoutExpired,
} from "#education/domain/hand-in";
import { isOwn, mayRead } from "#education/domain/hand-in-access";
import { HandInStatus } from "#education/domain/participation";
import { isReady, MOST_BYTES, type PracticeDocument } from "#education/domain/practice-document";
import { deletedAt, nextDue } from "#education/domain/retention";
import { settled } from "#education/domain/settle-upload";
import { type Caller, PersonId, Role } from "#kernel/caller";
import { Instant, plusSeconds } from "#kernel/clock";
import { mint, mintAccessKey } from "#kernel/id";
import { DocumentId, OfferingId, PlaceId } from "#kernel/ids";
import { systemRandom } from "#platform/random";

const now = Instant.parse("2023-01-12T12:00:00.000Z");
const ref = { cohortId: mint(OfferingId, systemRandom), placeId: mint(PlaceId, systemRandom) };
const day = (dayId: string, date: string) => ({
  dayId,
  startsAt: Instant.parse(`${date}T07:00:00.000Z`),
  endsAt: Instant.parse(`${date}T14:00:00.000Z`),
  calledOff: false,
});
const cohort: Pick<Cohort, "gatherings"> = {
  gatherings: [
    {
      title: { nb: "Oppstart" },
      venue: { name: "Hotellet", address: "Eksempelveien 1" },
      days: [day("d1", "2022-09-14"), day("d2", "2022-09-15")],
      overnightStay: true,
    },
    {
      title: { nb: "Avslutning" },
      venue: { name: "Huset", address: "Eksempelveien 2" },
      days: [day("d9", "2023-06-01")],
      overnightStay: false,
    },
  ],
};
const text = { kind: "text", title: "Sirkeltid", datedOn: "2022-10-20", text: "Vi prøvde.", noChildRecognisable: true };
const file = { fileName: "a.pdf", contentType: "application/pdf", bytes: 1000, sha256: `${"A".repeat(43)}=` };
const make = (request: object, at = now) =>
  newDocument(AddDocumentRequest.parse({ ...text, ...request }), cohort, {
    documentId: mint(DocumentId, systemRandom),
    now: at,
  });
const essay = (values: object = {}, at = now) =>
  newEssay({ file: { ...file, ...values }, noChildRecognisable: true }, cohort, {
    documentId: mint(DocumentId, systemRandom),
    now: at,
  });
const handIn = (documents: PracticeDocument[], values: Partial<HandIn> = {}): HandIn => ({
  ...blank({ ...ref, kind: "portfolio" }),
  documents,
  ...values,
});
const texts = (count: number) => Array.from({ length: count }, () => make({}));
const codeOf = (act: () => unknown) => {
  try {
    act();
    return "done";
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
};

describe("a portfolio's or essay's status", () => {
  const goes: Record<string, HandInStatus> = {
    "draft submit": "submitted",
    "submitted withdraw": "draft",
    "submitted return": "returned",
    "submitted approve": "approved",
    "returned submit": "submitted",
    "approved reopen": "returned",
  };

  test.each(HandInStatus.options.flatMap((status) => HandInMove.options.map((move) => ({ status, move }))))(
    "$status, asked to $move",
    ({ status, move }) => {
      const act = () => moved(handIn([], { status }), move).status;
      const to = goes[`${status} ${move}`];
      if (to) expect(act()).toBe(to);
      else expect(act).toThrow("hand-in-moved-on");
    },
  );

  test.each(HandInStatus.options)("%s, its documents can be changed only while nobody reviews it", (status) => {
    const [document = make({})] = texts(1);
    const open = status === "draft" || status === "returned";
    const expected = open ? "done" : "hand-in-moved-on";
    expect(codeOf(() => withDocument(handIn([], { status }), document, now))).toBe(expected);
    expect(codeOf(() => withoutDocument(handIn([document], { status }), document.documentId))).toBe(expected);
  });
});

describe("handing in", () => {
  test("takes three to five documents that are ready", () => {
    const codes = [0, 2, 3, 5].map((count) => codeOf(() => submitted(handIn(texts(count)), now)));
    expect(codes).toEqual(["hand-in-incomplete", "hand-in-incomplete", "done", "done"]);
  });

  test("waits for a file on its way, until it is given up and no part of it any more", () => {
    const waiting = handIn([...texts(3), make({ file })]);
    expect(codeOf(() => submitted(waiting, now))).toBe("hand-in-incomplete");
    expect(submitted(waiting, plusSeconds(now, 3601)).documents).toHaveLength(3);
  });

  test("takes an essay with its file, and forgets the comments it answers", () => {
    const sent = { ...essay(), file: { ...file, contentType: "application/pdf", status: "ready" } } as PracticeDocument;
    expect(codeOf(() => submitted(handIn([], { kind: "essay" }), now))).toBe("hand-in-incomplete");
    const returned = handIn([sent], { kind: "essay", status: "returned", comments: "Skriv mer." });
    expect(submitted(returned, now)).toMatchObject({ status: "submitted", submittedAt: now });
    expect(submitted(returned, now)).not.toHaveProperty("comments");
  });
});

describe("a sixth document", () => {
  test("is refused, whatever the five are made of", () => {
    for (let files = 0; files <= 5; files += 1) {
      const five = [...texts(5 - files), ...Array.from({ length: files }, () => make({ file }))];
      expect(codeOf(() => withDocument(handIn(five), make({}), now))).toBe("too-many-documents");
    }
  });

  test("takes the place of one that was turned away or never came, which is forgotten then", () => {
    const rejected = {
      ...make({ file }),
      file: { ...file, status: "rejected", reason: "malware" },
    } as PracticeDocument;
    const never = make({ file });
    const later = plusSeconds(now, 3601);
    const after = withDocument(handIn([...texts(3), rejected, never]), make({}), later);
    expect(after.documents).toHaveLength(4);
    expect(after.documents.every(isReady)).toBe(true);
    expect(withoutExpired(handIn([rejected, never]), later).documents).toEqual([rejected]);
  });

  test("of an essay takes the place of one that never came at once, of one that came when it has come itself", () => {
    const unsent = withDocument(handIn([essay()], { kind: "essay" }), essay({ fileName: "b.pdf" }), now);
    expect(unsent.documents.map(({ title }) => title)).toEqual(["b.pdf"]);
    const first = unsent.documents[0];
    if (!first) throw new Error("The essay is not there.");
    const sent = settled(unsent, first.documentId, { verdict: "ready" });
    const again = essay({ fileName: "c.pdf" });
    const waiting = withDocument(sent, again, now);
    expect(waiting.documents.map(({ title }) => title)).toEqual(["b.pdf", "c.pdf"]);
    expect(codeOf(() => submitted(waiting, now))).toBe("hand-in-incomplete");
    const rejected = settled(waiting, again.documentId, { verdict: "rejected", reason: "malware" });
    expect(
      submitted(rejected, now)
        .documents.filter(isReady)
        .map(({ title }) => title),
    ).toEqual(["b.pdf"]);
    const ready = settled(waiting, again.documentId, { verdict: "ready" });
    expect(ready.documents.map(({ title }) => title)).toEqual(["c.pdf"]);
  });
});

describe("a document", () => {
  test.each([
    { datedOn: "2022-09-13", because: "before the first day", code: "document-date-not-in-cohort" },
    { datedOn: "2022-09-14", because: "the first day", code: "done" },
    { datedOn: "2023-01-12", because: "today", code: "done" },
    { datedOn: "2023-01-13", because: "in the future", code: "document-date-not-in-cohort" },
  ])("dated $because: $code", ({ datedOn, code }) => {
    expect(codeOf(() => make({ datedOn }))).toBe(code);
  });

  test("dated after the cohort's last day is refused, also later", () => {
    const later = Instant.parse("2023-08-01T12:00:00.000Z");
    expect(codeOf(() => make({ datedOn: "2023-06-01" }, later))).toBe("done");
    expect(codeOf(() => make({ datedOn: "2023-06-02" }, later))).toBe("document-date-not-in-cohort");
  });

  test("an essay waits for the first day: until then another may come instead", () => {
    expect(codeOf(() => essay({}, Instant.parse("2022-09-13T20:00:00.000Z")))).toBe("cohort-not-begun");
    expect(codeOf(() => essay({}, Instant.parse("2022-09-13T22:00:00.000Z")))).toBe("done");
  });

  test("needs the box about children, left out too", () => {
    expect(codeOf(() => make({ noChildRecognisable: false }))).toBe("child-consent-missing");
    expect(codeOf(() => make({ noChildRecognisable: undefined }))).toBe("child-consent-missing");
  });

  test("has a file of 20 MB at most, of a type that is taken", () => {
    expect(codeOf(() => make({ file: { ...file, bytes: MOST_BYTES } }))).toBe("done");
    expect(codeOf(() => make({ file: { ...file, bytes: 21_000_000 } }))).toBe("file-too-large");
    expect(codeOf(() => make({ file: { ...file, contentType: "text/html" } }))).toBe("file-type-not-allowed");
    expect(codeOf(() => essay({ contentType: "image/png" }))).toBe("file-type-not-allowed");
  });

  test.each([
    { why: "a photo without a text", request: { kind: "photo-with-text", file, text: undefined } },
    { why: "a photo without a photo", request: { kind: "photo-with-text" } },
    { why: "a link without an address", request: { kind: "link" } },
    { why: "an address that isn't https", request: { kind: "link", link: "javascript:alert(1)" } },
    { why: "nothing at all", request: { text: undefined } },
    { why: "a file with a folder in its name", request: { file: { ...file, fileName: "../a.pdf" } } },
    { why: "a date that isn't one", request: { datedOn: "2022-02-30" } },
  ])("that is $why can't be asked for", ({ request }) => {
    expect(AddDocumentRequest.safeParse({ ...text, ...request }).success).toBe(false);
  });
});

test("an essay's length is told by pages or by words", () => {
  const lengths = [1, 2, 3, 4].map((count) => essayLength({ unit: "pages", count }));
  expect(lengths).toEqual(["shorter", "as-asked", "as-asked", "longer"]);
  const words = [699, 700, 1500, 1501].map((count) => essayLength({ unit: "words", count }));
  expect(words).toEqual(["shorter", "as-asked", "as-asked", "longer"]);
});

test("what is handed in is deleted a year after the cohort's last day; until then it is looked at each month", () => {
  expect(deletedAt(cohort)).toBe("2024-06-01T00:00:00.000Z");
  expect(nextDue(handIn([make({})]), cohort, now)).toBe(plusSeconds(now, 30 * 86_400));
  expect(nextDue(handIn([make({ file })]), cohort, now)).toBe(plusSeconds(now, 3600));
  expect(nextDue(handIn([]), cohort, Instant.parse("2024-05-30T00:00:00.000Z"))).toBe(deletedAt(cohort));
});

test("a portfolio is read by its participant, reviewers and administrators, and by no course leader", () => {
  const whose = { key: mintAccessKey(systemRandom), email: "kari@example.no" };
  const person = (email: string, ...roles: Role[]): Caller => ({
    kind: "person",
    personId: mint(PersonId, systemRandom),
    email,
    roles,
  });
  expect(mayRead(whose, { kind: "guest", key: whose.key })).toBe(true);
  expect(mayRead(whose, { kind: "guest", key: mintAccessKey(systemRandom) })).toBe(false);
  expect(isOwn(whose, person("kari@example.no"))).toBe(true);
  const readers = Role.options.filter((role) => mayRead(whose, person("ola@example.no", role)));
  expect(readers.toSorted()).toEqual(["administrator", "reviewer"]);
});
