import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";

/** One a function; namespace and service come from Powertools' environment. */
const metrics = new Metrics();

/** Counts one of `name` each time it is called, as a CloudWatch metric of its own. */
export function counter(name: string): () => void {
  return () => {
    metrics.singleMetric().addMetric(name, MetricUnit.Count, 1);
  };
}

/** Measures how many of `name` there are of one thing, by the dimension that names the thing: a CloudWatch metric for each. */
export function measuredBy(name: string, dimension: string): (thing: string, howMany: number) => void {
  return (thing, howMany) => {
    metrics.singleMetric().addDimension(dimension, thing).addMetric(name, MetricUnit.Count, howMany);
  };
}
