import type { ScanFound } from "#education/app/settle-upload";
import type { ScanResult } from "#platform/s3/scan-result";

type Status = ScanResult["scanResultDetails"]["scanResultStatus"];

/** What each of GuardDuty's results says of a file. Only `UNSUPPORTED` is about the file; the last two are about us. */
export const scanFound: Readonly<Record<Status, ScanFound>> = {
  NO_THREATS_FOUND: "nothing",
  THREATS_FOUND: "threats",
  UNSUPPORTED: "unscannable",
  ACCESS_DENIED: "scan-failed",
  FAILED: "scan-failed",
};
