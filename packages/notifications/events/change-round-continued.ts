import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/** So many are told of an offering's change that it takes several rounds: this one goes on after `cursor`. */
export const changeRoundContinued = defineEvent(
  "notifications.change-round-continued.v1",
  z.object({
    offeringId: OfferingId,
    changed: z.array(z.enum(["dates", "venue"])).min(1),
    cursor: z.string().max(1000),
  }),
  [
    {
      offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa",
      changed: ["dates"],
      cursor: "eyJwayI6Ik9GRkVSSU5HI29mZl80ejhtIn0",
    },
  ],
);
