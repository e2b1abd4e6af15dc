import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Role } from "#kernel/caller";
import { formOn, type Page } from "./page.ts";

/** A mail as the inbox tells of it. Attachments' contents are read by their address. */
const Mail = z.object({
  id: z.string(),
  recipients: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.object({ fileName: z.string(), contentType: z.string() })),
});
export type Mail = z.infer<typeof Mail>;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly location: string | undefined;
  /** Cookies to keep, as `name=value; …`. */
  readonly setCookies: readonly string[];
}

export interface Asked {
  readonly body?: unknown;
  /** What is sent as JSON, right or wrong, instead of a body. */
  readonly text?: string;
  /** The fields of a page's form, instead of a JSON body. */
  readonly form?: Readonly<Record<string, string>>;
  /** The key from a mail's link. */
  readonly key?: string;
  /** What a browser has been given to keep, as `name=value; name=value`. */
  readonly cookie?: string | undefined;
  readonly as?: Role;
  /** The same one makes a request the same; left out, each is its own. */
  readonly idempotencyKey?: string;
}

interface Listed<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string | undefined;
}

export interface WalkOptions {
  /** Where the local runtime listens. */
  readonly apiUrl: string;
  /** Takes what happens, in plain words. */
  readonly say: (text: string) => void;
  /** Takes a file that somebody was sent or downloaded, to be opened afterwards. */
  readonly keep: (fileName: string, content: Uint8Array) => void;
}

/** Somebody invented for a walk, with an address that no other walk has used. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

/** Walks journeys over HTTP against a running local runtime, as buyers and administrators would. */
export class Walk {
  readonly apiUrl: string;
  readonly say: WalkOptions["say"];
  readonly #keep: WalkOptions["keep"];
  readonly #number = randomUUID().slice(0, 8);
  readonly #secrets: string[] = [];

  constructor({ apiUrl, say, keep }: WalkOptions) {
    this.apiUrl = apiUrl;
    this.say = say;
    this.#keep = keep;
  }

  /** What this walk has told of people: surnames, mailboxes, and what is nobody else's business. */
  get secrets(): readonly string[] {
    return this.#secrets;
  }

  /** Something about a person that must stay with those it was told. */
  secret(text: string): string {
    this.#secrets.push(text);
    return text;
  }

  /** Invents somebody; `example.no` when no other domain is needed. */
  person(name: string, domain = "example.no"): Person {
    const words = name
      .normalize("NFD")
      .toLowerCase()
      .replace(/[^a-z]+/g, ".");
    const mailbox = `${words}.${this.#number}`;
    // A first name may be a word of ours; an invented surname is not.
    this.#secrets.push(...name.split(" ").slice(1), mailbox);
    return { name, email: `${mailbox}@${domain}` };
  }

  /** Asks the product, whatever comes of it. */
  async ask(
    method: string,
    path: string,
    { body, text, form, key, cookie, as, idempotencyKey }: Asked = {},
  ): Promise<Answer> {
    const json = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(new URL(path, this.apiUrl), {
      method,
      redirect: "manual",
      headers: {
        ...(method !== "GET" && !form && { "idempotency-key": idempotencyKey ?? randomUUID() }),
        ...(json !== undefined && { "content-type": "application/json" }),
        ...(key && { "order-key": key }),
        ...(cookie && { cookie }),
        ...(as && { authorization: `Bearer ${await this.#tokenFor(as)}` }),
      },
      ...(json !== undefined && { body: json }),
      ...(form && { body: new URLSearchParams(form) }),
    });
    const told = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    const location = response.headers.get("location") ?? undefined;
    const setCookies = response.headers.getSetCookie();
    return { status: response.status, body: isJson ? JSON.parse(told) : undefined, text: told, location, setCookies };
  }

  /** Asks the product for something that must work, and reads the answer by its schema. */
  async get<S extends z.ZodType>(schema: S, path: string, asked: Asked = {}): Promise<z.output<S>> {
    return this.#must(schema, await this.ask("GET", path, asked), path);
  }

  async post<S extends z.ZodType>(schema: S, path: string, asked: Asked = {}): Promise<z.output<S>> {
    return this.#must(schema, await this.ask("POST", path, asked), path);
  }

  async put<S extends z.ZodType>(schema: S, path: string, asked: Asked = {}): Promise<z.output<S>> {
    return this.#must(schema, await this.ask("PUT", path, asked), path);
  }

  /** Asks for something that must be refused with this code; answers what the refusal says. */
  async refused(code: string, method: string, path: string, asked: Asked = {}): Promise<string> {
    const { status, body, text } = await this.ask(method, path, asked);
    const problem = z.object({ code: z.string(), detail: z.string() }).safeParse(body);
    assert.ok(
      problem.success,
      `${method} ${path} should be refused with ${code}, and answered ${status} ${text.slice(0, 300)}`,
    );
    assert.equal(problem.data.code, code);
    return problem.data.detail;
  }

  /** Waits until everything that was set going has been done: streams, queues, webhooks. */
  async settle(): Promise<void> {
    const answer = await this.ask("GET", "/_local/idle");
    assert.equal(answer.status, 200, answer.text);
  }

  /** Lets time pass; what comes due happens. */
  async pass(seconds: number): Promise<void> {
    await this.#must(
      z.unknown(),
      await this.ask("POST", "/_local/clock", { body: { advanceSeconds: seconds } }),
      "the clock",
    );
    await this.settle();
  }

  async now(): Promise<Date> {
    const { now } = await this.get(z.object({ now: z.iso.datetime() }), "/_local/clock");
    return new Date(now);
  }

  /** The buyer pays, or does something else, on Stripe's page; or the bank answers one who pays later. */
  async atStripe(
    checkoutUrl: string,
    action: "pay" | "decline" | "pay-later" | "settle-later",
    told: { readonly outcome?: "succeeded" | "failed" } = {},
  ): Promise<void> {
    const url = new URL(checkoutUrl);
    const session = url.pathname.split("/").at(-1);
    const answer = await fetch(new URL(`/_control/${action}`, url), {
      method: "POST",
      body: JSON.stringify({ session, ...told }),
    });
    assert.ok(answer.ok, await answer.text());
    await this.settle();
  }

  /** All mails to an address, oldest first. */
  async mailsTo(address: string): Promise<Mail[]> {
    await this.settle();
    return this.get(z.array(Mail), `/_local/mails?${new URLSearchParams({ to: address })}`);
  }

  /** All mails to each of several addresses, oldest first. */
  async mailsToEach(addresses: readonly string[]): Promise<ReadonlyMap<string, readonly Mail[]>> {
    await this.settle();
    const list = (to: string) => this.get(z.array(Mail), `/_local/mails?${new URLSearchParams({ to })}`);
    return new Map(await Promise.all(addresses.map(async (to) => [to, await list(to)] as const)));
  }

  /** The newest mail to an address, whose subject must match. */
  async newestMailTo(address: string, subject: RegExp): Promise<Mail> {
    const mails = await this.mailsTo(address);
    const mail = mails.findLast((each) => subject.test(each.subject));
    assert.ok(
      mail,
      `${address} should have got a mail about ${subject}; has ${mails.map((each) => each.subject).join(" | ")}`,
    );
    return mail;
  }

  /** What is in a mail's attachment, by the end of its file's name; it is kept when it has a name to be kept by. */
  async attachment(mail: Mail, ending: string, keptAs?: string): Promise<string> {
    const index = mail.attachments.findIndex(({ fileName }) => fileName.endsWith(ending));
    const names = mail.attachments.map(({ fileName }) => fileName).join(", ");
    assert.ok(index >= 0, `"${mail.subject}" should have a ${ending} file; has ${names || "none"}`);
    const response = await fetch(new URL(`/inbox/${mail.id}/attachments/${index}`, this.apiUrl));
    assert.equal(response.status, 200);
    const content = new Uint8Array(await response.arrayBuffer());
    if (keptAs !== undefined) this.#keep(keptAs, content);
    return new TextDecoder().decode(content);
  }

  /** Opens a page of ours, as the reader of a mail does by its link. */
  async open(address: string): Promise<Page> {
    return this.#shown(address, await this.ask("GET", pathOf(address)));
  }

  /** Fills in a page's form, sends it, and goes on to where it leads. */
  async submit(page: Page, fitting: RegExp, fields: Readonly<Record<string, string>> = {}): Promise<Page> {
    const { address, hidden } = formOn(page, fitting);
    return this.#shown(address, await this.ask("POST", pathOf(address), { form: { ...hidden, ...fields } }));
  }

  async #shown(address: string, answer: Answer): Promise<Page> {
    assert.ok(answer.status < 400, `${address} answered ${answer.status}: ${answer.text.slice(0, 3000)}`);
    if (answer.location === undefined) return { address, html: answer.text };
    const next = new URL(answer.location, address);
    // Stripe's page is for the buyer to act on, not for us to read.
    return next.origin === new URL(this.apiUrl).origin ? this.open(next.href) : { address: next.href, html: "" };
  }

  /** Downloads a file as an administrator, and keeps it. */
  async download(path: string, fileName: string): Promise<Uint8Array> {
    const authorization = `Bearer ${await this.#tokenFor("administrator")}`;
    const response = await fetch(new URL(path, this.apiUrl), { headers: { authorization } });
    assert.equal(response.status, 200, `${path} answered ${response.status}`);
    const content = new Uint8Array(await response.arrayBuffer());
    this.#keep(fileName, content);
    return content;
  }

  /** Lets time pass until a moment that is still to come. */
  async passTo(moment: string): Promise<void> {
    await this.pass((Date.parse(moment) - (await this.now()).getTime()) / 1000);
  }

  /** The one that fits in a list that administrators see page by page. */
  async listed<Item>(path: string, page: z.ZodType<Listed<Item>>, fits: (item: Item) => boolean) {
    let cursor: string | undefined;
    do {
      const address = new URL(path, this.apiUrl);
      if (cursor !== undefined) address.searchParams.set("cursor", cursor);
      const answer: Listed<Item> = await this.get(page, pathOf(address.href), { as: "administrator" });
      const found = answer.items.find(fits);
      if (found !== undefined) return found;
      cursor = answer.cursor;
    } while (cursor !== undefined);
    return undefined;
  }

  /** Keeps a mail's page, such as a receipt. */
  keepPage(fileName: string, mail: Mail): void {
    this.keepText(fileName, mail.html);
  }

  /** Keeps a text as a file. */
  keepText(fileName: string, text: string): void {
    this.#keep(fileName, new TextEncoder().encode(text));
  }

  async #must<S extends z.ZodType>(schema: S, answer: Answer, path: string): Promise<z.output<S>> {
    assert.ok(answer.status < 300, `${path} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
    return schema.parse(answer.body);
  }

  async #tokenFor(role: Role): Promise<string> {
    const answer = await fetch(new URL("/_local/oidc/token-for", this.apiUrl), {
      method: "POST",
      body: JSON.stringify({ sub: role }),
    });
    return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
  }
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}
