import assert from "node:assert/strict";
import { formOn, type Page } from "./page.ts";
import type { Answer, Walk } from "./walk.ts";

/** A page with the status it came with. */
export interface Shown extends Page {
  readonly status: number;
}

/** Somebody's own browser without script: it keeps its cookies, and follows where a form leads. */
export class Browser {
  readonly #walk: Walk;
  readonly #cookies = new Map<string, string>();
  #bytes = 0;

  constructor(walk: Walk) {
    this.#walk = walk;
  }

  /** What pages have weighed so far, before compression. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Opens a page, whatever it says. */
  async open(address: string): Promise<Shown> {
    return this.#shown(address, await this.#walk.ask("GET", pathOf(address), { cookie: this.#cookie() }));
  }

  /** Fills in a page's form, sends it, and goes on to where it leads. */
  async submit(page: Page, fitting: RegExp, fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
    const { address, hidden } = formOn(page, fitting);
    return this.send(address, { ...hidden, ...fields });
  }

  /** Sends a form's fields without having looked at the page, and goes on to where it leads. */
  async send(address: string, form: Readonly<Record<string, string>>): Promise<Shown> {
    return this.#shown(address, await this.#post(address, form));
  }

  /** As `send`, and stays: where it leads isn't looked at. */
  async sendOnly(address: string, form: Readonly<Record<string, string>>): Promise<void> {
    const answer = await this.#post(address, form);
    assert.ok(answer.status < 400, `${address} answered ${answer.status}: ${answer.text.slice(0, 2000)}`);
  }

  async #post(address: string, form: Readonly<Record<string, string>>): Promise<Answer> {
    const answer = await this.#walk.ask("POST", pathOf(address), { form, cookie: this.#cookie() });
    this.#keep(answer);
    return answer;
  }

  async #shown(address: string, answer: Answer): Promise<Shown> {
    this.#keep(answer);
    if (answer.location !== undefined) return this.open(new URL(answer.location, address).href);
    this.#bytes += Buffer.byteLength(answer.text);
    return { address, html: answer.text, status: answer.status };
  }

  #keep({ setCookies }: Answer): void {
    for (const cookie of setCookies) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  #cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}
