/** How people says no: the code, and what it tells beside the code. */
export interface PeopleErrors {
  "mail-proof-missing": Record<never, never>;
  "mail-code-wrong": { readonly triesLeft: number };
  "mail-code-ended": Record<never, never>;
  "too-many-sign-ins": { readonly limit: number };
  "own-administrator-role": Record<never, never>;
  "personal-data-request-over": { readonly status: "working" | "incomplete" | "done" };
  "too-many-personal-data-requests": { readonly retryAfterSeconds: number };
  "too-many-mail-codes": { readonly retryAfterSeconds: number };
}
