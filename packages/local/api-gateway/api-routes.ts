import type { ApiTarget } from "#local/api-gateway/http-api";
import type { GatewayRoute } from "#local/api-gateway/router";
import type { LocalFunction } from "#local/lambda/local-function";
import { UnknownInTemplate } from "#local/template/interpret";
import type { Model } from "#local/template/model";

/** The routes of the template's one HTTP API, each with the function behind its integration. */
export function apiRoutes(model: Model, functions: ReadonlyMap<string, LocalFunction>): GatewayRoute<ApiTarget>[] {
  const [, second] = model.apis;
  if (second !== undefined) {
    throw new UnknownInTemplate(`${second.logicalId} in ${second.stackName}: the local runtime runs one HTTP API.`);
  }
  return model.routes.map((route) => {
    const { RouteKey, Target } = route.properties;
    const integration = model.integrations.find((one) => `integrations/${one.ref}` === Target);
    const fn = integration === undefined ? undefined : functions.get(integration.properties.IntegrationUri);
    if (integration === undefined || fn === undefined) {
      throw new UnknownInTemplate(
        `${route.logicalId} in ${route.stackName} leads to ${Target}, which is no function: the local runtime does not know it.`,
      );
    }
    const timeoutMs = integration.properties.TimeoutInMillis;
    return { routeKey: RouteKey, target: { invoke: fn.invoke, timeoutMs } };
  });
}
