import * as z from "zod";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { sweep } from "#platform/sweep";
import { lapseOfferUseCase } from "#registration/app/lapse-offer";
import { dueOf } from "#registration/store/due";
import { wireRegistration } from "./wire.ts";

const env = environment({ TABLE_NAME: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const ports = wireRegistration(table);
const lapseOffer = lapseOfferUseCase(ports);

export const handler = sweep({
  context: "registration",
  table,
  clock: ports.clock,
  settle: (origin, key) => lapseOffer(origin, dueOf(key)),
});
