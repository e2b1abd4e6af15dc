import { type Html, html } from "./html.ts";

export type AlertColour = "info" | "success" | "warning" | "danger";

/**
 * A message about how things stand. `status` is read out politely when it is new on the page, `alert` at once; a colour
 * alone tells nothing, so the heading says it in words.
 */
export function alert(
  colour: AlertColour,
  heading: string,
  body: Html,
  role: "status" | "alert" | undefined = undefined,
): Html {
  return html`<div class="ds-alert" data-color="${colour}"${role ? html` role="${role}"` : ""}>
<h2 class="ds-heading" data-size="xs">${heading}</h2>
${body}
</div>`;
}
