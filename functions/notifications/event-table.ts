import type { Notify } from "#notifications/app/notify";
import { planOrderConfirmed } from "#notifications/app/plan-order-confirmed";
import type { RecordMailEvent } from "#notifications/app/record-mail-event";
import { onMailEvents } from "#notifications/store/ses-events";
import { orderConfirmed } from "#ordering/events/order-confirmed";
import { orderExpired } from "#ordering/events/order-expired";
import { type Consumption, on } from "#platform/events/consumer";

/** Which mails each fact owes. A new one is also named in infra/contexts.ts, so that it comes to our queue. */
export function eventTable(app: { readonly notify: Notify; readonly recordMailEvent: RecordMailEvent }): Consumption[] {
  const { notify, recordMailEvent } = app;
  return [
    on(orderConfirmed, (origin, data) => notify(origin, planOrderConfirmed(data))),
    on(orderExpired, (origin, { orderNumber }) =>
      notify(origin, async () => [{ template: "order-expired", orderNumber }]),
    ),
    ...onMailEvents(recordMailEvent),
  ];
}
