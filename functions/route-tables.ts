import { routes as agreements } from "#agreements/http/routes";
import { routes as catalogue } from "#catalogue/http/routes";
import { routes as certificates } from "#certificates/http/routes";
import { routes as education } from "#education/http/routes";
import { routes as ordering } from "#ordering/http/routes";
import { routes as payment } from "#payment/http/routes";
import { routes as people } from "#people/http/routes";
import type { RouteTables } from "#platform/openapi/document";
import { routes as reconciliation } from "#reconciliation/http/routes";
import { routes as registration } from "#registration/http/routes";
import { routes as surveyAnswers } from "#survey/http/pages/routes";
import { routes as survey } from "#survey/http/routes";
import { routes as site } from "./site/routes.ts";

/** Every context's table of routes: what the OpenAPI document is made of. */
export const routeTables: RouteTables = {
  agreements,
  catalogue,
  education,
  certificates,
  ordering,
  payment,
  registration,
  people,
  survey,
  "survey-answers": surveyAnswers,
  reconciliation,
  site,
};
