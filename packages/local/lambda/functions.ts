import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { builtFile, builtWorker, type SourceCode } from "#local/lambda/build-functions";
import { type FunctionRuntime, type FunctionSettings, LocalFunction } from "#local/lambda/local-function";
import { UnknownInTemplate } from "#local/template/interpret";
import type { Model, Modelled } from "#local/template/model";
import { functionArn } from "#local/template/resource-types";

type FunctionResource = Model["functions"][number];

/** Where the code is: the sources below the repository's root, or the bundles in a cloud assembly. */
export type FunctionCode = ({ from: "sources" } & SourceCode) | { from: "bundles"; assembly: string };

/** The source file of a function, from the repository's root, by the metadata our function construct writes. */
export function entryOf(resource: FunctionResource): string {
  const entry = resource.metadata["smart:entry"];
  if (typeof entry === "string") return entry;
  throw missing(resource, "smart:entry");
}

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
          ...modulesOf(resource, settings.code),
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

/** What is built of the sources, or the bundle's own file. */
function modulesOf(resource: FunctionResource, code: FunctionCode): Pick<FunctionSettings, "module" | "worker"> {
  if (code.from === "sources") {
    return { module: pathToFileURL(builtFile(entryOf(resource), code)).href, worker: pathToFileURL(builtWorker(code)) };
  }
  const folder = resource.metadata["aws:asset:path"];
  const [file = "index"] = resource.properties.Handler.split(".");
  if (typeof folder === "string") return { module: pathToFileURL(join(code.assembly, folder, `${file}.mjs`)).href };
  throw missing(resource, "aws:asset:path");
}

function missing(resource: Modelled<unknown>, key: string): UnknownInTemplate {
  return new UnknownInTemplate(
    `${resource.logicalId} in ${resource.stackName} has no metadata ${key}: the local runtime does not know where its code is.`,
  );
}
