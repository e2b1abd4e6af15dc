import * as z from "zod";
import { systemClock } from "#kernel/clock";
import { openTable } from "#platform/dynamo/open-table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { environment } from "#platform/environment";
import { systemRandom } from "#platform/random";
import { sweep } from "#platform/sweep";
import { lapseOfferUseCase } from "#registration/app/lapse-offer";
import { dueOf } from "#registration/store/due";
import { waitingListParts } from "#registration/store/waiting-list-parts";
import { waitingLists } from "#registration/store/waiting-lists";

const env = environment({ TABLE_NAME: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const lapseOffer = lapseOfferUseCase({
  unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
  waitingLists: waitingLists(table),
  waitingListParts: waitingListParts(),
});

export const handler = sweep({
  context: "registration",
  table,
  clock: systemClock,
  settle: (origin, key) => lapseOffer(origin, dueOf(key)),
});
