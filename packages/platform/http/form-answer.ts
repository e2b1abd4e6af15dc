import { DomainError } from "#kernel/domain-error";
import type { Locale, Localised } from "#kernel/locale";
import type { FormError } from "#platform/html/fields";
import type { FormRead } from "./form-reader.ts";
import { problemRow } from "./problems/all.ts";
import { empty, page, reply } from "./route.ts";

/** What a page's form may be answered with: on to the next page, or the form again with what is to be put right. */
export const formAnswers = {
  200: page("Done: the next page, where its address must not tell what was typed"),
  303: empty("Done: on to the next page"),
  422: page("The form again, with what is to be put right and what was typed"),
  503: page("The form again: too busy just now"),
} as const;

interface Form<Value> {
  readonly locale: Locale;
  readonly read: FormRead<Value>;
  /** Does it, and answers the address to go on to, or the next page itself. */
  act(value: Value): Promise<string | { readonly page: string }>;
  /** The form with its errors. */
  again(errors: readonly FormError[]): string;
  /** The field that a refusal is about. */
  fieldOf?(refused: DomainError): string | undefined;
}

/**
 * Answers a page's form: a mistake in a field and a refusal that the reader can do something about show the form again,
 * with everything that was typed (WCAG 3.3.1, 3.3.3); any other refusal is a page of its own.
 */
export async function answerForm<Value>({ locale, read, act, again, fieldOf }: Form<Value>) {
  if ("errors" in read) return reply(422, again(read.errors));
  try {
    const next = await act(read.value);
    return typeof next === "string" ? reply(303, undefined, { headers: { location: next } }) : reply(200, next.page);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { status, text } = problemRow(error.code);
    if (!CAN_BE_PUT_RIGHT.has(status)) throw error;
    const message = (error.code === "idempotency-key-reused" ? SENT_BEFORE : text(error.details))[locale];
    const shown = again([{ field: fieldOf?.(error), message }]);
    return status === 503 ? reply(503, shown, { headers: { "retry-after": "2" } }) : reply(422, shown);
  }
}

/** Conflict, a rule of the domain, too often, too busy: nothing is lost, and the reader can try again. */
const CAN_BE_PUT_RIGHT: ReadonlySet<number> = new Set([409, 410, 422, 429, 503]);

/** The browser's «back» to a form that was sent, changed and sent again. */
const SENT_BEFORE: Localised = {
  nb: "Skjemaet er sendt før, med andre svar. Se over det, og send det på nytt hvis du vil endre noe.",
  nn: "Skjemaet er sendt før, med andre svar. Sjå over det, og send det på nytt om du vil endre noko.",
  en: "This form was sent before, with other answers. Look it over, and send it again if you want to change something.",
};
