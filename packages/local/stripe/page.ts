import type { LineItem, PaymentIntent, Session } from "./objects.ts";

/** What the buttons of the page post as `action`. */
export const pageActions = ["pay", "decline", "pay-later", "close", "money-comes", "money-fails"] as const;
export type PageAction = (typeof pageActions)[number];

/**
 * The stand-in's payment page, in Norwegian bokmål as the product's buyers meet it. Plain forms, no script: each button
 * posts its `action` to the page's own address.
 */
export function paymentPage(session: Session, lines: readonly LineItem[], intent: PaymentIntent | undefined): string {
  const currency = session.currency ?? "nok";
  const total = kroner(session.amount_total ?? 0, currency);
  const rows = lines.map(
    (line) =>
      `<tr><th scope="row">${text(line.description ?? "")}</th><td>${line.quantity ?? 1}</td><td>${kroner(line.amount_total, currency)}</td></tr>`,
  );
  return document(
    "Betaling",
    `<h1>Betal ${total}</h1>
${intent?.last_payment_error ? '<p role="alert">Kortet ble avslått. Prøv igjen, eller bruk et annet kort.</p>' : ""}
<table><caption>Dette betaler du for</caption>
<thead><tr><th scope="col">Vare</th><th scope="col">Antall</th><th scope="col">Beløp</th></tr></thead>
<tbody>${rows.join("\n")}</tbody>
<tfoot><tr><th scope="row" colspan="2">Å betale</th><td>${total}</td></tr></tfoot></table>
${choices(session, intent)}`,
  );
}

/** The page for a session that is not there. */
export function missingPage(): string {
  return document("Fant ikke betalingen", "<h1>Fant ikke betalingen</h1><p>Gå tilbake til butikken og prøv igjen.</p>");
}

/** Where the buyer is sent back to, with the session's id where `{CHECKOUT_SESSION_ID}` stands. */
export function returnAddress(url: string, session: Session): string {
  return url.replaceAll("{CHECKOUT_SESSION_ID}", session.id);
}

function choices(session: Session, intent: PaymentIntent | undefined): string {
  if (session.status === "expired")
    return "<p>Tiden for å betale er ute. Gå tilbake til butikken og start på nytt.</p>";
  if (session.status === "open")
    return `<form method="post">
${button("pay", "Betal")}${button("decline", "Avslå kort")}${button("pay-later", "Betal senere")}
${session.cancel_url === null ? "" : button("close", "Lukk")}</form>`;
  if (session.payment_status === "paid") return "<p>Betalt. Takk!</p>";
  if (intent?.status !== "processing") return "<p>Pengene kom ikke. Gå tilbake til butikken og prøv på nytt.</p>";
  return `<p>Betalingen er bestilt, og pengene er på vei.</p>
<form method="post">${button("money-comes", "Pengene kommer")}${button("money-fails", "Pengene uteblir")}</form>`;
}

function button(action: PageAction, label: string): string {
  return `<button name="action" value="${action}">${label}</button>`;
}

function document(title: string, main: string): string {
  return `<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} – Stripe på denne maskinen</title>
<style>
body{font:1.125rem/1.5 system-ui,sans-serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
table{width:100%;border-collapse:collapse;margin:1rem 0}caption{text-align:left}
th,td{text-align:left;padding:.4rem 0;border-bottom:1px solid #767676}
button{font:inherit;min-height:2.75rem;margin:.25rem .5rem .25rem 0;padding:.4rem 1.2rem;border:2px solid #1b1f24;border-radius:.3rem;background:#fff;color:#1b1f24}
button[value=pay]{background:#1d4ed8;border-color:#1d4ed8;color:#fff}
</style></head><body><main>
${main}
</main><footer><p>Dette er en øvelsesside: ingen penger flyttes.</p></footer></body></html>
`;
}

function kroner(amount: number, currency: string): string {
  return new Intl.NumberFormat("nb-NO", { style: "currency", currency }).format(amount / 100);
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function text(raw: string): string {
  return raw.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
