import { ADMINISTRATOR_EMAIL } from '../accounts';
import type { CoworkerContract } from '../records/coworkerContract';
import { writeDateTime } from '../records/dateTime';
import type { Business, Coworker, Tariff } from '../records/lookUps';
import type { Dice } from './dice';

const DAY = 86_400_000;
const MONTH = 30 * DAY;
const INVOICED = Date.UTC(2026, 9, 1);
const NEXT_INVOICE = Date.UTC(2026, 10, 1);

const NOTES = [
	'Signed by the managing director.',
	'Discount agreed until the end of the first term.',
	'Invoice goes to the accountant, see "Purchase Order".',
] as const;

const INSTRUCTIONS = [
	'Keep parcels at the front desk; the courier calls on Thursdays.',
	'Scan everything that says "HMRC".',
] as const;

/** What a contract links, and when it starts, in milliseconds since 1970. */
export interface ContractParties {
	readonly coworker: Coworker;
	readonly location: Business;
	readonly plan: Tariff;
	readonly start: number;
}

/** A running contract between parties, with what most contracts have in common. */
export function contractBase(
	{ coworker, location, plan, start }: ContractParties,
	dice: Dice,
): CoworkerContract {
	const StartDate = writeDateTime(start);
	const ContractTerm = dice.chance(70) ? writeDateTime(start + 12 * MONTH) : null;
	const accepted = dice.chance(80) ? StartDate : null;
	const invoiced = start < INVOICED ? writeDateTime(INVOICED) : null;
	const next = writeDateTime(Math.max(start, NEXT_INVOICE));
	return {
		IssuedById: location.Id,
		IssuedByName: location.Name,
		CoworkerId: coworker.Id,
		CoworkerCoworkerType: coworker.CoworkerType,
		CoworkerFullName: coworker.FullName,
		CoworkerCompanyName: coworker.CompanyName,
		CoworkerBillingName: coworker.BillingName,
		CoworkerEmail: coworker.Email,
		CoworkerActive: coworker.Active,
		TariffId: plan.Id,
		TariffName: plan.Name,
		TariffInvoiceEvery: plan.InvoiceEvery,
		TariffInvoiceEveryWeeks: plan.InvoiceEveryWeeks,
		TariffPrice: plan.Price,
		TariffCurrencyCode: plan.CurrencyCode,
		NextTariffId: null,
		NextTariffName: null,
		Notes: dice.chance(25) ? dice.pick(NOTES) : null,
		StartDate,
		BillingDay: dice.between(1, 28),
		RenewalDate: next,
		InvoicedPeriod: invoiced,
		ContractTerm,
		Price: dice.chance(20) ? Math.round((plan.Price ?? 0) * 90) / 100 : null,
		Value: plan.Price,
		Desks: [],
		Variants: [],
		Quantity: 1,
		Active: true,
		MainContract: true,
		Cancelled: false,
		PurchaseOrder: dice.chance(15) ? `PO-${dice.digits(6)}` : null,
		IncludeSignupFee: false,
		InvoiceAdvancedCycles: false,
		ApplyProRating: true,
		NextAutoInvoice: next,
		PricePlanTermsAccepted: accepted !== null,
		PricePlanTermsAcceptedOn: accepted,
		CancellationDate: null,
		CancellationLimitDays: 30,
		ProRateCancellation: false,
		CancelTeamContracts: false,
		CancellationReason: null,
		CancellationNotes: null,
		...deliveries(dice),
		PoBoxNumber: null,
		ProposalUniqueId: null,
		FloorPlanDeskIds: null,
		FloorPlanDeskNames: null,
		StartDateLocal: local(StartDate),
		RenewalDateLocal: local(next),
		CancellationDateLocal: null,
		ContractTermLocal: local(ContractTerm),
		InvoicedPeriodLocal: local(invoiced),
		NextAutoInvoiceLocal: local(next),
		PricePlanTermsAcceptedOnLocal: local(accepted),
		Id: 0,
		UpdatedOn: StartDate,
		CreatedOn: StartDate,
		UniqueId: '',
		UpdatedBy: ADMINISTRATOR_EMAIL,
		IsNew: false,
		SystemId: dice.chance(10) ? `contract-${dice.digits(5)}` : null,
		ToStringText: `${coworker.CompanyName ?? coworker.FullName} - ${plan.Name}`,
		LocalizationDetails: null,
		CustomFields: dice.chance(20) ? customFields(dice) : null,
	};
}

/** What a cancellation adds to a contract; the moment in milliseconds since 1970. */
export function cancelledOn(moment: number) {
	const CancellationDate = writeDateTime(moment);
	return { Cancelled: true, CancellationDate, CancellationDateLocal: local(CancellationDate) };
}

function deliveries(dice: Dice) {
	const checksDue = dice.chance(40) ? writeDateTime(Date.UTC(2027, dice.between(0, 11), 1)) : null;
	return {
		DeliveryHandlingPreferenceChecks: 10,
		DeliveryHandlingPreferenceMail: dice.pick([1, 2, 3, 6]),
		DeliveryHandlingPreferenceParcels: dice.pick([1, 2]),
		DeliveryHandlingPreferencePublicity: 7,
		DeliveryInstructions: dice.chance(15) ? dice.pick(INSTRUCTIONS) : null,
		IdentityChecksDueOn: checksDue,
		AddressChecksDueOn: checksDue,
	};
}

function customFields(dice: Dice) {
	const Value = dice.pick(['Harriet Lowe', 'Tomáš Novák', 'Front desk']);
	const entry = { Name: 'Account manager', Value, JsonValue: `"${Value}"`, Type: 'string' };
	return { Data: [entry] };
}

function local(dateTime: string | null): string | null {
	return dateTime && dateTime.slice(0, -1);
}
