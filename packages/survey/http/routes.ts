import type { Route } from "#platform/http/route";
import { type FormsApp, formRoutes } from "./form-routes.ts";
import { type ResultsApp, resultRoutes } from "./result-routes.ts";
import { resultsPages } from "./results/results-routes.ts";
import { type StudiesApp, studyRoutes } from "./study-routes.ts";

/** Administrators' and readers' routes: their function has neither the answers' table nor its key. */
export interface SurveyApp extends FormsApp, StudiesApp, ResultsApp {}

export const routes: readonly Route<SurveyApp>[] = [...formRoutes, ...studyRoutes, ...resultRoutes, ...resultsPages];
