import { type Html, html } from "./html.ts";

interface PostForm {
  /** Relative addresses keep the key in the page's own address. */
  readonly action: string;
  /** What makes a second press of the button harmless: new for each page that is shown. None where the route takes none. */
  readonly idempotencyKey?: string;
  readonly body: Html;
}

/** A form that works without script. `novalidate`: the browser's own messages are neither in our words nor for everybody. */
export function postForm({ action, idempotencyKey, body }: PostForm): Html {
  return html`<form method="post" action="${action}" class="centre-form" novalidate>
${idempotencyKey !== undefined && html`<input type="hidden" name="idempotency-key" value="${idempotencyKey}">`}
${body}
</form>`;
}

export function submitButton(label: string, variant: "primary" | "secondary" | "tertiary" = "primary"): Html {
  return html`<button class="ds-button" type="submit" data-variant="${variant}">${label}</button>`;
}

export function linkButton(href: string, label: string, variant: "primary" | "secondary" | "tertiary"): Html {
  return html`<a class="ds-button" data-variant="${variant}" href="${href}">${label}</a>`;
}
