import type { Country } from '../records/lookUps';

/** Ids are Nexudus's own, not ISO's; that of the USA is the one seen live (facts, section 6). */
const ROWS: ReadonlyArray<readonly [number, string, string, string]> = [
	[1002, 'Australia', 'AU', 'en-AU'],
	[1003, 'Austria', 'AT', 'de-AT'],
	[1012, 'Belgium', 'BE', 'fr-BE'],
	[1020, 'Brazil', 'BR', 'pt-BR'],
	[1023, 'Bulgaria', 'BG', 'bg-BG'],
	[1028, 'Canada', 'CA', 'en-CA'],
	[1033, 'China', 'CN', 'zh-CN'],
	[1042, 'Croatia', 'HR', 'hr-HR'],
	[1044, 'Cyprus', 'CY', 'el-CY'],
	[1045, 'Czech Republic', 'CZ', 'cs-CZ'],
	[1047, 'Denmark', 'DK', 'da-DK'],
	[1053, 'Egypt', 'EG', 'ar-EG'],
	[1057, 'Estonia', 'EE', 'et-EE'],
	[1062, 'Finland', 'FI', 'fi-FI'],
	[1063, 'France', 'FR', 'fr-FR'],
	[1070, 'Germany', 'DE', 'de-DE'],
	[1073, 'Greece', 'GR', 'el-GR'],
	[1086, 'Hong Kong', 'HK', 'zh-HK'],
	[1087, 'Hungary', 'HU', 'hu-HU'],
	[1088, 'Iceland', 'IS', 'is-IS'],
	[1089, 'India', 'IN', 'en-IN'],
	[1093, 'Ireland', 'IE', 'en-IE'],
	[1095, 'Israel', 'IL', 'he-IL'],
	[1096, 'Italy', 'IT', 'it-IT'],
	[1098, 'Japan', 'JP', 'ja-JP'],
	[1108, 'Latvia', 'LV', 'lv-LV'],
	[1114, 'Lithuania', 'LT', 'lt-LT'],
	[1115, 'Luxembourg', 'LU', 'fr-LU'],
	[1124, 'Malta', 'MT', 'mt-MT'],
	[1130, 'Mexico', 'MX', 'es-MX'],
	[1141, 'Netherlands', 'NL', 'nl-NL'],
	[1144, 'New Zealand', 'NZ', 'en-NZ'],
	[1152, 'Norway', 'NO', 'nb-NO'],
	[1164, 'Poland', 'PL', 'pl-PL'],
	[1165, 'Portugal', 'PT', 'pt-PT'],
	[1169, 'Romania', 'RO', 'ro-RO'],
	[1183, 'Singapore', 'SG', 'en-SG'],
	[1184, 'Slovakia', 'SK', 'sk-SK'],
	[1185, 'Slovenia', 'SI', 'sl-SI'],
	[1188, 'South Africa', 'ZA', 'en-ZA'],
	[1191, 'Spain', 'ES', 'es-ES'],
	[1198, 'Sweden', 'SE', 'sv-SE'],
	[1199, 'Switzerland', 'CH', 'de-CH'],
	[1212, 'Turkey', 'TR', 'tr-TR'],
	[1217, 'Ukraine', 'UA', 'uk-UA'],
	[1218, 'United Arab Emirates', 'AE', 'ar-AE'],
	[1220, 'United Kingdom', 'GB', 'en-GB'],
	[1221, 'United States of America', 'US', 'en-US'],
];

export const COUNTRIES: readonly Country[] = ROWS.map(([Id, Name, TwoDigitsCode, Culture]) => ({
	Id,
	Name,
	TwoDigitsCode,
	Culture,
}));

/** The country with a two-letter code. */
export function countryByCode(code: string): Country {
	const country = COUNTRIES.find(({ TwoDigitsCode }) => TwoDigitsCode === code);
	if (!country) throw new Error(`The sample has no country ${code}`);
	return country;
}
