import type { Recount } from "#reconciliation/app/recount";

/** Every mail that is recorded as sent was sent once, none that isn't, and none without a fact (rule 6). */
export function brokenInbox(recount: Recount, facts: ReadonlySet<string>, inbox: readonly string[]): string[] {
  const mails = recount.of("mail");
  const sent = mails.filter(({ status }) => status === "sent").map(({ mailId }) => String(mailId));
  const times = (mailId: string) => inbox.filter((each) => each === mailId).length;
  return [
    ...sent.filter((mailId) => times(mailId) !== 1).map((mailId) => `${mailId} was sent ${times(mailId)} times`),
    ...inbox.filter((mailId) => !sent.includes(mailId)).map((mailId) => `${mailId} was sent, and its row doesn't know`),
    ...mails
      .filter(({ mailId }) => !facts.has(mailId.slice(0, mailId.indexOf("."))))
      .map(({ mailId }) => `${mailId} is about no fact`),
  ];
}
