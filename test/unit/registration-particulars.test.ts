import { describe, expect, test } from "vitest";
import { plusSeconds, toInstant } from "#kernel/clock";
import { mint } from "#kernel/id";
import { OfferingId, OrderNumber, PlaceId, ProductId, TicketTypeId } from "#kernel/ids";
import { newOrderNumber } from "#kernel/order-number";
import { systemRandom } from "#platform/random";
import { nameParticipant } from "#registration/domain/name-participant";
import type { Particulars } from "#registration/domain/particulars";
import { type PlaceRequest, signUp } from "#registration/domain/sign-up";
import type { SignUpTerms } from "#registration/domain/terms";

const NOW = toInstant(Date.UTC(2026, 10, 2, 9));
const municipalityDomain = "kommune.example.no";
const ORDINARY = TicketTypeId.parse("ordinary");
const product = () => mint(ProductId, systemRandom);
const [DECK, PRIMARY, KINDERGARTEN] = [product(), product(), product()];

const terms: SignUpTerms = {
  offeringId: mint(OfferingId, systemRandom),
  kind: "course",
  version: 1,
  status: "published",
  signUpOpensAt: plusSeconds(NOW, -3600),
  signUpClosesAt: plusSeconds(NOW, 3600),
  namingDeadline: plusSeconds(NOW, 7200),
  ticketTypes: [{ ticketTypeId: ORDINARY, who: "everyone" }],
  allotments: [],
  includedGoods: [{ oneOf: [DECK] }, { oneOf: [PRIMARY, KINDERGARTEN] }],
  questions: [
    { questionId: "workplace", kind: "text", required: true },
    { questionId: "lunch", kind: "choice", choices: ["Ja", "Nei"], required: false },
    { questionId: "allergies", kind: "health", required: true },
  ],
};

const workplace = { questionId: "workplace", answer: "Eksempel skole" };
const allergies = { questionId: "allergies", answer: "Nøtter" };

function take(request: Partial<PlaceRequest> = {}) {
  const made = {
    placeId: mint(PlaceId, systemRandom),
    orderNumber: OrderNumber.parse(newOrderNumber(systemRandom)),
    now: NOW,
    municipalityDomain,
  };
  const { offeringId } = terms;
  return signUp(terms, { offeringId, ticketTypeId: ORDINARY, chosenGoods: [], answers: [], ...request }, made);
}

const kari: Particulars = {
  participant: { name: "Kári Ŋ. Đ. Eksempel 🎈" },
  chosenGoods: [PRIMARY],
  answers: [workplace],
};

describe("a place to be named later", () => {
  test("has what comes with every place, and no book that nobody has chosen", () => {
    expect(take().goods).toEqual([{ index: 0, productId: DECK }]);
  });

  test("gets its participant and book; only the book's stock is reserved then", () => {
    const { after, reserved, released } = nameParticipant(take(), terms, kari, { now: NOW, municipalityDomain });
    expect(after).toMatchObject({ participant: kari.participant, answers: [workplace], version: 2 });
    expect([reserved, released]).toEqual([[PRIMARY], []]);
  });

  test("can't be given answers without a name, about health or among the others", () => {
    const health = { consent: true, answers: [allergies] };
    expect(() => take({ health })).toThrow("participant-missing");
    expect(() => take({ answers: [allergies] })).toThrow("participant-missing");
  });

  test.each([
    ["no book", { chosenGoods: [] }, "choice-of-goods-missing"],
    ["a book that isn't offered", { chosenGoods: [product()] }, "choice-of-goods-unknown"],
    ["two books", { chosenGoods: [PRIMARY, KINDERGARTEN] }, "choice-of-goods-unknown"],
    ["a required question unanswered", { answers: [] }, "answer-missing"],
    ["an answer to nothing", { answers: [workplace, { questionId: "shoes", answer: "44" }] }, "answer-unknown"],
    ["another choice", { answers: [workplace, { questionId: "lunch", answer: "Kanskje" }] }, "answer-unknown"],
    ["health without consent", { health: { consent: false, answers: [allergies] } }, "health-consent-missing"],
    ["health among the others", { answers: [workplace, allergies] }, "health-consent-missing"],
    ["others among health", { health: { consent: true, answers: [workplace] } }, "answer-unknown"],
  ])("is not named with %s", (_what, wrong, code) => {
    expect(() => nameParticipant(take(), terms, { ...kari, ...wrong }, { now: NOW, municipalityDomain })).toThrow(code);
  });

  test("is not named from the naming deadline on, or once it is cancelled", () => {
    const { namingDeadline } = terms;
    expect(() =>
      nameParticipant(take(), terms, kari, { now: plusSeconds(namingDeadline, -1), municipalityDomain }),
    ).not.toThrow();
    expect(() => nameParticipant(take(), terms, kari, { now: namingDeadline, municipalityDomain })).toThrow(
      "naming-deadline-passed",
    );
    expect(() =>
      nameParticipant({ ...take(), status: "cancelled" }, terms, kari, { now: NOW, municipalityDomain }),
    ).toThrow("place-cancelled");
  });
});

describe("a named place", () => {
  const place = take(kari);

  test("keeps its goods when only the name changes", () => {
    const other = { ...kari, participant: { name: "Ola Eksempel" }, chosenGoods: [] };
    const { after, reserved, released } = nameParticipant(place, terms, other, { now: NOW, municipalityDomain });
    expect(after).toMatchObject({ participant: { name: "Ola Eksempel" }, goods: place.goods });
    expect([reserved, released]).toEqual([[], []]);
  });

  test("swaps one book for another", () => {
    const { reserved, released } = nameParticipant(
      place,
      terms,
      { ...kari, chosenGoods: [KINDERGARTEN] },
      { now: NOW, municipalityDomain },
    );
    expect([reserved, released]).toEqual([[KINDERGARTEN], [PRIMARY]]);
  });

  test("has no health answers in it", () => {
    const health = { consent: true, answers: [allergies] };
    const { after } = nameParticipant(place, terms, { ...kari, health }, { now: NOW, municipalityDomain });
    expect(after.healthAnswered).toBe(true);
    expect(JSON.stringify([after, take({ ...kari, health })])).not.toContain("Nøtter");
  });
});
