import { CfnOutput, Stack } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  ConfigurationSetEventDestination,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";

/** The domain we send from, and the configuration set that reports what became of each mail to the account's bus. */
export class MailIdentity extends Construct {
  readonly identityArn: string;
  readonly configurationSetName: string;
  readonly configurationSetArn: string;
  /** For mails of which nothing is told but how many: to whom they couldn't be delivered, nobody may learn. */
  readonly quietConfigurationSetName: string;
  readonly quietConfigurationSetArn: string;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: Stage }) {
    super(scope, id);
    const settings = {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // A bounced or complaining address gets no more mail from us, whatever our own rows say.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    };
    const configurationSet = new ConfigurationSet(this, "ConfigurationSet", settings);
    const quiet = new ConfigurationSet(this, "QuietConfigurationSet", settings);
    new ConfigurationSetEventDestination(this, "Events", {
      configurationSet,
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, "AccountBus", "default")),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
    // Counts without addresses. Without any destination SES mails each bounce, with its mail, to the sender.
    const sender = { source: CloudWatchDimensionSource.MESSAGE_TAG, name: "sender", defaultValue: "survey" };
    new ConfigurationSetEventDestination(this, "Counts", {
      configurationSet: quiet,
      destination: EventDestination.cloudWatchDimensions([sender]),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    const identity = new EmailIdentity(this, "Identity", {
      identity: Identity.domain(stage.mailDomain),
      configurationSet,
      feedbackForwarding: false,
    });
    this.identityArn = identity.emailIdentityArn;
    this.configurationSetName = configurationSet.configurationSetName;
    this.configurationSetArn = arnOf(configurationSet);
    this.quietConfigurationSetName = quiet.configurationSetName;
    this.quietConfigurationSetArn = arnOf(quiet);
    for (const [index, record] of identity.dkimRecords.entries()) {
      new CfnOutput(this, `Dkim${index + 1}`, {
        description: "CNAME record to put in the DNS of the mail domain before mail can be sent",
        value: `${record.name} -> ${record.value}`,
      });
    }
  }
}

function arnOf(configurationSet: ConfigurationSet): string {
  return Stack.of(configurationSet).formatArn({
    service: "ses",
    resource: "configuration-set",
    resourceName: configurationSet.configurationSetName,
  });
}
