import { type AgreementAdministrationApp, agreementAdministration } from "./administration.ts";
import { type ContactApp, contactRoutes } from "./contact-routes.ts";
import { type EnquiryApp, enquiryRoutes } from "./enquiry-routes.ts";
import { type MeetingApp, meetingRoutes } from "./meeting-routes.ts";
import { type AgreementFormsApp, agreementForms } from "./pages/form-routes.ts";
import { type MovePagesApp, movePages } from "./pages/move-routes.ts";
import { type AgreementPagesApp, agreementPages } from "./pages/routes.ts";

export type AgreementApp = EnquiryApp &
  AgreementAdministrationApp &
  MeetingApp &
  ContactApp &
  AgreementPagesApp &
  MovePagesApp &
  AgreementFormsApp;

/** Long-term agreements, from the enquiry on. */
export const agreementRoutes = [
  ...enquiryRoutes,
  ...agreementAdministration,
  ...meetingRoutes,
  ...contactRoutes,
  ...agreementPages,
  ...movePages,
  ...agreementForms,
];
