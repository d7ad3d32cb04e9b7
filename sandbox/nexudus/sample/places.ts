import type { Country } from '../records/lookUps';
import { countryByCode } from './countries';
import type { Dice } from './dice';

interface Place {
	readonly country: Country;
	readonly city: string;
	readonly state: string | null;
	readonly postCodes: readonly string[];
	readonly streets: readonly string[];
	/** Ranges that the regulators keep free for fiction; # stands for a digit. */
	readonly phones: readonly string[];
}

const PLACES: readonly Place[] = [
	{
		country: countryByCode('GB'),
		city: 'London',
		state: 'Greater London',
		postCodes: ['EC2A 4NE', 'E1 6AN', 'SE1 9GF', 'N1 7AA', 'W1T 3NF'],
		streets: ['Leonard Street', 'Commercial Street', "St Katharine's Way", 'Old Street'],
		phones: ['+44 20 7946 0###', '+44 7700 900###'],
	},
	{
		country: countryByCode('GB'),
		city: 'Manchester',
		state: null,
		postCodes: ['M1 4BT', 'M2 5DB', 'M15 4FN'],
		streets: ['Deansgate', 'Tib Street', 'Whitworth Street West'],
		phones: ['+44 161 496 0###', '+44 7700 900###'],
	},
	{
		country: countryByCode('IE'),
		city: 'Dublin',
		state: 'Leinster',
		postCodes: ['D02 X285', 'D08 HK5T'],
		streets: ["St Stephen's Green", 'Baggot Street Lower', 'Meath Street'],
		phones: ['+353 20 91# ####'],
	},
	{
		country: countryByCode('FR'),
		city: 'Paris',
		state: 'Île-de-France',
		postCodes: ['75003', '75010', '75011'],
		streets: ['rue du Faubourg Saint-Antoine', 'rue de la République', 'boulevard Voltaire'],
		phones: ['+33 1 99 00 ## ##', '+33 6 39 98 ## ##'],
	},
	{
		country: countryByCode('DE'),
		city: 'Berlin',
		state: 'Berlin',
		postCodes: ['10115', '10178', '10997'],
		streets: ['Torstraße', 'Köpenicker Straße', 'Rosenthaler Platz'],
		phones: ['+49 30 23125 ###'],
	},
];

/** The address and phone number of a made-up person. */
export function residence(dice: Dice) {
	const { country, city, state, postCodes, streets, phones } = dice.pick(PLACES);
	return {
		Address: `${dice.between(1, 190)} ${dice.pick(streets)}`,
		PostCode: dice.pick(postCodes),
		CityName: city,
		State: state,
		CountryId: country.Id,
		CountryName: country.Name,
		PhoneNumber: dice.pick(phones).replace(/#/g, () => dice.digits(1)),
	};
}
