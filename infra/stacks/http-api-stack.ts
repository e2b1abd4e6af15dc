import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { DomainName, HttpApi, HttpStage, LogGroupLogDestination, SecurityPolicy } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { ServiceAlarm } from "../constructs/service-alarm.ts";
import type { Foundation } from "../foundation.ts";

/**
 * What the gateway writes down of each request. The route, never the path: that can hold an order key. No address, no
 * browser. `integrationError` is AWS's text about the function, not the function's answer.
 */
const accessLogFields = {
  requestId: "$context.requestId",
  time: "$context.requestTimeEpoch",
  route: "$context.routeKey",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
  functionLatencyMs: "$context.integrationLatency",
  error: "$context.integrationErrorMessage",
};

/** The HTTP API all contexts hang their routes on. */
export class HttpApiStack extends Stack {
  readonly httpApi: HttpApi;
  readonly publicUrl: string;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { readonly foundation: Pick<Foundation, "stage" | "alarmTopic"> },
  ) {
    super(scope, id, props);
    const { foundation } = props;
    const { stage } = foundation;
    this.httpApi = new HttpApi(this, "HttpApi", {
      createDefaultStage: false,
      // With a name of our own there is one way in, and links and tokens always name the same host.
      disableExecuteApiEndpoint: stage.publicDomain !== undefined,
    });
    new HttpStage(this, "Stage", {
      httpApi: this.httpApi,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: stage.throttling.requestsPerSecond, burstLimit: stage.throttling.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.accessLogs(stage)),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
      ...(stage.publicDomain === undefined
        ? {}
        : { domainMapping: { domainName: this.domainName(stage.publicDomain) } }),
    });
    this.publicUrl = stage.publicDomain === undefined ? this.httpApi.apiEndpoint : `https://${stage.publicDomain}`;
    new ServiceAlarm(this, "ServerErrors", {
      foundation,
      name: "http-api-server-errors",
      usersLose: "Buyers and participants see an error page instead of their order or sign-up.",
      firstStep: "The API answered 5xx ten times in 5 minutes: its access log names the routes.",
      metric: this.httpApi.metricServerError({ period: Duration.minutes(5), statistic: "Sum" }),
      threshold: 10,
    });
    new ServiceAlarm(this, "Slow", {
      foundation,
      name: "http-api-slow",
      usersLose: "Buyers wait so long for an answer that they give up or order twice.",
      firstStep: "One request in twenty takes over 3 s: its access log names the routes.",
      metric: this.httpApi.metricLatency({ period: Duration.minutes(5), statistic: "p95" }),
      threshold: 3000,
      periods: 3,
    });
  }

  private accessLogs({ accessLogRetention: retention, removalPolicy }: Foundation["stage"]): LogGroup {
    return new LogGroup(this, "AccessLogs", { retention, removalPolicy });
  }

  /** The deployment waits here until the certificate's record, shown in the console, is in the domain's DNS. */
  private domainName(domainName: string): DomainName {
    const certificate = new Certificate(this, "Certificate", {
      domainName,
      validation: CertificateValidation.fromDns(),
    });
    return new DomainName(this, "DomainName", { domainName, certificate, securityPolicy: SecurityPolicy.TLS_1_2 });
  }
}
