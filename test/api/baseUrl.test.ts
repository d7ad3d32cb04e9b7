import { checkedBaseUrl } from '../../nodes/api/baseUrl';
import { requestTarget } from '../../nodes/api/exchange';
import { Failure } from '../../nodes/record/failure';
import { readRequest } from './answers';

describe('A base URL', () => {
	it.each([
		['https://spaces.nexudus.com', 'https://spaces.nexudus.com'],
		[' https://spaces.nexudus.com/ ', 'https://spaces.nexudus.com'],
		['https://acme.spaces.nexudus.com//', 'https://acme.spaces.nexudus.com'],
		['https://proxy.example.com:8443/nexudus/', 'https://proxy.example.com:8443/nexudus'],
		['https://spaces.nexudus.com/api', 'https://spaces.nexudus.com'],
		['https://acme.spaces.nexudus.com/API/', 'https://acme.spaces.nexudus.com'],
		['https://proxy.example.com/nexudus-api', 'https://proxy.example.com/nexudus-api'],
		['', 'https://spaces.nexudus.com'],
		[undefined, 'https://spaces.nexudus.com'],
		['http://localhost:5679', 'http://localhost:5679'],
		['http://127.0.0.1:5679/', 'http://127.0.0.1:5679'],
		['http://[::1]:5679', 'http://[::1]:5679'],
	])('%p becomes %p', (given, url) => {
		expect(checkedBaseUrl(given)).toBe(url);
	});

	it.each([
		'http://spaces.nexudus.com',
		'http://localhost.example.com',
		'http://127.0.0.1.example.com',
		'spaces.nexudus.com',
		'ftp://spaces.nexudus.com',
		'https://anna:secret@spaces.nexudus.com',
		'https://spaces.nexudus.com/?token=secret',
		'https://spaces.nexudus.com/#api',
		'not a URL',
	])('%p is refused, without repeating it', (given) => {
		expect(() => checkedBaseUrl(given)).toThrow(Failure);
		expect(() => checkedBaseUrl(given)).not.toThrow('secret');
	});
});

describe('The request line', () => {
	it('holds names and values encoded, and the path as it is', () => {
		const path = '/api/billing/contractcontacts/?id=[1,2]';
		expect(requestTarget({ ...readRequest, path })).toBe(path);
		const query = [['ContractContact_FullName', 'Müller & Söhne=?#+']] as const;
		expect(requestTarget({ ...readRequest, path: '/contacts', query })).toBe(
			'/contacts?ContractContact_FullName=M%C3%BCller%20%26%20S%C3%B6hne%3D%3F%23%2B',
		);
	});
});

describe('What is wrong with a base URL is said', () => {
	it.each([
		['http://spaces.nexudus.com', 'must be an address that begins with https://'],
		['https://anna:geheim@spaces.nexudus.com', 'must not hold a user name or a password'],
		['https://spaces.nexudus.com/?page=1', 'must end before the question mark'],
		['https://spaces.nexudus.com/#/contracts', 'must end before the #'],
	])('for %s', (given, problem) => {
		expect(() => checkedBaseUrl(given)).toThrow(`'Base URL' ${problem}`);
	});
});
