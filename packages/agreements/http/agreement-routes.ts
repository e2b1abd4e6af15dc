import { type AgreementAdministrationApp, agreementAdministration } from "./administration.ts";
import { type ContactApp, contactRoutes } from "./contact-routes.ts";
import { type EnquiryApp, enquiryRoutes } from "./enquiry-routes.ts";
import { type MeetingApp, meetingRoutes } from "./meeting-routes.ts";

export type AgreementApp = EnquiryApp & AgreementAdministrationApp & MeetingApp & ContactApp;

/** Long-term agreements, from the enquiry on. */
export const agreementRoutes = [...enquiryRoutes, ...agreementAdministration, ...meetingRoutes, ...contactRoutes];
