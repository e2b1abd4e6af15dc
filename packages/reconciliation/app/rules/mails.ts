import { OWED_MAILS } from "../owed-mails.ts";
import type { Check } from "../recount.ts";

/** Every fact that owes a mail has its row, and a mail that is to be sent by a time was sent, or recorded as undeliverable (rule 6). */
export const mailsCheck: Check = {
  rule: "mails",
  find(recount, { until, mailsSince }) {
    const mails = recount.of("mail");
    const known = new Set(mails.map(({ mailId }) => mailId.slice(0, mailId.lastIndexOf("."))));
    return [
      ...recount.of("fact").flatMap((row) => {
        const template = OWED_MAILS.get(row.type);
        const judged = template !== undefined && row.occurredAt <= until && row.occurredAt >= mailsSince;
        if (!judged || known.has(`${row.eventId}.${template}`)) return [];
        const says = `${row.type} ${row.eventId} has no mail`;
        return [
          {
            says,
            mend: "Look into notifications' dead-letter queue: its event may lie there, to be sent again.",
            rows: [row],
          },
        ];
      }),
      ...mails
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= until)
        .map((row) => ({
          says: `${row.mailId} is still ${row.status}, and was due at ${row.dueAt}`,
          mend: "Read the log of functions/notifications/sweep.ts: it sends what is due each minute.",
          rows: [row],
        })),
    ];
  },
};
