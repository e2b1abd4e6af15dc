const account = "000000000000";
const region = "eu-north-1";

/** Values of pseudo parameters such as `AWS::Region`. */
export const pseudoParameters: Readonly<Record<string, string>> = {
  "AWS::AccountId": account,
  "AWS::Region": region,
  "AWS::Partition": "aws",
  "AWS::URLSuffix": "amazonaws.com",
};

/** Addresses known only when the runtime listens. */
export interface Addresses {
  /** No slash at the end. */
  apiUrl: string;
  issuer: string;
}

/** How a resource type is referred to: `Ref` and `Fn::GetAtt` of a resource by its name. */
interface ResourceType {
  /** The property that names the resource; without it the name is made of stack and logical id, as in AWS. */
  nameProperty?: string;
  ref?: (name: string) => string;
  attributes?: Readonly<Record<string, (name: string, addresses: Addresses) => string>>;
}

export const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
const tableArn = (name: string) => arn("dynamodb", `table/${name}`);
export const streamArn = (tableName: string) => `${tableArn(tableName)}/stream/local`;
export const functionArn = (name: string) => arn("lambda", `function:${name}`);
export const queueArn = (name: string) => arn("sqs", name);
export const keyArn = (name: string) => arn("kms", `key/${name}`);
const busArn = (name: string) => arn("events", `event-bus/${name}`);

const dkimAttributes = [1, 2, 3].flatMap((index) => [
  [`DkimDNSTokenName${index}`, (name: string) => `local${index}._domainkey.${name}`] as const,
  [`DkimDNSTokenValue${index}`, () => `local${index}.dkim.amazonses.com`] as const,
]);

/** What the runtime runs. Their properties are read, strictly, in model.ts. */
export const runResourceTypes: Readonly<Record<string, ResourceType>> = {
  "AWS::ApiGatewayV2::Api": { attributes: { ApiEndpoint: (_name, { apiUrl }) => apiUrl } },
  "AWS::ApiGatewayV2::Integration": {},
  "AWS::ApiGatewayV2::Route": {},
  "AWS::Cognito::UserPool": {
    attributes: {
      Arn: (name) => arn("cognito-idp", `userpool/${name}`),
      ProviderURL: (_name, { issuer }) => issuer,
    },
  },
  "AWS::Cognito::UserPoolClient": {},
  "AWS::DynamoDB::Table": { nameProperty: "TableName", attributes: { Arn: tableArn, StreamArn: streamArn } },
  "AWS::Events::EventBus": { nameProperty: "Name", attributes: { Arn: busArn, Name: (name) => name } },
  "AWS::Events::Rule": { nameProperty: "Name", attributes: { Arn: (name) => arn("events", `rule/${name}`) } },
  "AWS::GuardDuty::MalwareProtectionPlan": {},
  "AWS::KMS::Key": { attributes: { Arn: keyArn } },
  "AWS::Lambda::EventSourceMapping": {},
  "AWS::Lambda::Function": { nameProperty: "FunctionName", attributes: { Arn: functionArn } },
  "AWS::S3::Bucket": { nameProperty: "BucketName", attributes: { Arn: (name) => `arn:aws:s3:::${name}` } },
  "AWS::SES::ConfigurationSet": { nameProperty: "Name" },
  "AWS::SES::ConfigurationSetEventDestination": {},
  "AWS::SES::EmailIdentity": { nameProperty: "EmailIdentity", attributes: Object.fromEntries(dkimAttributes) },
  "AWS::SQS::Queue": {
    nameProperty: "QueueName",
    ref: (name) => `https://sqs.${region}.amazonaws.com/${account}/${name}`,
    attributes: { Arn: queueArn, QueueName: (name) => name },
  },
  "AWS::SecretsManager::Secret": { nameProperty: "Name", ref: (name) => arn("secretsmanager", `secret:${name}`) },
};

const anyArn = (service: string): ResourceType => ({ attributes: { Arn: (name) => arn(service, name) } });

/** What needs no running at home: permissions, logs, alarms, encryption at rest, limits of the gateway. */
export const acceptedResourceTypes: Readonly<Record<string, ResourceType>> = {
  "AWS::ApiGatewayV2::Stage": {},
  "AWS::CDK::Metadata": {},
  "AWS::CloudWatch::Alarm": anyArn("cloudwatch"),
  "AWS::CloudWatch::Dashboard": {},
  "AWS::Events::Archive": anyArn("events"),
  "AWS::Events::EventBusPolicy": {},
  "AWS::IAM::ManagedPolicy": {},
  "AWS::IAM::Policy": {},
  "AWS::IAM::Role": anyArn("iam"),
  "AWS::KMS::Alias": {},
  "AWS::Lambda::Permission": {},
  "AWS::Logs::LogGroup": anyArn("logs"),
  "AWS::Logs::MetricFilter": {},
  "AWS::S3::BucketPolicy": {},
  "AWS::SNS::Subscription": {},
  "AWS::SNS::Topic": { ref: (name) => arn("sns", name), attributes: { TopicArn: (name) => arn("sns", name) } },
  "AWS::SNS::TopicPolicy": {},
  "AWS::SQS::QueuePolicy": {},
};
