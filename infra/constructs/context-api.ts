import { Duration } from "aws-cdk-lib";
import { HttpMethod, HttpRoute, HttpRouteKey } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Construct } from "constructs";
import type { HttpFoundation } from "../foundation.ts";
import { acknowledge } from "./acknowledge.ts";
import { type Capability, grantsOf } from "./capability.ts";
import type { Entry } from "./function-code.ts";
import type { UsersLose } from "./service-alarm.ts";
import { ServiceFunction } from "./service-function.ts";

/** The gateway's part of a route: the rest of a context's route table is the function's business. */
interface GatewayRoute {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Such as `/orders/{orderId}`. */
  readonly path: string;
}

export interface ContextApiProps {
  readonly foundation: HttpFoundation;
  readonly service: string;
  readonly entry: Entry;
  readonly routes: readonly GatewayRoute[];
  /** Whatever no route matches comes here too, to be answered by a 404 that says what to do. */
  readonly catchesAll?: boolean;
  readonly uses: readonly Capability[];
  readonly usersLose: UsersLose;
}

/** A context's HTTP function and its routes in the gateway. */
export class ContextApi extends Construct {
  readonly api: ServiceFunction;

  constructor(scope: Construct, id: string, props: ContextApiProps) {
    super(scope, id);
    const { foundation } = props;
    this.api = new ServiceFunction(this, "Api", {
      foundation,
      service: props.service,
      entry: props.entry,
      // The gateway gives up after 29 s; people do before. 10 s is Stripe's slow answer plus our retries.
      timeout: Duration.seconds(10),
      usersLose: props.usersLose,
      ...grantsOf(foundation, props.uses),
    });
    acknowledge(
      this,
      "AwsSolutions-APIG4",
      "Tokens and order keys are checked in the function, by its route table, so that a 401 is a problem+json too.",
    );
    // One permission for the whole API: one per route would fill the function's policy (20 KB) at about 60 routes.
    const integration = new HttpLambdaIntegration("Integration", this.api, { scopePermissionToRoute: false });
    const httpApi = foundation.httpApi;
    for (const { method, path } of props.routes) {
      const routeKey = HttpRouteKey.with(path, HttpMethod[method]);
      new HttpRoute(this, routeKey.key, { httpApi, integration, routeKey });
    }
    if (props.catchesAll) new HttpRoute(this, "$default", { httpApi, integration, routeKey: HttpRouteKey.DEFAULT });
  }
}
