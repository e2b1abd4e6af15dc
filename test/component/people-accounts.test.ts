import { beforeAll, expect, test } from "vitest";
import type { Caller, Role } from "#kernel/caller";
import { giveRolesUseCase } from "#people/app/give-roles";
import { openAccountUseCase } from "#people/app/open-account";
import { people as peopleOf } from "#people/store/people";
import { personBySubject } from "#people/store/persons";
import { openShop, type Shop } from "#test/shop";

const FIRST = "leder@smart.example.no";

let shop: Shop;
let open: ReturnType<typeof openAccountUseCase>;
let give: ReturnType<typeof giveRolesUseCase>;

beforeAll(async () => {
  shop = await openShop();
  const ports = { ...shop.ports, people: peopleOf(shop.table), firstAdministrator: FIRST };
  open = openAccountUseCase(ports);
  give = giveRolesUseCase(ports);
});

const signedIn = (subject: string): Caller => ({ kind: "guest", subject });
const find = (subject: string) => personBySubject(shop.table)(subject);

/** Signs in for the first time, and proves an address by a code. */
async function arrive(subject: string, email: string) {
  return open(shop.origin(), { email, mailProof: await shop.mailProof(email) }, signedIn(subject));
}

async function administrator(): Promise<Caller> {
  await arrive("first", FIRST);
  const caller = await find("first");
  if (!caller) throw new Error("The first administrator has an account.");
  return caller;
}

const giveRoles = async (email: string, roles: Role[]) => give(shop.origin(), { email, roles }, await administrator());

test("whoever signs in for the first time and proves an address is a participant", async () => {
  const { personId } = await arrive("kari", "kari@example.no");
  expect(await find("kari")).toEqual({ kind: "person", personId, email: "kari@example.no", roles: ["participant"] });
});

test("nobody gets an account by another's address, nor without having signed in", async () => {
  const mailProof = await shop.mailProof("mine@example.no");
  const asked = { email: "yours@example.no", mailProof };
  await expect(open(shop.origin(), asked, signedIn("thief"))).rejects.toMatchObject({ code: "mail-proof-missing" });
  await expect(open(shop.origin(), { ...asked, email: "mine@example.no" }, { kind: "guest" })).rejects.toMatchObject({
    code: "unauthenticated",
  });
  expect(await find("thief")).toBeUndefined();
});

test("the configured address is an administrator's from the start, and no other is", async () => {
  expect(await administrator()).toMatchObject({ roles: ["participant", "administrator"] });
});

test("roles given before somebody signs in are theirs when they do, and change at once after", async () => {
  await giveRoles("ola@example.no", ["course-leader"]);
  expect((await arrive("ola", "ola@example.no")).roles).toEqual(["participant", "course-leader"]);
  await giveRoles("ola@example.no", ["reviewer"]);
  expect(await find("ola")).toMatchObject({ roles: ["participant", "reviewer"] });
});

test("two ways to sign in lead to one account, opened at once too, and roles reach both", async () => {
  const opened = await Promise.all([arrive("by-code", "two@example.no"), arrive("by-feide", "two@example.no")]);
  expect(new Set(opened.map(({ personId }) => personId)).size).toBe(2);
  await giveRoles("two@example.no", ["reviewer"]);
  for (const subject of ["by-code", "by-feide"]) {
    expect(await find(subject)).toMatchObject({ roles: ["participant", "reviewer"] });
  }
});

test("an account is opened once, also asked for twice at once, and whatever is asked later", async () => {
  const [first, same] = await Promise.all([arrive("again", "again@example.no"), arrive("again", "again@example.no")]);
  expect(same).toEqual(first);
  const caller = await find("again");
  if (!caller) throw new Error("There is an account.");
  const asked = { email: "other@example.no", mailProof: await shop.mailProof("other@example.no") };
  expect(await open(shop.origin(), asked, caller)).toEqual(first);
});

test("roles given while somebody opens the account are not lost", async () => {
  const store = peopleOf(shop.table);
  const asked = { email: "late@example.no", mailProof: await shop.mailProof("late@example.no") };
  await giveRoles("late@example.no", ["course-leader"]);
  let met = false;
  const account = async (email: string) => {
    const before = await store.account(email);
    if (!met) {
      met = true;
      await giveRoles(email, ["reviewer"]);
    }
    return before;
  };
  const ports = { ...shop.ports, people: { ...store, account }, firstAdministrator: FIRST };
  const opened = await openAccountUseCase(ports)(shop.origin(), asked, signedIn("late"));
  expect(opened.roles).toEqual(["participant", "reviewer"]);
});

test("no administrator takes the role from themselves", async () => {
  await expect(giveRoles(FIRST, ["reviewer"])).rejects.toMatchObject({ code: "own-administrator-role" });
});

test("neither facts nor keys tell an address", async () => {
  const rows = (await shop.everything()).filter(({ pk }) => /^(ACCOUNT|OUTBOX)#/.test(String(pk)));
  const telling = rows.filter(({ pk, listSort, envelope }) => `${pk} ${listSort} ${envelope}`.includes("@"));
  expect(rows.length).toBeGreaterThan(5);
  expect(telling).toEqual([]);
});
