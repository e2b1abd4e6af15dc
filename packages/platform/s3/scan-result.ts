import * as z from "zod";

/**
 * What GuardDuty found in an object put into a protected bucket, as EventBridge brings it on the account's default bus
 * (`GuardDuty Malware Protection Object Scan Result`):
 * https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html
 */
export const ScanResult = z.object({
  s3ObjectDetails: z.object({ bucketName: z.string(), objectKey: z.string() }),
  scanResultDetails: z.object({
    /**
     * `UNSUPPORTED`: a file that can't be scanned, such as one with a password. `ACCESS_DENIED`: the plan's role may not read it.
     * `FAILED`: GuardDuty's own failure.
     */
    scanResultStatus: z.enum(["NO_THREATS_FOUND", "THREATS_FOUND", "UNSUPPORTED", "ACCESS_DENIED", "FAILED"]),
  }),
});
export type ScanResult = z.infer<typeof ScanResult>;
