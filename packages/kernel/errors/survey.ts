/** How survey says no: the code, and what it tells beside the code. Never whether somebody has answered. */
export interface SurveyErrors {
  "survey-link-unknown": Record<never, never>;
  "survey-link-replaced": Record<never, never>;
  "survey-link-in-use": Record<never, never>;
  "survey-wave-closed": Record<never, never>;
  "survey-consent-missing": Record<never, never>;
  "survey-consent-text-changed": Record<never, never>;
  "survey-answers-changed": Record<never, never>;
  "survey-statement-unknown": { readonly statementIds: readonly string[] };
  "survey-score-invalid": { readonly statementIds: readonly string[] };
  "survey-too-many-links": { readonly retryAfterSeconds: number };
  "survey-mail-not-sent": Record<never, never>;
  "survey-form-fixed": { readonly kind: string; readonly version: number };
  "survey-forms-disagree": { readonly statementIds: readonly string[] };
  "survey-form-unknown": { readonly kind: string; readonly version: number };
  "survey-limit-needs-reason": { readonly usual: number };
  "survey-cohort-has-study": { readonly studyId: string };
  "survey-cohort-unknown": Record<never, never>;
  "survey-cohort-over": Record<never, never>;
  "survey-gathering-unknown": { readonly dayIds: readonly string[] };
  "survey-closes-too-early": { readonly lastWaveClosesAt: string };
  "survey-waves-left": { readonly waves: number };
  "survey-study-open": { readonly closesAt: string };
}
