import * as z from "zod";

const Mail = z.object({ messageId: z.string(), tags: z.record(z.string(), z.array(z.string())).default({}) });

/**
 * SES' events about a message, as EventBridge brings them on the account's default bus (source `aws.ses`):
 * https://docs.aws.amazon.com/ses/latest/dg/monitor-sending-using-event-publishing-setup-events.html
 */
export const EmailSent = z.object({ mail: Mail });

export const EmailBounced = z.object({
  mail: Mail,
  bounce: z.object({
    /** `Permanent`: there is no such reader. `Transient`: SES gave up trying; another mail may get through. */
    bounceType: z.enum(["Permanent", "Transient", "Undetermined"]),
    bouncedRecipients: z.array(z.object({ emailAddress: z.string() })),
  }),
});

export const EmailComplaint = z.object({
  mail: Mail,
  complaint: z.object({ complainedRecipients: z.array(z.object({ emailAddress: z.string() })) }),
});

/** SES found something harmful in the message and did not send it. */
export const EmailRejected = z.object({ mail: Mail });
