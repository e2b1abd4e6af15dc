import { Duration } from "aws-cdk-lib";
import type { Key } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  HttpMethods,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import { acknowledge } from "./acknowledge.ts";
import { MalwareProtection } from "./malware-protection.ts";

/** Where people's uploads wait, unread, until they are scanned and checked, and where the files are kept that passed. */
export class FileStore extends Construct {
  /** Written to by presigned PUTs only. Nobody reads it but GuardDuty, and the consumer that GuardDuty's result sets off. */
  readonly quarantine: Bucket;
  /** `portfolio/…`: each context has a prefix. */
  readonly files: Bucket;

  constructor(scope: Construct, id: string, { stage, dataKey }: { readonly stage: Stage; readonly dataKey: Key }) {
    super(scope, id);
    const props: BucketProps = {
      encryption: BucketEncryption.KMS,
      encryptionKey: dataKey,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: stage.removalPolicy,
    };
    this.quarantine = new Bucket(this, "Quarantine", {
      ...props,
      // What is left after a day was never asked for, or its row has given it up.
      lifecycleRules: [{ expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      ...(stage.publicDomain === undefined ? {} : { cors: [uploadsFrom(stage.publicDomain)] }),
    });
    this.files = new Bucket(this, "Files", {
      ...props,
      // A file deleted by mistake can be had back for a week; after that the retention rule's word is kept: it is gone.
      versioned: true,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(7),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    acknowledge(
      this,
      "AwsSolutions-S1",
      "Only our functions reach the buckets, and a log of who fetched which file would itself be personal data.",
    );
    new MalwareProtection(this, "MalwareProtection", { bucket: this.quarantine, dataKey });
  }
}

/** Pages of ours may upload from the reader's browser. */
function uploadsFrom(publicDomain: string) {
  return {
    allowedOrigins: [`https://${publicDomain}`],
    allowedMethods: [HttpMethods.PUT],
    allowedHeaders: ["content-type", "x-amz-checksum-sha256"],
    maxAge: 3600,
  };
}
