import * as z from "zod";
import { type Resource, UnknownInTemplate } from "#local/template/interpret";
import * as properties from "#local/template/properties";

/** A resource the runtime runs, with its checked properties. */
export type Modelled<P> = Omit<Resource, "properties"> & { readonly properties: P };

/** What the templates of an app describe, by resource type. */
export type Model = ReturnType<typeof modelOf>;

/**
 * Checks the resources' properties.
 * @throws UnknownInTemplate naming the resource and each property that is unknown or has another shape than expected
 */
export function modelOf(resources: readonly Resource[]) {
  function all<S extends z.ZodType>(type: string, schema: S): Modelled<z.infer<S>>[] {
    return resources
      .filter((resource) => resource.type === type)
      .map((resource) => ({ ...resource, properties: checked(resource, schema) }));
  }
  return {
    apis: all("AWS::ApiGatewayV2::Api", properties.api),
    integrations: all("AWS::ApiGatewayV2::Integration", properties.integration),
    routes: all("AWS::ApiGatewayV2::Route", properties.route),
    userPools: all("AWS::Cognito::UserPool", properties.anyProperties),
    userPoolClients: all("AWS::Cognito::UserPoolClient", properties.anyProperties),
    tables: all("AWS::DynamoDB::Table", properties.table),
    buses: all("AWS::Events::EventBus", properties.eventBus),
    rules: all("AWS::Events::Rule", properties.rule),
    malwareProtectionPlans: all("AWS::GuardDuty::MalwareProtectionPlan", properties.malwareProtectionPlan),
    keys: all("AWS::KMS::Key", properties.key),
    mappings: all("AWS::Lambda::EventSourceMapping", properties.eventSourceMapping),
    functions: all("AWS::Lambda::Function", properties.lambdaFunction),
    buckets: all("AWS::S3::Bucket", properties.bucket),
    configurationSets: all("AWS::SES::ConfigurationSet", properties.configurationSet),
    eventDestinations: all("AWS::SES::ConfigurationSetEventDestination", properties.configurationSetEventDestination),
    mailIdentities: all("AWS::SES::EmailIdentity", properties.emailIdentity),
    queues: all("AWS::SQS::Queue", properties.queue),
    secrets: all("AWS::SecretsManager::Secret", properties.secret),
  };
}

function checked<S extends z.ZodType>(resource: Resource, schema: S): z.infer<S> {
  const parsed = schema.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  throw new UnknownInTemplate(
    `${resource.logicalId} in ${resource.stackName} (${resource.type}): the local runtime does not know this.\n${z.prettifyError(parsed.error)}`,
  );
}
