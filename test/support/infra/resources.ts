import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import * as z from "zod";

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
const templateSchema = z.object({ Resources: z.record(z.string(), resourceSchema).default({}) });

export interface Resource extends z.output<typeof resourceSchema> {
  /** `<stack>/<logical id>`. */
  readonly id: string;
}

/** All resources in all stacks of an assembly. */
export function everyResource(assembly: CloudAssembly): readonly Resource[] {
  return assembly.stacks.flatMap((stack) =>
    Object.entries(templateSchema.parse(stack.template).Resources).map(([logicalId, resource]) => ({
      ...resource,
      id: `${stack.stackName}/${logicalId}`,
    })),
  );
}

/** All resources of one type, in all stacks of an assembly. */
export function resourcesOf(assembly: CloudAssembly, type: string): readonly Resource[] {
  return everyResource(assembly).filter((resource) => resource.Type === type);
}

/** The one resource of a type whose id contains a text. */
export function resourceOf(assembly: CloudAssembly, type: string, idPart = ""): Resource {
  const [found, ...others] = resourcesOf(assembly, type).filter(({ id }) => id.includes(idPart));
  if (!found || others.length > 0) throw new Error(`There are ${found ? others.length + 1 : 0} of ${type} ${idPart}.`);
  return found;
}
