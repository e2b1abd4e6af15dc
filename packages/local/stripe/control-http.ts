import * as z from "zod";
import type { Control } from "./control.ts";
import { StripeFault } from "./fault.ts";
import { eventTypes } from "./objects.ts";

const session = z.strictObject({ session: z.string() });
const outcome = z.enum(["succeeded", "failed"]);
const policy = z.strictObject({
  duplicate: z.int().min(0).optional(),
  delay: z.number().min(0).optional(),
  reorder: z.boolean().optional(),
  drop: z.union([z.boolean(), z.int().min(0)]).optional(),
  types: z.array(z.enum(eventTypes)).optional(),
});
const failure = z.strictObject({
  path: z.string(),
  method: z.enum(["GET", "POST"]).optional(),
  times: z.int().min(1).optional(),
  how: z.enum(["before", "after", "hang"]),
  status: z.int().min(200).max(599).optional(),
  body: z.unknown().optional(),
});

type Command = (control: Control, input: unknown) => unknown;

const commands = new Map<string, Command>([
  command("pay", session, (control, input) => control.pay(input.session)),
  command("decline", session, (control, input) => control.decline(input.session)),
  command("pay-later", session, (control, input) => control.payLater(input.session)),
  command("settle-later", session.extend({ outcome }), (control, input) =>
    control.settleLater(input.session, input.outcome),
  ),
  command(
    "refund-from-dashboard",
    z.strictObject({ paymentIntent: z.string(), amount: z.int().min(1).optional() }),
    (control, input) => control.refundFromDashboard(input.paymentIntent, input.amount),
  ),
  command("refunds-start", z.strictObject({ start: z.enum(["succeeded", "pending"]) }), (control, input) =>
    control.refundsStart(input.start),
  ),
  command("settle-refund", z.strictObject({ refund: z.string(), outcome }), (control, input) =>
    control.settleRefund(input.refund, input.outcome),
  ),
  command("dispute", z.strictObject({ paymentIntent: z.string() }), (control, input) =>
    control.dispute(input.paymentIntent),
  ),
  command(
    "close-dispute",
    z.strictObject({ dispute: z.string(), outcome: z.enum(["won", "lost"]) }),
    (control, input) => control.closeDispute(input.dispute, input.outcome),
  ),
  command("deliveries", policy, (control, input) => control.deliveries(input)),
  command("redeliver", z.strictObject({ event: z.string() }), (control, input) => control.redeliver(input.event)),
  command("fail-requests", failure, (control, input) => control.failRequests(input)),
  command("release", z.strictObject({}), (control) => control.release()),
  command("tick", z.strictObject({}), (control) => control.tick()),
  command("idle", z.strictObject({}), (control) => control.idle()),
  command("reset", z.strictObject({}), (control) => control.reset()),
]);

/**
 * `POST /_control/<command>` with a JSON object: the control for other processes. Answers with what the command gives,
 * `{}` where that is nothing. @throws StripeFault 404 for an unknown command, 400 for other input than it takes.
 */
export async function runCommand(control: Control, name: string, json: string): Promise<unknown> {
  const run = commands.get(name);
  if (run === undefined)
    throw new StripeFault(404, `No command "${name}". There are: ${[...commands.keys()].join(", ")}.`);
  return (await run(control, parse(json))) ?? {};
}

function command<T>(
  name: string,
  schema: z.ZodType<T>,
  run: (control: Control, input: T) => unknown,
): [string, Command] {
  const checked: Command = (control, input) => {
    const read = schema.safeParse(input);
    if (!read.success) throw new StripeFault(400, `${name}: ${z.prettifyError(read.error)}`);
    return run(control, read.data);
  };
  return [name, checked];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json === "" ? "{}" : json);
  } catch (error) {
    throw new StripeFault(400, `The body is not JSON: ${String(error)}`);
  }
}
