import { App, Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { expect, test } from "vitest";
import { alarmTopic } from "../../infra/constructs/alarm-topic.ts";
import { ServiceAlarm, type UsersLose } from "../../infra/constructs/service-alarm.ts";
import { stages } from "../../infra/stages.ts";

function alarmSaying(usersLose: UsersLose): ServiceAlarm {
  const stack = new Stack(new App(), "stack");
  return new ServiceAlarm(stack, "Alarm", {
    foundation: { stage: stages.dev, alarmTopic: alarmTopic(stack, "Alarms", stages.dev) },
    name: "sample",
    usersLose,
    firstStep: "Read the log.",
    metric: new Metric({ namespace: "smart", metricName: "Sample", period: Duration.minutes(1) }),
    threshold: 1,
  });
}

test("an alarm can't be made without a sentence on what users lose", () => {
  expect(() => alarmSaying("Queue full.")).toThrow('An alarm says in a sentence what users lose: "Queue full."');
  expect(() => alarmSaying("Nobody gets a confirmation.")).not.toThrow();
  // @ts-expect-error: a sentence ends with a full stop, and the compiler sees to it
  alarmSaying("Nobody gets a confirmation");
});
