import type { Route } from "#platform/http/route";
import { type ParticipantPagesApp, participantPages } from "./participant-routes.ts";
import { type StepPagesApp, stepPages } from "./step-routes.ts";

/** Participants' routes: their function, and no other that answers requests, has the answers' table and its key. */
export interface AnswersApp extends ParticipantPagesApp, StepPagesApp {}

export const routes: readonly Route<AnswersApp>[] = [...participantPages, ...stepPages];
