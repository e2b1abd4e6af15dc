import { refusal } from "#kernel/domain-error";
import type { Locale } from "#kernel/locale";
import type { Found } from "../../app/find-agreement.ts";
import type { Contact } from "../../domain/agreement.ts";

/** Addresses of an agreement's pages, from the root: each carries the contact's own key, and the language. */
export function agreementAddress({ agreement, acting }: Found, path: string, lang: Locale): string {
  const { key } = contactOf({ acting });
  return `/agreements/${agreement.agreementId}/page${path}?${new URLSearchParams({ key, lang })}`;
}

/** Whose page it is: a contact's. Administrators have the API. @throws DomainError `not-found` */
export function contactOf({ acting }: Pick<Found, "acting">): Contact {
  if (acting.as !== "contact") throw refusal("not-found", {});
  return acting.contact;
}
