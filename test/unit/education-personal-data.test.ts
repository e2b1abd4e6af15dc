import { expect, test } from "vitest";
import { educationData } from "#education/app/personal-data";
import type { Background, Participation } from "#education/domain/participation";
import { ParticipationView } from "#education/http/cohort-routes";
import { invariant } from "#kernel/domain-error";
import { mint, mintAccessKey } from "#kernel/id";
import { OfferingId, PlaceId } from "#kernel/ids";
import { OrderView } from "#ordering/http/order-view";
import { systemRandom } from "#platform/random";

const cohortId = mint(OfferingId, systemRandom);
const placeId = mint(PlaceId, systemRandom);
const email = "kari@example.no";

function participation(background: Background, told: Background): Participation {
  return {
    cohortId,
    placeId,
    key: mintAccessKey(systemRandom),
    locale: "nb",
    name: "Kari Eksempel",
    email,
    background,
    told,
    status: "active",
    processLeader: false,
    attendance: {},
    portfolio: { status: "draft", documents: [] },
    essay: { status: "draft" },
    version: 1,
  };
}

/** What somebody is told of their own participation. */
async function tells(background: Background, told: Background) {
  const kept = { delete: async () => {} };
  const { kinds } = educationData({
    participations: { cohort: async () => undefined },
    keptFiles: kept,
    quarantine: kept,
    newKey: () => mintAccessKey(systemRandom),
  });
  const kind = kinds.find((each) => each.kind === "participation");
  invariant(kind !== undefined, "participations have a policy");
  const row = { pk: `COHORT#${cohortId}`, sk: `PARTICIPANT#${placeId}`, ...participation(background, told) };
  return kind.tells(row, { email, hash: "" });
}

test("an export tells what somebody answered, where it was corrected since", async () => {
  const told = { profession: "Lærer", workplace: "Solheim barnehage" };
  expect(await tells({ ...told, profession: "Barnehagelærer" }, told)).toMatchObject({
    profession: "Barnehagelærer",
    workplace: "Solheim barnehage",
    answers: "Lærer",
  });
  expect((await tells(told, told)).answers).toBe("");
});

test("what only a rule asks is in no view", () => {
  const seen = ParticipationView.parse(participation({ profession: "Barnehagelærer" }, { profession: "Lærer" }));
  expect(JSON.stringify(seen)).toContain("Barnehagelærer");
  expect(seen).not.toHaveProperty("told");
  expect(Object.keys(OrderView.shape)).toContain("paid");
  expect(Object.keys(OrderView.shape)).not.toContain("moneyMovedAt");
});
