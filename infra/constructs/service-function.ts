import { CfnResource, type Duration } from "aws-cdk-lib";
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Foundation } from "../foundation.ts";
import { acknowledgeWildcard } from "./acknowledge.ts";
import type { Grant } from "./capability.ts";
import type { Entry } from "./function-code.ts";
import { alarmPeriod, ServiceAlarm, type UsersLose } from "./service-alarm.ts";

export interface ServiceFunctionProps extends Grant {
  readonly foundation: Pick<Foundation, "stage" | "code" | "alarmTopic">;
  /** The context the function belongs to: its name in logs and metrics. */
  readonly service: string;
  readonly entry: Entry;
  readonly timeout: Duration;
  /** In MB: 1,024 unless told. CPU comes with memory (1,769 MB is one vCPU), and a start is nearly all CPU. */
  readonly memorySize?: number;
  /** What people can't do, or don't get, while this function fails. */
  readonly usersLose: UsersLose;
}

/** One Lambda function the way all of ours are: Node 24 on arm64, its own role and log group, an alarm on its error rate. */
export class ServiceFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    const { stage, code } = props.foundation;
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: stage.logRetention,
      removalPolicy: stage.removalPolicy,
    });
    // Our own role instead of CDK's: that one carries a managed policy allowing every log group.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    logGroup.grantWrite(role);
    for (const statement of props.statements) role.addToPolicy(statement);
    for (const resource of props.wildcards ?? []) {
      acknowledgeWildcard(role, resource, "Objects get their names as they come: a bucket or a prefix can be granted.");
    }
    super(scope, id, {
      ...code(props.entry),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySize ?? 1024,
      timeout: props.timeout,
      role,
      logGroup,
      environment: {
        STAGE: stage.name,
        POWERTOOLS_SERVICE_NAME: props.service,
        POWERTOOLS_METRICS_NAMESPACE: "smart",
        POWERTOOLS_LOG_LEVEL: stage.logLevel,
        NODE_OPTIONS: "--enable-source-maps",
        ...props.environment,
      },
    });
    writeEntry(this, props.entry);
    new ServiceAlarm(this, "ErrorRate", {
      foundation: props.foundation,
      name: `${props.service}-${id.toLowerCase()}-errors`,
      usersLose: props.usersLose,
      firstStep: `More than 5 % of the calls of ${props.entry} fail: read its log for the first error.`,
      metric: errorRate(this),
      threshold: 5,
      periods: 2,
    });
  }
}

/** With bundling off the local runtime loads the file named here. */
function writeEntry(fn: LambdaFunction, entry: Entry): void {
  const resource = fn.node.defaultChild;
  if (!CfnResource.isCfnResource(resource)) throw new Error("A Lambda function's default child is its resource.");
  resource.addMetadata("smart:entry", entry);
}

/** Failed calls in per cent of all, or of 20 when there are fewer: a lone failure has to come again to wake anybody. */
function errorRate(fn: LambdaFunction): MathExpression {
  return new MathExpression({
    label: "Failed calls, per cent",
    expression: "IF(invocations > 20, 100 * errors / invocations, 100 * errors / 20)",
    usingMetrics: {
      errors: fn.metricErrors({ period: alarmPeriod }),
      invocations: fn.metricInvocations({ period: alarmPeriod }),
    },
    period: alarmPeriod,
  });
}
