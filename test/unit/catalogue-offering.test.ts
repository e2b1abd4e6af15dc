import { expect, test } from "vitest";
import {
  cancelOffering,
  changesToTell,
  editOffering,
  newOffering,
  publishOffering,
} from "#catalogue/domain/edit-offering";
import { OfferingDetails } from "#catalogue/domain/offering";
import { type Instant, plusSeconds, toInstant } from "#kernel/clock";
import { DomainError } from "#kernel/domain-error";
import { mint } from "#kernel/id";
import { OfferingId, ProductId } from "#kernel/ids";
import { offeringSeeds } from "#local/seed/offerings";
import { systemRandom } from "#platform/random";

const now = toInstant(Date.UTC(2026, 10, 2, 9));
const product = () => mint(ProductId, systemRandom);
const festival = offeringSeeds.festival(now);
const course = offeringSeeds["course-bergen"](now, product);

function published(details: unknown = festival) {
  const draft = newOffering(mint(OfferingId, systemRandom), OfferingDetails.parse(details), systemRandom);
  return publishOffering(draft, now);
}

function codeOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error instanceof DomainError ? { code: error.code, ...error.details } : error;
  }
}

const [ordinary, employee, cohort] = festival.ticketTypes;
const [allotment] = festival.allotments;

test.each([
  ["a session ends after it starts", { sessions: [{ startsAt: now, endsAt: now }] }, "sessions.0.endsAt"],
  [
    "sessions follow each other",
    { sessions: [festival.sessions[0], { ...festival.sessions[0] }] },
    "sessions.1.startsAt",
  ],
  ["sign-up closes after it opens", { signUpOpensAt: festival.signUpClosesAt }, "signUpClosesAt"],
  ["sign-up closes before the start", { signUpClosesAt: festival.sessions[0]?.endsAt }, "signUpClosesAt"],
  ["the naming deadline is before the start", { namingDeadline: festival.sessions[0]?.endsAt }, "namingDeadline"],
  [
    "the cancellation deadline is before the start",
    { cancellationDeadline: festival.sessions[0]?.endsAt },
    "cancellationDeadline",
  ],
  ["allotments fit in the capacity", { capacity: 30, ticketTypes: [{ ...cohort, quota: undefined }] }, "allotments"],
  ["a quota fits in the capacity", { capacity: 219 }, "ticketTypes.0.quota"],
  [
    "a quota holds its allotments",
    { ticketTypes: [ordinary, employee, { ...cohort, quota: 35 }] },
    "ticketTypes.2.quota",
  ],
  ["an allotment is of a ticket type", { ticketTypes: [ordinary] }, "allotments.0.ticketTypeId"],
  ["ticket types have ids of their own", { ticketTypes: [ordinary, ordinary, cohort] }, "ticketTypes.1.ticketTypeId"],
  [
    "allotments have ids of their own",
    { ticketTypes: [ordinary, { ...cohort, quota: 72 }], allotments: [allotment, allotment] },
    "allotments.1.allotmentId",
  ],
  ["employees pay nothing", { ticketTypes: [ordinary, { ...employee, price: 100 }, cohort] }, "ticketTypes.1.price"],
  [
    "a question of choice has choices",
    { questions: [{ questionId: "lunch", text: { nb: "Lunsj?" }, kind: "choice", required: true }] },
    "questions.0.choices",
  ],
  [
    "nobody must answer about health",
    { questions: [{ questionId: "allergies", text: { nb: "Allergier?" }, kind: "health", required: true }] },
    "questions.0.required",
  ],
])("%s", (_, changed, path) => {
  expect(OfferingDetails.safeParse(festival).success).toBe(true);
  const parsed = OfferingDetails.safeParse({ ...festival, ...changed });
  expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toContain(path);
});

test("an allotment gets a key that nobody chooses, and keeps it when the offering is edited", () => {
  const before = published();
  const details = OfferingDetails.parse({
    ...festival,
    ticketTypes: [ordinary, employee, { ...cohort, quota: 46 }],
    allotments: [
      { ...allotment, places: 30 },
      { ...allotment, allotmentId: "helpers", places: 10 },
    ],
  });
  const after = editOffering(before, details, systemRandom);
  expect(before.allotments[0]?.key).toMatch(/^[0-9a-z]{32}$/);
  expect(after.allotments[0]?.key).toBe(before.allotments[0]?.key);
  expect(after.allotments[1]?.key).not.toBe(before.allotments[0]?.key);
  expect(OfferingDetails.safeParse({ ...festival, allotments: before.allotments }).success).toBe(false);
});

test.each([
  ["a price", { ticketTypes: [{ ...ordinary, price: 10_000 }, employee, cohort] }, "/ticketTypes/0/price"],
  [
    "a VAT allocation",
    {
      ticketTypes: [
        { ...ordinary, vatAllocation: { version: "2027", shares: [{ what: "teaching", category: "E", weight: 1 }] } },
        employee,
        cohort,
      ],
    },
    "/ticketTypes/0/vatAllocation",
  ],
  ["a ticket type", { ticketTypes: [employee, cohort] }, "/ticketTypes/ordinary"],
  ["an allotment", { allotments: [] }, "/allotments/cohort"],
  ["what is included", { includedGoods: [{ name: { nb: "Bok" }, oneOf: [product()] }] }, "/includedGoods"],
])("publishing binds %s", (_, changed, field) => {
  const details = OfferingDetails.parse({ ...festival, ...changed });
  const before = published();
  const { offeringId } = before;
  const refused = codeOf(() => editOffering(before, details, systemRandom));
  expect(refused).toEqual({ code: "bound-by-publication", offeringId, fields: [field] });
  expect(editOffering({ ...before, status: "draft" }, details, systemRandom).version).toBe(before.version + 1);
});

test("a published offering may get a new ticket type, another quota and other words", () => {
  const before = published(course);
  const [place] = course.ticketTypes;
  const ticketTypes = [place && { ...place, quota: 20 }, place && { ...place, ticketTypeId: "student", price: 50_000 }];
  const details = OfferingDetails.parse({ ...course, ticketTypes, title: { nb: "Grunnkurs" } });
  expect(editOffering(before, details, systemRandom)).toMatchObject({ version: 3, title: { nb: "Grunnkurs" } });
});

test("people are told of other dates and another venue, and of nothing else", () => {
  const before = published(course);
  const edited = (changed: Record<string, unknown>) =>
    changesToTell(before, editOffering(before, OfferingDetails.parse({ ...course, ...changed }), systemRandom));
  const later = (instant: Instant | undefined) => plusSeconds(instant ?? now, 3600);
  const sessions = before.sessions.map(({ startsAt, endsAt }) => ({
    startsAt: later(startsAt),
    endsAt: later(endsAt),
  }));
  expect(edited({ title: { nb: "Grunnkurs" }, capacity: 40 })).toEqual([]);
  expect(edited({ sessions })).toEqual(["dates"]);
  expect(edited({ sessions, venue: { kind: "digital", link: "https://video.example.no/x" } })).toEqual([
    "dates",
    "venue",
  ]);
});

test("sign-up that would close before it opens isn't published, and what is over isn't cancelled", () => {
  const before = published();
  const { offeringId } = before;
  const draft = { ...before, status: "draft" as const };
  const end = before.sessions[0]?.endsAt ?? now;
  expect(codeOf(() => publishOffering(draft, before.signUpClosesAt))).toEqual({ code: "offering-is-over", offeringId });
  expect(cancelOffering(before, { nb: "Sykdom" }, end).status).toBe("cancelled");
  expect(codeOf(() => cancelOffering(before, { nb: "Sykdom" }, plusSeconds(end, 1)))).toEqual({
    code: "offering-is-over",
    offeringId,
  });
});

test("what is cancelled stays cancelled: not edited, not published again", () => {
  const before = published();
  const { offeringId } = before;
  const cancelled = cancelOffering(before, { nb: "Sykdom" }, now);
  expect(cancelled).toMatchObject({ version: 3, cancellation: { reason: { nb: "Sykdom" }, cancelledAt: now } });
  const refused = { code: "offering-is-cancelled", offeringId };
  expect(codeOf(() => publishOffering(cancelled, now))).toEqual(refused);
  expect(codeOf(() => editOffering(cancelled, OfferingDetails.parse(festival), systemRandom))).toEqual(refused);
});
