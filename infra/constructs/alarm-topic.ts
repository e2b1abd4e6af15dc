import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import type { Stage } from "../stages.ts";

/** Where alarms go: a mail to the stage's alarm address, which has to accept the subscription once. */
export function alarmTopic(scope: Construct, id: string, stage: Stage): Topic {
  const topic = new Topic(scope, id, { enforceSSL: true });
  // A topic with a policy of its own loses the default one, by which CloudWatch could publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  );
  topic.addSubscription(new EmailSubscription(stage.alarmAddress));
  return topic;
}
