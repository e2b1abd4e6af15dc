import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";

/** One a function; namespace and service come from Powertools' environment. */
const metrics = new Metrics();

/** Counts one of `name` each time it is called, as a CloudWatch metric of its own. */
export function counter(name: string): () => void {
  return () => {
    metrics.singleMetric().addMetric(name, MetricUnit.Count, 1);
  };
}
