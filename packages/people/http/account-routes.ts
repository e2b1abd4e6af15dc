import * as z from "zod";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import { type GiveRoles, GiveRolesCommand, RolesGivenAnswer } from "../app/give-roles.ts";
import { AccountOpened, type OpenAccount, OpenAccountCommand } from "../app/open-account.ts";
import { Account } from "../domain/account.ts";
import type { People } from "../ports/people.ts";

export interface AccountsApp {
  readonly openAccount: OpenAccount;
  readonly giveRoles: GiveRoles;
  readonly listAccounts: People["list"];
}

const route = routeOf<AccountsApp>();

const ListedAccount = Account.omit({ subjects: true, version: true }).extend({ hasSignedIn: z.boolean() });

export const accountRoutes = [
  route({
    name: "open-account",
    method: "POST",
    path: "/accounts",
    access: "public",
    summary: "For whoever has signed in for the first time: open an account by proving a mail address",
    params: none,
    query: none,
    body: OpenAccountCommand,
    answers: { 201: json("Who you are here", AccountOpened) },
    errors: ["unauthenticated", "mail-proof-missing", "too-many-sign-ins", "busy-try-again"],
    handle: async (app, { body, origin, caller }) => reply(201, await app.openAccount(origin, body, caller)),
  }),
  route({
    name: "list-accounts",
    method: "GET",
    path: "/accounts",
    access: ["administrator"],
    summary: "Mail addresses and their roles, those changed last first",
    params: none,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(1000).optional(),
    }),
    body: noBody,
    answers: { 200: json("A page", z.object({ items: z.array(ListedAccount), cursor: z.string().optional() })) },
    errors: [],
    handle: async (app, { query }) => {
      const { items, cursor } = await app.listAccounts(query);
      const listed = items.map((account) => ({ ...account, hasSignedIn: account.subjects.length > 0 }));
      return reply(200, { items: listed, ...(cursor && { cursor }) });
    },
  }),
  route({
    name: "give-roles",
    method: "PUT",
    path: "/accounts/roles",
    access: ["administrator"],
    summary: "Give a mail address these roles instead of those it had, also before its reader has signed in",
    params: none,
    query: none,
    body: GiveRolesCommand,
    answers: { 200: json("The roles it has now", RolesGivenAnswer) },
    errors: ["own-administrator-role", "busy-try-again"],
    handle: async (app, { body, origin, caller }) => reply(200, await app.giveRoles(origin, body, caller)),
  }),
];
