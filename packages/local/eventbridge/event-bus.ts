import { randomUUID } from "node:crypto";
import * as z from "zod";
import { type EventPattern, matches } from "#local/eventbridge/pattern";

/** An event as rules see it and targets get it. */
export interface BusEvent {
  version: "0";
  id: string;
  "detail-type": string;
  source: string;
  account: string;
  /** ISO 8601, whole seconds. */
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
}

export interface BusRule {
  busName: string;
  pattern: EventPattern;
  /** Hands the event to the rule's targets. */
  deliver: (event: BusEvent) => void;
}

export function busEvent(
  source: string,
  detailType: string,
  detail: unknown,
  now: number,
  resources: string[] = [],
): BusEvent {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": detailType,
    source,
    account: "000000000000",
    time: new Date(now).toISOString().replace(/\.\d+Z$/, "Z"),
    region: "eu-north-1",
    resources,
    detail,
  };
}

/** Hands an event to every rule of its bus that matches. */
export type PutEvent = (busName: string, event: BusEvent) => void;

export function eventBuses(rules: readonly BusRule[]): PutEvent {
  return (busName, event) => {
    for (const rule of rules) if (rule.busName === busName && matches(rule.pattern, event)) rule.deliver(event);
  };
}

const request = z.object({
  Entries: z
    .array(
      z.object({
        Source: z.string().optional(),
        DetailType: z.string().optional(),
        Detail: z.string().optional(),
        EventBusName: z.string().default("default"),
        Resources: z.array(z.string()).default([]),
        /** Epoch seconds. */
        Time: z.number().optional(),
        TraceHeader: z.string().optional(),
      }),
    )
    .min(1)
    .max(10),
});

/** Largest entry: 256 KB over source, type, detail and resources. */
const maximumEntry = 256 * 1024;

/**
 * The PutEvents operation. A refused entry is an ErrorCode in a 200 answer, as in AWS; undefined for a malformed request.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
export function putEvents(body: unknown, busNames: ReadonlySet<string>, put: PutEvent, now: () => number) {
  const parsed = request.safeParse(body);
  if (!parsed.success) return undefined;
  const entries = parsed.data.Entries.map((entry) => {
    const refused = (ErrorCode: string, ErrorMessage: string) => ({ ErrorCode, ErrorMessage });
    if (!entry.Source)
      return refused("InvalidArgument", "Parameter Source is not valid. Reason: Source is a required argument.");
    if (!entry.DetailType) {
      return refused(
        "InvalidArgument",
        "Parameter DetailType is not valid. Reason: DetailType is a required argument.",
      );
    }
    const detail = jsonObject(entry.Detail);
    if (detail === undefined) return refused("MalformedDetail", "Detail is malformed.");
    const size = Buffer.byteLength([entry.Source, entry.DetailType, entry.Detail, ...entry.Resources].join(""));
    if (size > maximumEntry) return refused("InvalidArgument", "Entry is over the size limit of 256 KB.");
    const busName = entry.EventBusName.split("event-bus/").at(-1) ?? entry.EventBusName;
    if (!busNames.has(busName)) return refused("ResourceNotFoundException", `Event bus ${busName} does not exist.`);
    const time = entry.Time === undefined ? now() : entry.Time * 1000;
    const event = busEvent(entry.Source, entry.DetailType, detail, time, entry.Resources);
    put(busName, event);
    return { EventId: event.id };
  });
  return { FailedEntryCount: entries.filter((entry) => "ErrorCode" in entry).length, Entries: entries };
}

function jsonObject(text: string | undefined): object | undefined {
  try {
    const parsed: unknown = JSON.parse(text ?? "");
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
