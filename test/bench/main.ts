import { benchBundles } from "./bundles.ts";
import { benchCalledOff } from "./called-off.ts";
import { benchCertificates } from "./certificates.ts";
import { benchCohorts } from "./cohorts.ts";
import { benchPaidOrder } from "./paid-order.ts";
import { benchPlaceOrder } from "./place-order.ts";
import { benchReconciliation } from "./reconciliation.ts";
import { benchRequestsPerCommand } from "./requests-per-command.ts";
import { benchRush } from "./rush.ts";

await benchPlaceOrder();
await benchPaidOrder();
await benchRequestsPerCommand();
await benchRush();
await benchCalledOff();
await benchCohorts();
await benchCertificates();
await benchReconciliation();
await benchBundles();
