import * as z from "zod";
import { EnquiryId } from "#kernel/ids";
import { pageOf, paging } from "#platform/http/paging";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import { type DeclineEnquiry, DeclineEnquiryCommand, EnquiryDeclined } from "../app/decline-enquiry.ts";
import type { ReadAgreements } from "../app/read-agreements.ts";
import { EnquirySent, type SendEnquiry } from "../app/send-enquiry.ts";
import { Enquiry, EnquiryDetails } from "../domain/enquiry.ts";

export interface EnquiryApp {
  readonly sendEnquiry: SendEnquiry;
  readonly declineEnquiry: DeclineEnquiry;
  readonly readAgreements: ReadAgreements;
}

const route = routeOf<EnquiryApp>();

/** An agreement starts as an enquiry, from anybody. */
export const enquiryRoutes = [
  route({
    name: "send-agreement-enquiry",
    method: "POST",
    path: "/agreement-enquiries",
    access: "public",
    summary: "Ask for a long-term agreement",
    params: none,
    query: none,
    body: EnquiryDetails,
    answers: { 202: json("It has come; a mail says so", EnquirySent) },
    errors: ["too-many-enquiries", "busy-try-again"],
    handle: async ({ sendEnquiry }, { body, origin, locale, sourceIp }) =>
      reply(202, await sendEnquiry(origin, body, { locale, sourceIp })),
  }),
  route({
    name: "list-agreement-enquiries",
    method: "GET",
    path: "/admin/agreement-enquiries",
    access: ["administrator"],
    summary: "Enquiries, the newest first",
    params: none,
    query: paging,
    body: noBody,
    answers: { 200: json("A page of enquiries", pageOf(Enquiry)) },
    errors: [],
    handle: async ({ readAgreements }, { query }) => {
      const { items, cursor } = await readAgreements.enquiries(query);
      return reply(200, { items: [...items], cursor });
    },
  }),
  route({
    name: "decline-agreement-enquiry",
    method: "POST",
    path: "/admin/agreement-enquiries/{enquiryId}/refusal",
    access: ["administrator"],
    summary: "Decline an enquiry: whoever asked gets a mail",
    params: z.strictObject({ enquiryId: EnquiryId }),
    query: none,
    body: DeclineEnquiryCommand,
    answers: { 200: json("Declined", EnquiryDeclined) },
    errors: ["not-found", "enquiry-is-answered", "busy-try-again"],
    handle: async ({ declineEnquiry }, { params, body, origin }) =>
      reply(200, await declineEnquiry(origin, params.enquiryId, body)),
  }),
];
