import { participationReads } from "#education/store/participations";
import { systemClock } from "#kernel/clock";
import { openTable } from "#platform/dynamo/open-table";
import { unitOfWork } from "#platform/dynamo/unit-of-work";
import { dataKeys } from "#platform/kms/data-keys";
import { kmsClient } from "#platform/kms/signer";
import { systemRandom } from "#platform/random";
import { sendMessageBySes, sesClient } from "#platform/ses/send-message";
import { answers } from "#survey/store/answers";
import { consents } from "#survey/store/consents";
import { forms } from "#survey/store/forms";
import { linkLimit } from "#survey/store/link-limit";
import { post } from "#survey/store/post";
import { publications } from "#survey/store/publications";
import { studies } from "#survey/store/studies";

export interface AnswersEnvironment {
  readonly TABLE_NAME: string;
  readonly SURVEY_TABLE_NAME: string;
  readonly SURVEY_KEY_ARN: string;
  readonly PUBLIC_URL: string;
  readonly MAIL_SENDER: string;
  readonly MAIL_CONFIGURATION_SET: string;
}

/** What the functions are made of that may use the survey's answers. */
export function wireAnswers(env: AnswersEnvironment) {
  const table = openTable(env.TABLE_NAME);
  const from = { address: env.MAIL_SENDER, configurationSet: env.MAIL_CONFIGURATION_SET };
  return {
    table,
    unitOfWork: unitOfWork(table, { clock: systemClock, random: systemRandom }),
    studies: studies(table, systemClock),
    forms: forms(table),
    consents: consents(table),
    publications: publications(table),
    participations: participationReads(table),
    answers: answers({
      table: { client: table.client, name: env.SURVEY_TABLE_NAME },
      dataKeys: dataKeys(kmsClient(), env.SURVEY_KEY_ARN),
      random: systemRandom,
    }),
    limit: linkLimit(table),
    post: post(sendMessageBySes(sesClient(), from)),
    publicUrl: env.PUBLIC_URL,
  };
}
