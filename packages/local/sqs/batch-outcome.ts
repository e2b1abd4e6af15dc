import * as z from "zod";

const batchResponse = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish(),
});

/**
 * Which items of a batch failed, by what its function answered. With partial failures reported: an absent or empty list
 * is success; an empty, missing or unknown identifier, or an answer of another shape, fails the whole batch.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function failedItems(ids: readonly string[], answer: unknown, reportsPartialFailures: boolean): string[] {
  if (!reportsPartialFailures || answer === null || answer === undefined || typeof answer !== "object") return [];
  const parsed = batchResponse.safeParse(answer);
  if (!parsed.success) return [...ids];
  const failed = (parsed.data.batchItemFailures ?? []).map((failure) => failure.itemIdentifier);
  return failed.every((id) => ids.includes(id)) ? failed : [...ids];
}
