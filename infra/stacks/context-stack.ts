import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { AttentionQueue } from "../constructs/attention-queue.ts";
import { ContextApi } from "../constructs/context-api.ts";
import { ContextQueue } from "../constructs/context-queue.ts";
import { DifferenceAlarms } from "../constructs/difference-alarms.ts";
import { Sweep } from "../constructs/sweep.ts";
import { type Context, entryOf } from "../context.ts";
import type { HttpFoundation } from "../foundation.ts";

/** One context's service stack: whichever it has of an HTTP function, a queue with its consumer, a sweep, events and differences for people. */
export class ContextStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly foundation: HttpFoundation; readonly context: Context },
  ) {
    super(scope, id, props);
    const { foundation, context } = props;
    const service = context.name;
    const { api, consumer, sweep, attention, differences } = context;
    if (api) new ContextApi(this, "Http", { ...api, foundation, service, entry: entryOf(context, "api") });
    if (consumer)
      new ContextQueue(this, "Events", { ...consumer, foundation, service, entry: entryOf(context, "consumer") });
    if (attention) new AttentionQueue(this, "People", { ...attention, foundation, service });
    if (differences) new DifferenceAlarms(this, "Differences", { ...differences, foundation, service });
    if (sweep) new Sweep(this, "Due", { ...sweep, foundation, service, entry: entryOf(context, "sweep") });
  }
}
