import { fold } from '../records/key';
import type { Dice } from './dice';

const GIVEN_NAMES = [
	'Aoife', 'Amélie', 'Anna', 'Benedict', 'Björn', 'Camille', 'Charlotte', 'Chloë', 'Ciarán',
	'Daniel', 'Dorota', 'Eleanor', 'Élodie', 'Emeka', 'Fatima', 'François', 'Gareth', 'Grace',
	'Hannah', 'Hélène', 'Ifeoma', 'Imogen', 'Ingrid', 'Jürgen', 'Joanna', 'José', 'Kateřina',
	'Kofi', 'Lars', 'Łukasz', 'Maeve', 'Margaret', 'Matteo', 'Mehmet', 'Niamh', 'Noor', 'Oliver',
	'Olivia', 'Oscar', 'Paweł', 'Penelope', 'Priya', 'Raúl', 'Rhys', 'Rosalind', 'Samira', 'Seán',
	'Siobhán', 'Søren', 'Sophie', 'Tadhg', 'Thomas', 'Tomáš', 'Ulrike', 'Valentina', 'Vikram',
	'Will', 'Yasmin', 'Zoë', 'Zuzana', 'Jean-Luc', 'Anne-Marie',
] as const; // prettier-ignore

const FAMILY_NAMES = [
	'Abara', 'Ahlström', 'Ashworth', 'Bäcker', 'Bellamy', 'Bianchi', 'Brennan', 'Čapek',
	'Castellanos', 'Chaudhry', "D'Angelo", "D'Souza", 'de la Cruz', 'Delacroix', 'Dvořák',
	'Eastwood', 'Fairweather', 'Fitzgerald', 'García Márquez', 'Goldsmith', 'Gonçalves', 'Grünwald',
	'Hargreaves', 'Hollingsworth', 'Ibrahim', 'Jankowska', 'Jørgensen', 'Kapoor', 'Kowalczyk',
	'Lefèvre', 'Lindqvist', "L'Estrange", 'MacLeod', 'McAllister', 'Mensah', 'Müller', 'Muñoz',
	'Nakamura', 'Ndiaye', 'Novák', "O'Brien", "O'Connor", "O'Neill", 'Okafor', 'Öztürk', 'Papadakis',
	'Pemberton', 'Petrović', 'Quigley', 'Rasmussen', 'Rutherford', 'Saint-Clair', 'Schröder',
	'Smith-Jones', 'Szymański', 'Thistlethwaite', 'Vandenberghe', 'van der Meer', 'Whitcombe',
	'Wójcik', 'Yıldız', 'Zamboni',
] as const; // prettier-ignore

/** Names that are written in other scripts. */
export const OTHER_SCRIPTS = [
	'陈伟强',
	'王秀英',
	'山田 太郎',
	'محمد عبد الله',
	'فاطمة الزهراء',
	'Олена Шевченко',
	'Дмитрий Соколов',
	'Γιώργος Παπαδόπουλος',
] as const;

/** The full name of a made-up person. */
export function personName(dice: Dice): string {
	if (dice.chance(2)) return dice.pick(OTHER_SCRIPTS);
	return `${dice.pick(GIVEN_NAMES)} ${dice.pick(FAMILY_NAMES)}`;
}

/** Plain letters and dots made of a name; the fallback where nothing of it is Latin. */
export function mailbox(name: string, fallback: string): string {
	const words = fold(name)
		.replace(/['’]/g, '')
		.match(/[a-z0-9]+/g);
	return words?.join('.') ?? fallback;
}
