import { Stack, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import * as z from "zod";

/** Accepts a cdk-nag finding on this construct and what is inside it, for a reason a reviewer can check. */
export function acknowledge(construct: IConstruct, finding: `AwsSolutions-${string}`, reason: string): void {
  Validations.of(construct).acknowledge({ id: finding, reason });
}

/** Accepts that a policy ends in a wildcard: cdk-nag has a finding of its own for each such resource. */
export function acknowledgeWildcard(construct: IConstruct, resource: string, reason: string): void {
  const text = flat(Stack.of(construct).resolve(resource));
  acknowledge(construct, `AwsSolutions-IAM5[Resource::${text}]`, reason);
}

const Intrinsic = z.union([
  z.strictObject({ "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]) }),
  z.strictObject({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) }),
  z.strictObject({ "Fn::ImportValue": z.string() }),
  z.strictObject({ Ref: z.string() }),
]);

/** A resource as cdk-nag writes it in a finding: `<Bucket.Arn>/*`. */
function flat(resolved: unknown): string {
  if (typeof resolved === "string") return resolved;
  const intrinsic = Intrinsic.parse(resolved);
  if ("Fn::Join" in intrinsic) return intrinsic["Fn::Join"][1].map(flat).join(intrinsic["Fn::Join"][0]);
  if ("Fn::GetAtt" in intrinsic) return `<${intrinsic["Fn::GetAtt"].join(".")}>`;
  return "Ref" in intrinsic ? `<${intrinsic.Ref}>` : intrinsic["Fn::ImportValue"];
}
