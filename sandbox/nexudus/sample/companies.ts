/** Companies of the sample, with the characters that addresses, queries and JSON stumble over. */
const COMPANIES: readonly string[] = [
	'Harbour & Finch Ltd',
	'Brightwater Analytics Ltd',
	'Caledonia Tea Merchants Ltd',
	'Atelier Lumière SARL',
	'Nordlicht Software GmbH',
	'Smith + Partners LLP',
	'Studio #9 Productions Ltd',
	'"The Paper Boat" Press Ltd',
	'Ó Briain Consulting Ltd',
	'Kestrel Bridge Capital Ltd',
	'Kaffeerösterei Müßig GmbH',
	'Façade Architectes SAS',
	'Tadcaster & Vale (Holdings) Ltd',
	"Niamh's Kitchen Ltd",
	'100% Recruitment Ltd',
	'Blackthorn Legal LLP',
	'Copper Kettle Events Ltd',
	'Øresund Shipping ApS',
	'Lindqvist & Söner AB',
	'Żubr Logistyka Sp. z o.o.',
	'Papadakis Olive Imports IKE',
	'Silver Birch Tutors CIC',
	'Meridian Freight Forwarding Ltd',
	'Quill_and_Ink Copywriting Ltd',
	'Rosalind Fairweather Interiors',
	'Greywacke Geotechnics Ltd',
	'C++ Coaching Ltd',
	'Pennine Cycle Works Ltd',
	'Bleu & Rouge Import/Export SARL',
	'Tempelhof Mobility GmbH & Co. KG',
	'Lantern Street Films Ltd',
	'Okafor Medical Supplies Ltd',
	'Juniper, Sage & Thyme Ltd',
	'Wren Acoustics Ltd',
	'Déjà Vu Vintage SAS',
	'Gatehouse Property Lettings Ltd',
	'Saltmarsh Renewables Ltd',
	'Third Tuesday Games Ltd',
	'Vandenberghe Diamonds BV',
	'Yorkshire Drone Surveys Ltd',
	'Zuiderzee Trading BV',
	'Elbow Room Physiotherapy Ltd',
	'Foxglove Digital Ltd',
	'Crème Anglaise Pâtisserie Ltd',
	'Almada Têxteis Lda',
	'Isambard Engineering Ltd',
	'Mulberry Lane Nurseries Ltd',
	'Dvořák Violins s.r.o.',
	'Hallam & Daughters Joinery Ltd',
	'Two Rivers Translation Ltd',
	'Umbra Cyber Security Ltd',
	'Peppercorn Payroll Ltd',
];

const TRADES = ['Trading', 'Consulting', 'Media', 'Foods', 'Textiles', 'Software'] as const;

/** The name of the company at a position; past the list, numbered ones. */
export function companyName(position: number): string {
	return (
		COMPANIES[position] ?? `Enterprise ${position + 1} ${TRADES[position % TRADES.length]} Ltd`
	);
}
