import * as z from "zod";
import { PersonId, Role } from "#kernel/caller";
import { defineEvent } from "#kernel/event";

/** Somebody who signed in proved a mail address, and is known here from now on. */
export const accountOpened = defineEvent(
  "people.account-opened.v1",
  z.object({ personId: PersonId, roles: z.array(Role) }),
  [{ personId: "per_4z8m1kq7w2n9p3r5t6v0xa", roles: ["participant"] }],
);
