import type { Order } from "#ordering/domain/order";
import type { Stored } from "./stored.ts";

/** Every order's total equals its lines, and captured minus refunded equals what it says is paid (rule 3). */
export function brokenMoney({ orders, payments }: Stored): string[] {
  const paymentOf = new Map(payments.map((payment) => [payment.orderNumber, payment]));
  return orders.flatMap((order) => {
    const payment = paymentOf.get(order.orderNumber);
    const captured = sum(payment?.captures);
    const refunded = sum(payment?.refunds.filter(({ status }) => status !== "failed"));
    return [...brokenLines(order), ...brokenPayment(order, captured - refunded)];
  });
}

function sum(amounts: readonly { readonly amount: number }[] = []): number {
  return amounts.reduce((so, { amount }) => so + amount, 0);
}

function brokenLines({ orderNumber, lines, total }: Order): string[] {
  const standing = lines.filter((line) => line.cancelledAt === undefined);
  const unsplit = standing.filter(({ amount, vat }) => vat.reduce((so, { gross }) => so + gross, 0) !== amount);
  const untrue = standing.flatMap(({ vat }) => vat).filter((part) => part.net + part.vat !== part.gross);
  return [
    ...(sum(standing) === total ? [] : [`${orderNumber} totals ${total}, and its lines ${sum(standing)}`]),
    ...unsplit.map(({ line }) => `${orderNumber}, line ${line}: the VAT parts do not add up to its amount`),
    ...untrue.map(({ category }) => `${orderNumber}: net and VAT of ${category} do not add up to gross`),
  ];
}

function brokenPayment({ orderNumber, status, payment, paid, total }: Order, kept: number): string[] {
  const owed = payment === "card" && status === "confirmed" ? total : 0;
  return [
    ...(paid === kept ? [] : [`${orderNumber} says ${paid} is paid, and its payment ${kept}`]),
    ...(paid === owed ? [] : [`${orderNumber} is ${status} and should have ${owed} of money, not ${paid}`]),
  ];
}
