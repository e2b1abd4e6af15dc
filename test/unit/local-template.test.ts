import { describe, expect, test } from "vitest";
import type { StackTemplate } from "#local/template/cloud-assembly";
import { interpret } from "#local/template/interpret";
import { modelOf } from "#local/template/model";

const addresses = { apiUrl: "http://localhost:3000", issuer: "http://localhost:3000/issuer" };
type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;

function stack(stackName: string, resources: Resources, outputs: StackTemplate["Outputs"] = {}): StackTemplate {
  const Resources = Object.fromEntries(
    Object.entries(resources).map(([id, { Type, Properties = {} }]) => [id, { Type, Properties, Metadata: {} }]),
  );
  return { stackName, Resources, Outputs: outputs };
}
const fn = (variables: Record<string, unknown>) => ({
  Type: "AWS::Lambda::Function",
  Properties: { Handler: "index.handler", Runtime: "nodejs24.x", Environment: { Variables: variables } },
});
function variablesOf(...stacks: StackTemplate[]): Record<string, string> | undefined {
  return modelOf(interpret(stacks, addresses)).functions[0]?.properties.Environment?.Variables;
}

describe("a template's intrinsics", () => {
  test("are resolved within a stack", () => {
    const variables = variablesOf(
      stack("app", {
        Fn: fn({
          TABLE: { Ref: "Table" },
          STREAM: { "Fn::GetAtt": ["Table", "StreamArn"] },
          URL: { "Fn::GetAtt": ["Api", "ApiEndpoint"] },
          ISSUER: { "Fn::GetAtt": ["Pool", "ProviderURL"] },
          QUEUE: { Ref: "Queue" },
          JOINED: { "Fn::Join": ["-", ["a", { Ref: "AWS::Region" }]] },
          PICKED: { "Fn::Select": [1, { "Fn::Split": [":", "x:y:z"] }] },
          // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own way to write it
          SUBSTITUTED: { "Fn::Sub": "${Queue.QueueName}/${AWS::StackName}" },
        }),
        Table: {
          Type: "AWS::DynamoDB::Table",
          Properties: { TableName: "smart", AttributeDefinitions: [], KeySchema: [], BillingMode: "PAY_PER_REQUEST" },
        },
        Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { Name: "api", ProtocolType: "HTTP" } },
        Pool: { Type: "AWS::Cognito::UserPool" },
        Queue: { Type: "AWS::SQS::Queue" },
      }),
    );
    expect(variables).toEqual({
      TABLE: "smart",
      STREAM: "arn:aws:dynamodb:eu-north-1:000000000000:table/smart/stream/local",
      URL: "http://localhost:3000",
      ISSUER: "http://localhost:3000/issuer",
      QUEUE: "https://sqs.eu-north-1.amazonaws.com/000000000000/app-Queue",
      JOINED: "a-eu-north-1",
      PICKED: "y",
      SUBSTITUTED: "app-Queue/app",
    });
  });

  test("are resolved across stacks by their exports", () => {
    const variables = variablesOf(
      stack("service", { Fn: fn({ BUS: { "Fn::ImportValue": "stateful:Bus" } }) }),
      stack(
        "stateful",
        { Bus: { Type: "AWS::Events::EventBus", Properties: { Name: "smart" } } },
        { Export: { Value: { "Fn::GetAtt": ["Bus", "Arn"] }, Export: { Name: "stateful:Bus" } } },
      ),
    );
    expect(variables).toEqual({ BUS: "arn:aws:events:eu-north-1:000000000000:event-bus/smart" });
  });
});

describe("what the runtime does not know is an error that names the resource", () => {
  test.each<[string, Resources, string]>([
    [
      "a resource type",
      { Stream: { Type: "AWS::Kinesis::Stream" } },
      "Stream in app has the type AWS::Kinesis::Stream",
    ],
    ["an intrinsic", { Fn: fn({ A: { "Fn::If": ["Yes", "a", "b"] } }) }, "Fn in app uses the intrinsic Fn::If"],
    [
      "an attribute",
      { Fn: fn({ A: { "Fn::GetAtt": ["Fn", "SnapStart"] } }) },
      "Fn in app asks for AWS::Lambda::Function.SnapStart",
    ],
    ["a reference", { Fn: fn({ A: { Ref: "Gone" } }) }, "Fn in app refers to Gone"],
    ["an import", { Fn: fn({ A: { "Fn::ImportValue": "gone" } }) }, "Fn in app imports gone"],
    ["a property", { Queue: { Type: "AWS::SQS::Queue", Properties: { FifoQueue: true } } }, "FifoQueue"],
    [
      "a property's value",
      { Fn: { ...fn({}), Properties: { Handler: "a.b", Runtime: "python3.13" } } },
      "Fn in app (AWS::Lambda::Function)",
    ],
    [
      "a pattern's operator",
      { Rule: { Type: "AWS::Events::Rule", Properties: { EventPattern: { a: [{ wildcard: "*" }] }, Targets: [] } } },
      "Rule in app (AWS::Events::Rule)",
    ],
  ])("%s", (_name, resources, message) => {
    expect(() => modelOf(interpret([stack("app", resources)], addresses))).toThrow(message);
  });
});

test("permissions, logs and alarms are accepted and left out", () => {
  const resources = interpret(
    [stack("app", { Role: { Type: "AWS::IAM::Role" }, Alarm: { Type: "AWS::CloudWatch::Alarm" } })],
    addresses,
  );
  expect(resources).toEqual([]);
});
