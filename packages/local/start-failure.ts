/** The runtime can't start, for a reason its user can remove. The message is one sentence that says how. */
export class StartFailure extends Error {
  override name = "StartFailure";
}
