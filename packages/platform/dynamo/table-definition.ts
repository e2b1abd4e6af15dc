/**
 * The one table's fixed shape: infra creates it in AWS, the tests create it on the local engine.
 * All keys are strings. Both indexes are sparse: an item without the index's keys is not in it.
 */
export const tableDefinition = {
  partitionKey: "pk",
  sortKey: "sk",
  indexes: {
    /** Whatever a sweep must look at: partition = context name, sort = ISO time it is due. */
    due: { partitionKey: "duePartition", sortKey: "dueAt" },
    /** Lists for administrators. */
    list: { partitionKey: "listPartition", sortKey: "listSort" },
  },
  /** Epoch seconds. Housekeeping only: DynamoDB deletes hours late, so no rule may lean on it. */
  timeToLive: "expiresAt",
  streamView: "NEW_IMAGE",
} as const;
