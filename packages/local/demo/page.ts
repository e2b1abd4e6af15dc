import assert from "node:assert/strict";

/** A page of ours as a browser without script has it. */
export interface Page {
  readonly address: string;
  readonly html: string;
}

/** Where a page's link leads, by what its address looks like. */
export function linkOn(page: Page, fitting: RegExp): string {
  const targets = [...page.html.matchAll(/href="([^"]+)"/g)].map(([, target = ""]) => absolute(target, page));
  const link = targets.find((target) => fitting.test(target));
  assert.ok(link, `${page.address} should lead to ${fitting}; leads to ${targets.join(" ")}`);
  return link;
}

/** Where a page's form is sent, and what it sends by itself. */
export function formOn(page: Page, fitting: RegExp): { address: string; hidden: Readonly<Record<string, string>> } {
  const forms = [...page.html.matchAll(/<form[^>]* action="([^"]+)"[^>]*>(.*?)<\/form>/gs)];
  const [, action = "", inside = ""] = forms.find(([, action = ""]) => fitting.test(action)) ?? [];
  assert.ok(action, `${page.address} should have a form for ${fitting}`);
  const hidden = [...inside.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return {
    address: absolute(action, page),
    hidden: Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value])),
  };
}

/** The first link in a mail's text whose address fits. */
export function linkIn(mail: { readonly subject: string; readonly text: string }, fitting: RegExp): string {
  const link = mail.text.match(/https?:\/\/\S+/g)?.find((each) => fitting.test(each));
  assert.ok(link, `"${mail.subject}" should have a link like ${fitting}`);
  return link;
}

function absolute(target: string, { address }: Page): string {
  return new URL(target.replaceAll("&amp;", "&"), address).href;
}
