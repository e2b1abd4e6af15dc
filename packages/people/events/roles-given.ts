import * as z from "zod";
import { PersonId, Role } from "#kernel/caller";
import { defineEvent } from "#kernel/event";

/** An administrator gave an address these roles instead of others; `to`: who has an account with it by now. */
export const rolesGiven = defineEvent(
  "people.roles-given.v1",
  z.object({ by: PersonId, to: z.array(PersonId), roles: z.array(Role) }),
  [{ by: "per_4z8m1kq7w2n9p3r5t6v0xa", to: ["per_5a9n2mr8x3p0q4s6v7w1yb"], roles: ["participant", "course-leader"] }],
);
