import * as z from "zod";
import { defineEvent } from "#kernel/event";
import { OfferingId } from "#kernel/ids";

/** Places of an offering came free: the first in line gets an offer. */
export const placesReleased = defineEvent(
  "registration.places-released.v1",
  z.object({ offeringId: OfferingId, places: z.int().min(1) }),
  [{ offeringId: "off_4z8m1kq7w2n9p3r5t6v0xa", places: 1 }],
);
