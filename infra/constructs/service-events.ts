import type { EventPattern } from "aws-cdk-lib/aws-events";
import type { Foundation } from "../foundation.ts";

/** Events of AWS services that a context can consume, by EventBridge detail type: all come on the account's default bus. */
const sources = {
  "Email Sent": "mail",
  "Email Bounced": "mail",
  "Email Complaint Received": "mail",
  "Email Rejected": "mail",
  "GuardDuty Malware Protection Object Scan Result": "scans",
} as const;

export type ServiceEvent = keyof typeof sources;

/** A rule on the account's bus: its name within the context's queue, and what it lets through. */
interface ServiceEventRule {
  readonly id: string;
  readonly pattern: EventPattern;
}

type Ours = Pick<Foundation, "mail" | "fileStore">;

/** The account's bus has every stage's events, and whatever else happens in the account: ours name a resource of ours. */
const rules = {
  mail: ({ mail }: Ours) => ({
    id: "MailEvents",
    source: ["aws.ses"],
    detail: { mail: { tags: { "ses:configuration-set": [mail.configurationSetName] } } },
  }),
  scans: ({ fileStore }: Ours) => ({
    id: "ScanResults",
    source: ["aws.guardduty"],
    detail: { s3ObjectDetails: { bucketName: [fileStore.quarantine.bucketName] } },
  }),
};

/** The rules that bring these events to a context's queue: one for each service they come from. */
export function rulesFor(events: readonly ServiceEvent[], foundation: Ours): readonly ServiceEventRule[] {
  return (["mail", "scans"] as const).flatMap((source) => {
    const detailType = events.filter((event) => sources[event] === source);
    if (detailType.length === 0) return [];
    const { id, ...pattern } = rules[source](foundation);
    return [{ id, pattern: { ...pattern, detailType } }];
  });
}
