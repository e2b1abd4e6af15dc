import { agreementsData } from "#agreements/app/personal-data";
import { catalogueData } from "#catalogue/app/personal-data";
import { forSale } from "#catalogue/store/for-sale";
import { certificatesData } from "#certificates/app/personal-data";
import { educationData } from "#education/app/personal-data";
import type { KeptFiles, Quarantine } from "#education/ports/files";
import { participationReads } from "#education/store/participations";
import { mintAccessKey } from "#kernel/id";
import type { PersonalData } from "#kernel/personal-data";
import { notificationsData } from "#notifications/app/personal-data";
import { orderingData } from "#ordering/app/personal-data";
import { paymentData } from "#payment/app/personal-data";
import { peopleData, platformData } from "#people/app/personal-data";
import { addressHash } from "#platform/dynamo/address-hash";
import type { Table } from "#platform/dynamo/table";
import { systemRandom } from "#platform/random";
import { reconciliationData } from "#reconciliation/app/personal-data";
import { registrationData } from "#registration/app/personal-data";
import { waitingListParts } from "#registration/store/waiting-list-parts";
import { surveyData } from "#survey/app/personal-data";

/** What every context holds about people, and what becomes of it. A kind of row that isn't here fails a test. */
export function personalData(
  table: Table,
  files: { readonly keptFiles: Pick<KeptFiles, "delete">; readonly quarantine: Pick<Quarantine, "delete"> },
): readonly PersonalData[] {
  const newKey = () => mintAccessKey(systemRandom);
  return [
    peopleData,
    orderingData({ random: systemRandom }),
    paymentData,
    registrationData({ forSale: forSale(table), waitingListParts: waitingListParts(), hashOf: addressHash }),
    agreementsData({ newKey }),
    educationData({ participations: participationReads(table), ...files, newKey }),
    certificatesData,
    notificationsData,
    catalogueData,
    reconciliationData,
    surveyData,
    platformData,
  ];
}
