import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
});

/** A CloudFormation template as far as the runtime reads it. Parameters and Rules are the CDK's own check of its bootstrap. */
const template = z.strictObject({
  Description: z.string().optional(),
  Resources: z.record(z.string(), resource).default({}),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }))
    .default({}),
  Parameters: z.record(z.literal("BootstrapVersion"), z.unknown()).optional(),
  Rules: z.record(z.literal("CheckBootstrapVersion"), z.unknown()).optional(),
});

export interface StackTemplate extends z.infer<typeof template> {
  stackName: string;
}

const stackArtifact = z.object({
  type: z.literal("aws:cloudformation:stack"),
  properties: z.object({ templateFile: z.string() }),
});
const manifest = z.object({ artifacts: z.record(z.string(), z.object({ type: z.string() }).loose()) });

/**
 * The stacks of a synthesised CDK app.
 * @throws ZodError for a template with parts the runtime doesn't know, such as conditions or mappings
 */
export function readCloudAssembly(directory: string): StackTemplate[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(directory, file), "utf8"));
  const { artifacts } = manifest.parse(read("manifest.json"));
  return Object.entries(artifacts)
    .filter(([, artifact]) => artifact.type === "aws:cloudformation:stack")
    .map(([stackName, artifact]) => {
      const { templateFile } = stackArtifact.parse(artifact).properties;
      return { stackName, ...template.parse(read(templateFile)) };
    });
}
