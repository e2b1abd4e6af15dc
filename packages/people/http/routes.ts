import { json, none, type Route, reply, routeOf } from "#platform/http/route";
import { MailProved, ProveMailCommand } from "../app/prove-mail.ts";
import { MailCodeRequestedAnswer, RequestMailCodeCommand } from "../app/request-mail-code.ts";
import { type AccountsApp, accountRoutes } from "./account-routes.ts";
import { personalDataPages } from "./pages/personal-data-page-routes.ts";
import { type PeoplePagesApp, peoplePages } from "./pages/routes.ts";
import { type PersonalDataApp, personalDataRoutes } from "./personal-data-routes.ts";

export interface PeopleApp extends PeoplePagesApp, AccountsApp, PersonalDataApp {}

const route = routeOf<PeopleApp>();

export const routes: readonly Route<PeopleApp>[] = [
  route({
    name: "request-mail-code",
    method: "POST",
    path: "/mail-codes",
    access: "public",
    summary: "Ask for a code by mail, to prove an address",
    params: none,
    query: none,
    body: RequestMailCodeCommand,
    answers: { 202: json("The code is on its way", MailCodeRequestedAnswer) },
    errors: ["too-many-mail-codes", "busy-try-again"],
    handle: async (app, { body, origin, locale, sourceIp }) =>
      reply(202, await app.requestMailCode(origin, body, { locale, sourceIp })),
  }),
  route({
    name: "prove-mail",
    method: "POST",
    path: "/mail-proofs",
    access: "public",
    summary: "Prove an address by its code: answers a key that orders ask for",
    params: none,
    query: none,
    body: ProveMailCommand,
    answers: { 201: json("The proof, valid for a day", MailProved) },
    errors: ["mail-code-wrong", "mail-code-ended", "busy-try-again"],
    handle: async (app, { body, origin }) => reply(201, await app.proveMail(origin, body)),
  }),
  ...accountRoutes,
  ...personalDataRoutes,
  ...personalDataPages,
  ...peoplePages,
];
