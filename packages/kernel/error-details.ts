import type { AgreementsErrors } from "./errors/agreements.ts";
import type { CatalogueErrors } from "./errors/catalogue.ts";
import type { CertificatesErrors } from "./errors/certificates.ts";
import type { EducationErrors } from "./errors/education.ts";
import type { GeneralErrors } from "./errors/general.ts";
import type { OrderingErrors } from "./errors/ordering.ts";
import type { PaymentErrors } from "./errors/payment.ts";
import type { PeopleErrors } from "./errors/people.ts";
import type { RegistrationErrors } from "./errors/registration.ts";
import type { SurveyErrors } from "./errors/survey.ts";

/**
 * Every way the system says no. A new code is a row in `kernel/errors/` and one in `platform/http/problems/`, with its
 * status and its text; the compiler asks for both.
 */
export interface ErrorDetails
  extends GeneralErrors,
    CatalogueErrors,
    OrderingErrors,
    PaymentErrors,
    PeopleErrors,
    RegistrationErrors,
    AgreementsErrors,
    EducationErrors,
    CertificatesErrors,
    SurveyErrors {}

export type ErrorCode = keyof ErrorDetails;
