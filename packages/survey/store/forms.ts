import { refusal } from "#kernel/domain-error";
import { part } from "#kernel/transaction-part";
import { getItem, queryItems, type Table } from "#platform/dynamo/table";
import type { Forms } from "#survey/ports/forms";
import { SurveyForm } from "../domain/form.ts";
import { formKey, formPartition, VERSION } from "./keys.ts";

export function forms(table: Table): Forms {
  return {
    get: (kind, version) => getItem(table, formKey(kind, version), SurveyForm),
    list: async (kind) =>
      (await queryItems(table, { pk: formPartition(kind), prefix: VERSION }, SurveyForm, { newestFirst: true })).items,
    add: (form) =>
      part([
        {
          kind: "create",
          key: formKey(form.kind, form.version),
          item: { ...form },
          guards: [{ is: "absent", otherwise: "reload" }],
        },
      ]),
    replace: (before, after) =>
      part([
        {
          kind: "replace",
          key: formKey(before.kind, before.version),
          item: { ...after, revision: before.revision + 1 },
          guards: [
            {
              is: "equal",
              attribute: "fixed",
              value: false,
              otherwise: () => refusal("survey-form-fixed", { kind: before.kind, version: before.version }),
            },
            {
              is: "equal",
              attribute: "revision",
              value: before.revision,
              otherwise: (found) => refusal("changed-meanwhile", { version: Number(found?.["revision"] ?? 0) }),
            },
          ],
        },
      ]),
    fix: (form) =>
      part([
        {
          kind: "change",
          key: formKey(form.kind, form.version),
          set: { fixed: true },
          guards: [{ is: "equal", attribute: "revision", value: form.revision, otherwise: "reload" }],
        },
      ]),
  };
}
