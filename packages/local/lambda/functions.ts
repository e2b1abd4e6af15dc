import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type FunctionRuntime, LocalFunction } from "#local/lambda/local-function";
import { UnknownInTemplate } from "#local/template/interpret";
import type { Model, Modelled } from "#local/template/model";
import { functionArn } from "#local/template/resource-types";

type FunctionResource = Model["functions"][number];

/** Where the code is: the sources below the repository's root, or the bundles in a cloud assembly. */
export type FunctionCode = { from: "sources"; root: string } | { from: "bundles"; assembly: string };

/** The template's functions by ARN. `environment` says what a function gets on top of, or instead of, its own variables. */
export function makeFunctions(
  functions: readonly FunctionResource[],
  settings: {
    code: FunctionCode;
    environment: (own: Readonly<Record<string, string>>) => Record<string, string>;
    /** Execution environments per function; a function's reserved concurrency can only lower it. */
    concurrency: number;
  },
  runtime: FunctionRuntime,
): Map<string, LocalFunction> {
  return new Map(
    functions.map((resource) => {
      const { Environment, Timeout, ReservedConcurrentExecutions = settings.concurrency } = resource.properties;
      const own = Environment?.Variables ?? {};
      const made = new LocalFunction(
        {
          name: resource.name,
          label: String(resource.metadata["smart:entry"] ?? resource.name),
          module: moduleOf(resource, settings.code),
          environment: { ...own, ...settings.environment(own), AWS_LAMBDA_FUNCTION_NAME: resource.name },
          timeoutSeconds: Timeout,
          concurrency: Math.min(settings.concurrency, ReservedConcurrentExecutions),
        },
        runtime,
      );
      return [functionArn(resource.name), made] as const;
    }),
  );
}

/** The module that exports `handler`: by the metadata our function construct writes, or the bundle's own file. */
function moduleOf(resource: Modelled<{ Handler: string }>, code: FunctionCode): string {
  if (code.from === "sources") {
    const entry = resource.metadata["smart:entry"];
    if (typeof entry === "string") return pathToFileURL(join(code.root, entry)).href;
    throw missing(resource, "smart:entry");
  }
  const folder = resource.metadata["aws:asset:path"];
  const [file = "index"] = resource.properties.Handler.split(".");
  if (typeof folder === "string") return pathToFileURL(join(code.assembly, folder, `${file}.mjs`)).href;
  throw missing(resource, "aws:asset:path");
}

function missing(resource: Modelled<unknown>, key: string): UnknownInTemplate {
  return new UnknownInTemplate(
    `${resource.logicalId} in ${resource.stackName} has no metadata ${key}: the local runtime does not know where its code is.`,
  );
}
