import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Account } from "./account.ts";
import type { Session } from "./objects.ts";
import { missingPage, type PageAction, pageActions, paymentPage, returnAddress } from "./page.ts";
import { decline, pay, payLater, settleLater } from "./payments.ts";

/** `GET /c/pay/{session}` shows the page; its buttons POST there and are answered 303, to the shop or to the page. */
export async function answerPage(
  account: Account,
  request: IncomingMessage,
  response: ServerResponse,
  sessionId: string,
): Promise<void> {
  const session = account.sessions.get(sessionId);
  const intent = account.paymentIntents.get(session?.payment_intent ?? "");
  if (session === undefined) return writePage(response, 404, missingPage());
  if (request.method !== "POST")
    return writePage(response, 200, paymentPage(session, account.lineItems.get(sessionId) ?? [], intent));
  const posted = new URLSearchParams(await text(request)).get("action");
  const action = pageActions.find((known) => known === posted);
  const leavesFor = action === undefined ? null : act(account, session, action);
  const location = leavesFor === null ? `/c/pay/${sessionId}` : returnAddress(leavesFor, session);
  response.writeHead(303, { location }).end();
}

/** Does what a button stands for, if the session still can; gives the address to leave for, or null to stay. */
function act(account: Account, session: Session, action: PageAction): string | null {
  if (session.status === "open") {
    if (action === "close") return session.cancel_url;
    if (action === "pay") return pay(account, session.id).success_url;
    if (action === "pay-later") return payLater(account, session.id).success_url;
    if (action === "decline") decline(account, session.id);
  }
  if (account.paymentIntents.get(session.payment_intent ?? "")?.status === "processing") {
    if (action === "money-comes") settleLater(account, session.id, "succeeded");
    if (action === "money-fails") settleLater(account, session.id, "failed");
  }
  return null;
}

function writePage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html);
}
