import { expect, test } from "vitest";
import { QuoteDetails, WorkplaceCourseRequest } from "#agreements/domain/workplace-course";
import { newParticipants, participantsIn } from "#agreements/domain/workplace-participants";
import { DomainError } from "#kernel/domain-error";
import { quoteDetails, workplaceRequest } from "#test/workplace-course";

test("a sheet's rows are participants, with or without a heading, in the heading's order", () => {
  const expected = [{ name: "Ola Eksempel", email: "ola@example.no" }, { name: "Kari Eksempel" }];
  const rows = [["Ola Eksempel", "Ola@Example.no"], [], [" ", ""], ["Kari Eksempel", ""]];
  expect(participantsIn(rows)).toEqual(expected);
  expect(participantsIn([["Navn", "E-post"], ...rows])).toEqual(expected);
  const turned = rows.map(([name = "", email = ""]) => ["4. trinn", email, name]);
  expect(
    participantsIn([["Trinn", "E-post", "Deltaker"], ...turned.filter((row) => row[2] !== " " && row[2] !== "")]),
  ).toEqual(expected);
});

test("HTML is a name like any other, and control characters are none", () => {
  expect(participantsIn([["<script>alert(1)</script>", ""]])).toEqual([{ name: "<script>alert(1)</script>" }]);
  expect(codeOf(() => participantsIn([["Ola\nBcc: x@example.no", ""]]))).toMatchObject({
    rows: [{ row: 1, field: "name" }],
  });
});

test("every row that can't be read is named by the number the sheet shows", () => {
  const rows = [
    ["Navn", "E-post"],
    ["Ola", "ola@example.no"],
    ["", "kari@example.no"],
    ["Inge", "inge@"],
  ];
  expect(codeOf(() => participantsIn(rows))).toEqual({
    rows: [
      { row: 3, field: "name" },
      { row: 4, field: "email" },
    ],
  });
});

test("nobody is listed twice: by address, or by name where one of the two has none", () => {
  const listed = [{ name: "Ola Eksempel", email: "ola@example.no" }, { name: "Kari Eksempel" }];
  const given = [
    { name: "Ola E.", email: "ola@example.no" },
    { name: "kari  eksempel", email: "kari@example.no" },
    { name: "Ola Eksempel" },
    { name: "Ola Eksempel", email: "ola2@example.no" },
    { name: "Inge Eksempel" },
    { name: "INGE EKSEMPEL" },
  ];
  expect(newParticipants(listed, given)).toEqual([
    { name: "Ola Eksempel", email: "ola2@example.no" },
    { name: "Inge Eksempel" },
  ]);
});

test("thousands of rows are looked through at once, not each against all the others", () => {
  const given = Array.from({ length: 5000 }, (_, index) => ({ name: `Deltaker ${index}` }));
  const began = performance.now();
  expect(newParticipants(given, [...given, { name: "Ny Deltaker" }])).toEqual([{ name: "Ny Deltaker" }]);
  expect(performance.now() - began).toBeLessThan(1000);
});

test.each([
  ["nobody", { participants: 0 }],
  ["more than any course has", { participants: 1301 }],
  ["half a person", { participants: 2.5 }],
  [
    "a mistyped organisation number",
    { organisation: { ...workplaceRequest.organisation, organisationNumber: "200000006" } },
  ],
  ["a day that isn't one", { wishedOn: "2027-02-30" }],
])("not asked for: a course for %s", (_what, wrong) => {
  expect(WorkplaceCourseRequest.safeParse(workplaceRequest).success).toBe(true);
  expect(WorkplaceCourseRequest.safeParse({ ...workplaceRequest, ...wrong }).success).toBe(false);
});

test.each([
  ["that ends before it starts", { endsAt: quoteDetails.answerBy }],
  ["answered once it has begun", { answerBy: quoteDetails.startsAt }],
  ["below nothing", { price: -1 }],
  ["for nobody", { capacity: 0 }],
])("not offered: a course %s", (_what, wrong) => {
  expect(QuoteDetails.safeParse(quoteDetails).success).toBe(true);
  expect(QuoteDetails.safeParse({ ...quoteDetails, ...wrong }).success).toBe(false);
});

function codeOf(decide: () => unknown): unknown {
  try {
    return decide();
  } catch (error) {
    if (error instanceof DomainError) return error.details;
    throw error;
  }
}
