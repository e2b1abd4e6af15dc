import { createServer } from "node:http";
import PostalMime from "postal-mime";
import type { Fact } from "#kernel/event";
import { EventId } from "#kernel/event";
import { mint } from "#kernel/id";
import { localCredentials } from "#local/credentials";
import type { BusEvent } from "#local/eventbridge/event-bus";
import { listen, readBody } from "#local/http-server";
import { localSes, type SentMail } from "#local/ses/ses";
import { MailId } from "#notifications/domain/mail";
import { mailIdIn } from "#notifications/store/keys";
import { consumer } from "#platform/events/consumer";
import { systemRandom } from "#platform/random";
import { sesClient } from "#platform/ses/send-message";
import { sweep } from "#platform/sweep";
import { eventTable } from "../../functions/notifications/event-table.ts";
import { wireNotifications } from "../../functions/notifications/wire.ts";
import { everyMinute, lambdaContext, sqsEvent } from "./lambda.ts";
import { openShop, type Shop } from "./shop.ts";

const CONFIGURATION_SET = "mails";

/** How SES treats the next request: it takes the mail or not, and its answer comes or not. */
type Treatment =
  | { readonly takes: boolean; readonly answers: false }
  | { readonly takes: false; readonly answers: { readonly status: number; readonly code: string } };

/**
 * A shop with notifications' own functions on it, and SES at the other end of the real SDK. SES' events wait in `events`
 * until a test delivers them.
 */
export async function openMailRoom(onShop?: Shop) {
  const shop = onShop ?? (await openShop());
  const sent: SentMail[] = [];
  const events: BusEvent[] = [];
  const treatments: Treatment[] = [];
  let requests = 0;
  const ses = localSes(
    {
      identities: ["example.no"],
      destinations: new Map([
        [CONFIGURATION_SET, [{ busName: "default", eventTypes: ["send", "bounce", "complaint", "reject"] }]],
      ]),
      suppressing: new Set(),
    },
    {
      now: () => Date.parse(shop.clock()),
      putEvent: (_bus, event) => events.push(event),
      keep: (mail) => sent.push(mail),
    },
  );
  const server = createServer(async (request, response) => {
    const body: unknown = JSON.parse((await readBody(request)).toString());
    requests += 1;
    const treatment = treatments.shift();
    if (treatment?.answers) {
      const { status, code } = treatment.answers;
      response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": code }).end("{}");
      return;
    }
    const answer = treatment?.takes === false ? undefined : ses.send(body);
    if (treatment) response.destroy();
    else if (answer && "messageId" in answer) {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ MessageId: answer.messageId }));
    } else {
      response.writeHead(400, { "content-type": "application/json", "x-amzn-errortype": answer?.code });
      response.end(JSON.stringify({ message: answer?.message }));
    }
  });
  const port = await listen(server, 0);
  const wired = wireNotifications(
    {
      PUBLIC_URL: "https://smart.example.no",
      MAIL_SENDER: "bestilling@example.no",
      MAIL_CONFIGURATION_SET: CONFIGURATION_SET,
      SELLER: { name: "Eksempel kommune", organisationNumber: "100000008", vatRegistered: true },
    },
    {
      table: shop.table,
      clock: shop.clock,
      ses: sesClient({ endpoint: `http://127.0.0.1:${port}`, ...localCredentials, timeoutMilliseconds: 2000 }),
    },
  );
  const consume = consumer("notifications", eventTable(wired), shop.clock);
  const sweepOnce = sweep({
    context: "notifications",
    table: shop.table,
    clock: shop.clock,
    settle: (origin, key) => wired.settleDueMail(origin, MailId.parse(mailIdIn(key))),
  });

  /** Delivers messages of the bus as one batch; answers how many failed. */
  async function deliver(...messages: readonly unknown[]): Promise<number> {
    const { batchItemFailures } = await consume(sqsEvent(messages), lambdaContext());
    return batchItemFailures.length;
  }

  return {
    shop,
    sent,
    events,
    treatments,
    requests: () => requests,
    /** A fact as the bus brings it. Delivering the same message again is a duplicate delivery. */
    message(fact: Fact) {
      const id = mint(EventId, systemRandom);
      const detail = { id, occurredAt: shop.clock(), correlationId: "test", ...fact };
      return { id: crypto.randomUUID(), source: "smart", "detail-type": fact.type, detail };
    },
    deliver,
    /** Delivers SES' events that wait, of one kind or all. */
    deliverEvents(detailType?: string): Promise<number> {
      const due = events.filter((event) => !detailType || event["detail-type"] === detailType);
      for (const event of due) events.splice(events.indexOf(event), 1);
      return deliver(...due);
    },
    sweep: () => sweepOnce(everyMinute, lambdaContext()),
    /** The mails that SES took, as their readers see them. */
    mails: () =>
      Promise.all(
        sent.map(async ({ recipients, from, source, tags }) => ({
          recipients,
          sender: from,
          tags,
          ...(await PostalMime.parse(source, { attachmentEncoding: "utf8" })),
        })),
      ),
    /** The rows of all mails. */
    rows: async () => (await shop.everything()).filter(({ sk }) => sk === "MAIL"),
    close(): void {
      server.close();
      server.closeAllConnections();
    },
  };
}
