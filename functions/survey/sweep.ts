import * as z from "zod";
import { systemClock } from "#kernel/clock";
import { environment } from "#platform/environment";
import { sweep } from "#platform/sweep";
import { mailRoundUseCase } from "#survey/app/mail-round";
import { settleStudyUseCase } from "#survey/app/settle-study";
import { settleWaveUseCase } from "#survey/app/settle-wave";
import { StudyId } from "#survey/domain/study";
import { dueOf } from "#survey/store/keys";
import { wireAnswers } from "./wire.ts";

const env = environment(
  {
    TABLE_NAME: z.string(),
    SURVEY_TABLE_NAME: z.string(),
    SURVEY_KEY_ARN: z.string(),
    PUBLIC_URL: z.url(),
    MAIL_SENDER: z.email(),
    MAIL_CONFIGURATION_SET: z.string(),
  },
  process.env,
);
const { table, ...ports } = wireAnswers(env);
const settleStudy = settleStudyUseCase(ports);
const settleWave = settleWaveUseCase({ ...ports, mailRound: mailRoundUseCase(ports) });

export const handler = sweep({
  context: "survey",
  table,
  clock: systemClock,
  settle(origin, key) {
    const due = dueOf(key);
    if (!due) throw new Error("survey has no use for a due row of this kind.");
    const studyId = StudyId.parse(due.studyId);
    return due.wave === undefined ? settleStudy(origin, studyId) : settleWave(origin, studyId, due.wave);
  },
});
