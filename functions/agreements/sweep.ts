import * as z from "zod";
import { forgetEnquiryUseCase } from "#agreements/app/forget-enquiry";
import { warnOfUnusedSeatsUseCase } from "#agreements/app/warn-of-unused-seats";
import { dueOf } from "#agreements/store/due";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { sweep } from "#platform/sweep";
import { wireAgreements } from "./wire.ts";

const env = environment({ TABLE_NAME: z.string() }, process.env);
const table = openTable(env.TABLE_NAME);
const ports = wireAgreements(table);
const warnOfUnusedSeats = warnOfUnusedSeatsUseCase(ports);
const forgetEnquiry = forgetEnquiryUseCase(ports);

export const handler = sweep({
  context: "agreements",
  table,
  clock: ports.clock,
  settle(origin, key) {
    const due = dueOf(key);
    if (due.kind === "enquiry") return forgetEnquiry(origin, due.enquiryId);
    return warnOfUnusedSeats(origin, due.agreementId);
  },
});
