import type { AccessKey } from "#kernel/id";
import type { OrderNumber } from "#kernel/ids";
import type { Locale } from "#kernel/locale";

/** Where mails send their readers; each address opens a page that needs no login and no script. */
export interface Links {
  order(order: OrderAccess): string;
}

interface OrderAccess {
  readonly orderNumber: OrderNumber;
  readonly key: AccessKey;
  readonly locale: Locale;
}

/** @param publicUrl base of our own addresses, without a slash at the end */
export function linksTo(publicUrl: string): Links {
  return {
    order: ({ orderNumber, key, locale }) => `${publicUrl}/orders/${orderNumber}/page?key=${key}&lang=${locale}`,
  };
}
