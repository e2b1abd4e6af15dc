import * as z from "zod";
import { faultSwitches } from "#local/faults";
import { type Answer, json, said } from "#local/local-answer";
import type { Runtime } from "#local/runtime";
import type { ReadMail } from "#local/ses/mailbox";

const move = z.union([
  z.strictObject({ advanceSeconds: z.number().positive() }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);

export interface ControlRequest {
  readonly method: string;
  /** Below `/_local`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

/** The local-only endpoints below `/_local`, for the demo, for tests in other processes and for a curious developer. */
export async function controlAnswer(
  runtime: Runtime,
  { method, path, query, body }: ControlRequest,
): Promise<Answer | undefined> {
  switch (`${method} ${path}`) {
    case "GET /clock":
      return json(200, clockOf(runtime));
    case "POST /clock": {
      const asked = said(move, body);
      if (!asked.success)
        return json(400, { message: 'Send {"advanceSeconds": 3600} or {"to": "2027-01-31T12:00:00Z"}.' });
      const to =
        "to" in asked.data ? Date.parse(asked.data.to) : runtime.clock.now() + asked.data.advanceSeconds * 1000;
      if (to < runtime.clock.now()) return json(400, { message: "The clock only goes forward." });
      await runtime.clock.moveTo(to);
      return json(200, clockOf(runtime));
    }
    case "GET /idle":
      return runtime.idle().then(
        () => json(200, { idle: true }),
        (error: Error) => json(504, { idle: false, message: error.message }),
      );
    case "POST /reset":
      await runtime.reset();
      return json(200, { reset: true });
    case "GET /faults":
      return json(200, runtime.faults.switches);
    case "PUT /faults": {
      const asked = said(faultSwitches, body);
      if (!asked.success) return json(400, { message: z.prettifyError(asked.error) });
      runtime.faults.set(asked.data);
      return json(200, runtime.faults.switches);
    }
    case "GET /functions":
      return json(200, runtime.functions());
    case "GET /queues":
      return json(200, runtime.queues());
    case "GET /dynamodb":
      return json(200, runtime.dynamodb);
    case "GET /mails":
      return json(200, (await runtime.mails(query.get("to") ?? undefined)).map(listed));
    default:
      return undefined;
  }
}

/** A mail without its files, which are at their own addresses. */
function listed({ attachments, ...mail }: ReadMail) {
  const files = attachments.map(({ fileName, contentType }, index) => ({
    fileName,
    contentType,
    path: `/inbox/${mail.id}/attachments/${index}`,
  }));
  return { ...mail, attachments: files };
}

function clockOf(runtime: Runtime) {
  return { now: new Date(runtime.clock.now()).toISOString() };
}
