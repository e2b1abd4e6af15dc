import type { Role } from "#kernel/caller";

interface PersonSeed {
  /** As the sign-in page shows it. */
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Invented people by their subject at the local identity provider: one for each role, to log in as. */
export const peopleSeeds: Readonly<Record<Role, PersonSeed>> = {
  administrator: { name: "Anne Administrator", email: "administrator@smart.example.no", roles: ["administrator"] },
  "course-leader": { name: "Kari Kursleder", email: "kursleder@smart.example.no", roles: ["course-leader"] },
  reviewer: { name: "Vera Vurderer", email: "vurderer@smart.example.no", roles: ["reviewer"] },
  "survey-reader": { name: "Frode Forsker", email: "forsker@example.com", roles: ["survey-reader"] },
  "organisation-contact": { name: "Rita Rektor", email: "rektor@skole.example.no", roles: ["organisation-contact"] },
  participant: { name: "Dag Deltaker", email: "deltaker@example.com", roles: ["participant"] },
};
