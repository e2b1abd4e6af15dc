import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** Accepts a cdk-nag finding on this construct and what is inside it, for a reason a reviewer can check. */
export function acknowledge(construct: IConstruct, finding: `AwsSolutions-${string}`, reason: string): void {
  Validations.of(construct).acknowledge({ id: finding, reason });
}
