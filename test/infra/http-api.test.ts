import { expect, test } from "vitest";
import { resourceOf, resourcesOf } from "../support/infra/resources.ts";
import { sampleApp } from "../support/infra/sample-app.ts";

const dev = sampleApp("dev").synth();
const prod = sampleApp("prod").synth();

test("a context's route table becomes the gateway's routes, and the rest goes to the one that catches all", () => {
  const keys = resourcesOf(dev, "AWS::ApiGatewayV2::Route").map(({ Properties }) => Properties["RouteKey"]);
  expect(keys.toSorted()).toEqual(["$default", "GET /samples/{sampleId}", "POST /samples"]);
});

test("more requests than the stage allows are answered 429 by the gateway", () => {
  expect(resourceOf(dev, "AWS::ApiGatewayV2::Stage").Properties["DefaultRouteSettings"]).toEqual({
    ThrottlingBurstLimit: 100,
    ThrottlingRateLimit: 50,
  });
});

test("the access log has the route but nothing of the person: no address, path, query, header or token", () => {
  const settings = resourceOf(dev, "AWS::ApiGatewayV2::Stage").Properties["AccessLogSettings"];
  const variables = JSON.stringify(settings).match(/\$context\.[\w.]+/g);
  expect(variables?.toSorted()).toEqual([
    "$context.integrationErrorMessage",
    "$context.integrationLatency",
    "$context.requestId",
    "$context.requestTimeEpoch",
    "$context.responseLatency",
    "$context.routeKey",
    "$context.status",
  ]);
});

test("with a domain of our own it is the only way in, and the one in links", () => {
  expect(resourceOf(prod, "AWS::ApiGatewayV2::Api").Properties["DisableExecuteApiEndpoint"]).toBe(true);
  expect(resourceOf(prod, "AWS::ApiGatewayV2::DomainName").Properties["DomainName"]).toBe("smart.example.no");
  const api = resourceOf(prod, "AWS::Lambda::Function", "Api");
  expect(api.Properties["Environment"]).toMatchObject({ Variables: { PUBLIC_URL: "https://smart.example.no" } });
});
