import type { Instant } from "#kernel/clock";
import { DomainError, refusal } from "#kernel/domain-error";
import type { Locale } from "#kernel/locale";
import { problemRow } from "#platform/http/problems/all";
import { none, page, reply } from "#platform/http/route";
import type { Visit } from "../../app/link.ts";
import { Device, Link } from "../../domain/link.ts";
import { SURVEY_PATH } from "./addresses.ts";
import { refusedPage } from "./refused-page.ts";

/** Nothing of who opens what, or when, is kept: not even a line in a log. */
export const unrecorded = { access: "public", unrecorded: true, query: none } as const;

/** What a participant's page may be besides itself: a refusal, with the button that leads on. */
export const refusals = {
  409: page("As things stand this can't be done, as when the link is in use on another device: what to do"),
  410: page("The link was replaced, or the form is closed: what to do"),
  422: page("Something is to be put right: nothing was stored, and what was chosen is shown"),
  429: page("Asked too often: when to try again"),
  503: page("Too busy just now"),
} as const;

export const linkErrors = ["survey-link-unknown", "survey-link-in-use", "survey-link-replaced"] as const;

const COOKIE = "survey-device";

/**
 * What a browser brings to a participant's page. A link that was cut off or mistyped is told as one that nobody has.
 *
 * @throws DomainError `survey-link-unknown`
 */
export function visitOf({ link }: { readonly link: string }, cookies: Readonly<Record<string, string>>): Visit {
  const parsed = Link.safeParse(link);
  if (!parsed.success) throw refusal("survey-link-unknown", {});
  return { link: parsed.data, device: Device.safeParse(cookies[COOKIE]).data };
}

/** The header by which the browser is known again, on these pages only and to no script, until the study closes. */
export function deviceCookie(device: Device, until: Instant): Readonly<Record<string, string>> {
  return { "set-cookie": `${cookie(device)}; Expires=${new Date(until).toUTCString()}` };
}

/** The same for a browser that saves without having looked at a page, until it is shut; nothing for one that is known. */
export function newDeviceCookie({ device: known }: Visit, device: Device): Readonly<Record<string, string>> {
  return known === undefined ? { "set-cookie": cookie(device) } : {};
}

function cookie(device: Device): string {
  return `${COOKIE}=${device}; Path=${SURVEY_PATH}; HttpOnly; Secure; SameSite=Lax`;
}

/** Runs what a page asks for; a refusal that one can do something about becomes a page with the button for it. */
export async function orRefused<Done>({ link }: Visit, locale: Locale, run: () => Promise<Done>) {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const shown = refusedPage(error, link, locale);
    const { status } = problemRow(error.code);
    if (shown === undefined || !isRefusal(status)) throw error;
    return reply(status, shown, status === 503 ? { headers: { "retry-after": "2" } } : {});
  }
}

function isRefusal(status: number): status is keyof typeof refusals {
  return Object.hasOwn(refusals, status);
}
