/**
 * The fields of Stripe's objects (API 2026-10-28) that the stand-in gives no meaning to, by object. They are in every
 * answer all the same: Stripe leaves out no field that an object has.
 */
export const unusedFields = {
  session: {
    ...nulls(`adaptive_pricing after_expiration allow_promotion_codes allowed_payment_method_types
      billing_address_collection client_secret collected_information consent consent_collection currency_conversion
      customer customer_account customer_creation discounts integration_identifier invoice invoice_creation
      managed_payments origin_context payment_link payment_method_collection payment_method_configuration_details
      payment_method_options permissions recovered_from saved_payment_method_options setup_intent
      shipping_address_collection shipping_cost submit_type subscription wallet_options`),
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    custom_fields: [],
    custom_text: nulls("after_submit shipping_address submit terms_of_service_acceptance"),
    livemode: false,
    shipping_options: [],
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  },
  customerDetails: { ...nulls("address business_name individual_name phone"), tax_exempt: "none", tax_ids: [] },
  lineItem: { ...nulls("adjustable_quantity"), amount_discount: 0, amount_tax: 0, metadata: {} },
  price: {
    ...nulls("custom_unit_amount lookup_key nickname recurring tiers_mode transform_quantity"),
    active: false,
    billing_scheme: "per_unit",
    livemode: false,
    metadata: {},
    type: "one_time",
  },
  paymentIntent: {
    ...nulls(`allowed_payment_method_types application application_fee_amount automatic_payment_methods canceled_at
      cancellation_reason client_secret customer customer_account description excluded_payment_method_types
      managed_payments next_action on_behalf_of payment_method payment_method_configuration_details
      payment_method_options payment_record processing receipt_email review setup_future_usage shipping source
      statement_descriptor statement_descriptor_suffix transfer_group`),
    amount_capturable: 0,
    capture_method: "automatic",
    confirmation_method: "automatic",
    livemode: false,
  },
  charge: {
    ...nulls(`application application_fee application_fee_amount balance_transaction calculated_statement_descriptor
      customer description failure_balance_transaction failure_code failure_message fraud_details on_behalf_of outcome
      payment_method payment_method_details receipt_email receipt_number receipt_url review shipping source
      source_transfer statement_descriptor statement_descriptor_suffix transfer_data transfer_group`),
    billing_details: nulls("address email name phone tax_id"),
    captured: true,
    livemode: false,
  },
  refund: nulls(`balance_transaction customer customer_account payment_method receipt_number source_transfer_reversal
    transfer_reversal`),
  dispute: {
    ...nulls("intended_submission_method"),
    balance_transactions: [],
    enhanced_eligibility_types: [],
    evidence: {},
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
  },
};

function nulls(names: string): Record<string, null> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, null]));
}
