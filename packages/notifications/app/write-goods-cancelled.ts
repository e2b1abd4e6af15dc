import { inLocale } from "#kernel/locale";
import { goodsCancelled } from "../domain/templates/goods-cancelled.ts";
import type { Writer } from "./writer.ts";

export const writeGoodsCancelled: Writer<"goods-cancelled"> = async (notice, { readings, links }) => {
  const { orderNumber, lines, owedBack, orderCancelled } = notice;
  const order = await readings.order(orderNumber);
  if (!order) return "nobody-to-write-to";
  const { locale, buyer, payment } = order;
  const letter = goodsCancelled(
    {
      orderNumber,
      buyerName: buyer.name,
      lines: order.lines.flatMap((line) =>
        line.kind === "goods" && lines.includes(line.line)
          ? [{ title: inLocale(line.title, locale), quantity: line.quantity }]
          : [],
      ),
      payment,
      owedBack,
      orderCancelled,
      orderLink: links.order(order),
    },
    locale,
  );
  return { to: buyer.email, locale, letter };
};
