import * as z from "zod";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { sweep } from "#platform/sweep";
import { beginRemindersUseCase } from "#registration/app/begin-reminders";
import { deleteHealthAnswersUseCase } from "#registration/app/delete-health-answers";
import { lapseOfferUseCase } from "#registration/app/lapse-offer";
import { dueOf } from "#registration/store/due";
import { wireRegistration } from "./wire.ts";

const env = environment({ TABLE_NAME: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const ports = wireRegistration(table);
const lapseOffer = lapseOfferUseCase(ports);
const beginReminders = beginRemindersUseCase(ports);
const deleteHealthAnswers = deleteHealthAnswersUseCase(ports);

export const handler = sweep({
  context: "registration",
  table,
  clock: ports.clock,
  settle(origin, key) {
    const due = dueOf(key);
    if (due.kind === "offer") return lapseOffer(origin, due.entry);
    if (due.kind === "health-deletion") return deleteHealthAnswers(origin, due.offeringId);
    return beginReminders(origin, due.offeringId, due.kind);
  },
});
