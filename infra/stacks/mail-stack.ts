import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { MailIdentity } from "../constructs/mail-identity.ts";
import { ServiceAlarm } from "../constructs/service-alarm.ts";
import type { Foundation } from "../foundation.ts";

/** The mail identity, first of all stacks: its DNS records must be in place before the others can send. */
export class MailStack extends Stack {
  readonly mail: MailIdentity;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly foundation: Pick<Foundation, "stage" | "alarmTopic"> },
  ) {
    super(scope, id, props);
    const { foundation } = props;
    this.mail = new MailIdentity(this, "Mail", { stage: foundation.stage });
    new ServiceAlarm(this, "Bounces", {
      foundation,
      name: "mail-bounces",
      usersLose: "Everybody's mail stops if SES pauses our sending, which it may do at 10 % bounces.",
      firstStep: "More than 5 % of our mails bounce: look for the template or the import that brought bad addresses.",
      metric: new Metric({
        namespace: "AWS/SES",
        metricName: "Reputation.BounceRate",
        period: Duration.hours(1),
        statistic: "Average",
      }),
      threshold: 0.05,
    });
  }
}
