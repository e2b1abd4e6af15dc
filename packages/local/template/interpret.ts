import type { StackTemplate } from "#local/template/cloud-assembly";
import {
  type Addresses,
  acceptedResourceTypes,
  pseudoParameters,
  runResourceTypes,
} from "#local/template/resource-types";

/** A resource with every intrinsic of its properties resolved. */
export interface Resource {
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  readonly name: string;
  readonly ref: string;
  readonly properties: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The template asks for something the runtime does not do. The message names stack and logical id. */
export class UnknownInTemplate extends Error {
  override name = "UnknownInTemplate";
}

const allTypes = { ...acceptedResourceTypes, ...runResourceTypes };

/**
 * Resolves the templates of one app into the resources the runtime runs; the accepted ones are left out.
 * @throws UnknownInTemplate for an unknown resource type, attribute or intrinsic
 */
export function interpret(stacks: readonly StackTemplate[], addresses: Addresses): Resource[] {
  const exported = new Map(
    stacks.flatMap((stack) =>
      Object.entries(stack.Outputs).flatMap(([outputId, output]) =>
        output.Export === undefined ? [] : [[output.Export.Name, { stack, outputId, value: output.Value }] as const],
      ),
    ),
  );

  function identify(stack: StackTemplate, logicalId: string, askedBy: string) {
    const resource = stack.Resources[logicalId];
    if (resource === undefined) throw unknown(stack, askedBy, `refers to ${logicalId}, which is not in the template`);
    const type = allTypes[resource.Type];
    if (type === undefined) throw unknown(stack, logicalId, `has the type ${resource.Type}`);
    const given = type.nameProperty === undefined ? undefined : resource.Properties[type.nameProperty];
    const name = given === undefined ? `${stack.stackName}-${logicalId}` : text(stack, logicalId, given);
    return { name, type, ref: type.ref === undefined ? name : type.ref(name), resource };
  }

  function resolve(stack: StackTemplate, logicalId: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => resolve(stack, logicalId, item));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (only !== undefined && entries.length === 1 && (only[0] === "Ref" || only[0].startsWith("Fn::"))) {
      return intrinsic(stack, logicalId, only[0], only[1]);
    }
    return Object.fromEntries(entries.map(([key, item]) => [key, resolve(stack, logicalId, item)]));
  }

  function intrinsic(stack: StackTemplate, logicalId: string, operator: string, argument: unknown): unknown {
    switch (operator) {
      case "Ref":
        return reference(stack, logicalId, text(stack, logicalId, argument));
      case "Fn::GetAtt": {
        const [target = "", attribute = ""] = texts(stack, logicalId, argument);
        return attributeOf(stack, logicalId, target, attribute);
      }
      case "Fn::Join": {
        const [separator, parts] = list(stack, logicalId, argument);
        return texts(stack, logicalId, parts).join(text(stack, logicalId, separator));
      }
      case "Fn::Split": {
        const [separator, whole] = list(stack, logicalId, argument);
        return text(stack, logicalId, whole).split(text(stack, logicalId, separator));
      }
      case "Fn::Select": {
        const [index, items] = list(stack, logicalId, argument);
        return texts(stack, logicalId, items)[Number(index)];
      }
      case "Fn::Sub":
        return text(stack, logicalId, argument).replace(/\$\{([^}]+)\}/g, (_whole, inner: string) => {
          const [target = "", attribute] = inner.split(".");
          return attribute === undefined
            ? reference(stack, logicalId, target)
            : attributeOf(stack, logicalId, target, attribute);
        });
      case "Fn::ImportValue": {
        const name = text(stack, logicalId, argument);
        const output = exported.get(name);
        if (output === undefined) throw unknown(stack, logicalId, `imports ${name}, which no stack exports`);
        return resolve(output.stack, output.outputId, output.value);
      }
      default:
        throw unknown(stack, logicalId, `uses the intrinsic ${operator}`);
    }
  }

  function reference(stack: StackTemplate, logicalId: string, target: string): string {
    if (target === "AWS::StackName") return stack.stackName;
    return pseudoParameters[target] ?? identify(stack, target, logicalId).ref;
  }

  function attributeOf(stack: StackTemplate, logicalId: string, target: string, attribute: string): string {
    const { name, type, resource } = identify(stack, target, logicalId);
    const value = type.attributes?.[attribute];
    if (value === undefined) throw unknown(stack, logicalId, `asks for ${resource.Type}.${attribute} of ${target}`);
    return value(name, addresses);
  }

  function list(stack: StackTemplate, logicalId: string, value: unknown): unknown[] {
    const resolved = resolve(stack, logicalId, value);
    if (!Array.isArray(resolved)) throw unknown(stack, logicalId, `has ${JSON.stringify(value)} where a list belongs`);
    return resolved;
  }

  function texts(stack: StackTemplate, logicalId: string, value: unknown): string[] {
    return list(stack, logicalId, value).map((item) => text(stack, logicalId, item));
  }

  function text(stack: StackTemplate, logicalId: string, value: unknown): string {
    const resolved = resolve(stack, logicalId, value);
    if (typeof resolved === "string") return resolved;
    throw unknown(stack, logicalId, `has ${JSON.stringify(value)} where a string belongs`);
  }

  return stacks.flatMap((stack) =>
    Object.keys(stack.Resources).flatMap((logicalId): Resource[] => {
      const { name, ref, resource } = identify(stack, logicalId, logicalId);
      if (resource.Type in acceptedResourceTypes) return [];
      return [
        {
          stackName: stack.stackName,
          logicalId,
          type: resource.Type,
          name,
          ref,
          properties: resolve(stack, logicalId, resource.Properties),
          metadata: resource.Metadata,
        },
      ];
    }),
  );
}

function unknown(stack: StackTemplate, logicalId: string, what: string): UnknownInTemplate {
  return new UnknownInTemplate(`${logicalId} in ${stack.stackName} ${what}: the local runtime does not know it.`);
}
