import assert from 'node:assert/strict';
import { byId } from '../harness/nodes.mjs';
import { runOperation } from '../harness/operation.mjs';

const EMAIL = 'operations@northlight-workspaces.example';
const STATUSES = ['NotStarted', 'Pending', 'Clear', 'PotentialMatch', 'ConfirmedMatch'];
const GONE = 999_999_999;

export const group = {
	title: 'The six operations, run as Execute workflow does it',
	checks: {
		'Get gives the record exactly as Nexudus has it': async (product) => {
			const [contact] = await product.practice.contacts();
			const { rows } = await runOperation(product, {
				operation: 'get',
				contractContactId: byId(contact.Id),
				output: 'raw',
			});
			assert.deepEqual(rows, [contact]);
		},
		'Get Many with filters gives those rows and no others, in the order asked for': async (
			product,
		) => {
			const contacts = await product.practice.contacts();
			const wanted = contacts
				.filter(({ AmlCheckStatus: status }) => status === 3 || status === 4)
				.map(({ Id }) => Id);
			assert.ok(wanted.length > 3);
			await product.practice.forgetRequests();
			const { rows, hints } = await runOperation(product, {
				operation: 'getAll',
				returnAll: true,
				filters: { amlCheckStatus: [3, 4] },
				sort: { by: { field: 'Id', direction: 'desc' } },
			});
			assert.deepEqual(hints, []);
			for (const { rawUrl } of await product.practice.requests())
				assert.match(rawUrl, /[?&]ContractContact_AmlCheckStatus=[34](&|$)/);
			assert.deepEqual(
				rows.map(({ Id }) => Id),
				wanted.sort((one, other) => other - one),
			);
			for (const { AmlCheckStatus } of rows)
				assert.ok([STATUSES[3], STATUSES[4]].includes(AmlCheckStatus), AmlCheckStatus);
		},
		'Get Many without filters returns every contact; Limit stops sooner': async (product) => {
			const contacts = await product.practice.contacts();
			const all = await runOperation(product, { operation: 'getAll', returnAll: true });
			assert.deepEqual(ids(all.rows), ids(contacts));
			const some = await runOperation(product, { operation: 'getAll', limit: 7 });
			assert.equal(some.rows.length, 7);
		},
		'Create stores each row of a table, in the order of the items': async (product) => {
			const [{ CoworkerContractId: contract }] = await product.practice.contacts();
			const names = ['Ines Carvalho', 'Łukasz Wójcik', '李雷'];
			const run = await runOperation(
				product,
				{
					operation: 'create',
					coworkerContractId: byId(contract),
					fullName: '={{ $json.name }}',
					contractContactType: 3,
					amlCheckStatus: 1,
					additionalFields: { notes: '={{ "Signed up as " + $json.name }}', postCode: 'EC1A 1BB' },
				},
				{ rows: names.map((name) => ({ name })) },
			);
			assert.deepEqual(
				run.rows.map(({ FullName }) => FullName),
				names,
			);
			for (const { Id, FullName } of run.rows) {
				const stored = await product.practice.contact(Id);
				assert.equal(stored.FullName, FullName);
				assert.equal(stored.Notes, `Signed up as ${FullName}`);
				assert.equal(stored.CoworkerContractId, contract);
				assert.deepEqual([stored.ContractContactType, stored.AmlCheckStatus], [3, 1]);
			}
			assert.deepEqual(
				run.items().map(({ pairedItem }) => pairedItem.item ?? pairedItem),
				[0, 1, 2],
			);
		},
		'Update changes what was given, clears what was chosen, and keeps the rest': async (
			product,
		) => {
			const before = (await product.practice.contacts()).find(({ Notes, Email }) => Notes && Email);
			const { rows } = await runOperation(product, {
				operation: 'update',
				contractContactId: byId(before.Id),
				updateFields: { amlNotes: 'Passport seen in branch.', email: 'new.address@example.org' },
				clearFields: ['Notes'],
			});
			assert.equal(rows[0].Email, 'new.address@example.org');
			const { UpdatedOn, UpdatedBy, ...after } = await product.practice.contact(before.Id);
			const { UpdatedOn: updatedBefore, UpdatedBy: _, ...untouched } = before;
			assert.deepEqual(after, {
				...untouched,
				AmlNotes: 'Passport seen in branch.',
				Email: 'new.address@example.org',
				Notes: null,
			});
			assert.ok(UpdatedOn > updatedBefore && UpdatedBy);
		},
		'Create or Update creates the first time and updates the second': async (product) => {
			const [{ CoworkerContractId: contract }] = await product.practice.contacts();
			const count = (await product.practice.contacts()).length;
			const parameters = {
				operation: 'upsert',
				coworkerContractId: byId(contract),
				fullName: '={{ $json.name }}',
				matchOn: 'email',
				email: 'amara.okafor@example.org',
				additionalFields: { phoneNumber: '={{ $json.phone }}' },
			};
			const first = await runOperation(product, parameters, {
				rows: [{ name: 'Amara Okafor', phone: '+44 20 7946 0001' }],
			});
			const second = await runOperation(product, parameters, {
				rows: [{ name: 'Amara Okafor', phone: '+44 20 7946 0002' }],
			});
			assert.equal(second.rows[0].Id, first.rows[0].Id);
			const stored = await product.practice.contact(first.rows[0].Id);
			assert.equal(stored.PhoneNumber, '+44 20 7946 0002');
			assert.equal((await product.practice.contacts()).length, count + 1);
		},
		'Delete removes the record and says so': async (product) => {
			const { Id, FullName } = (await product.practice.contacts()).at(-1);
			const { rows } = await runOperation(product, {
				operation: 'delete',
				contractContactId: byId(Id),
			});
			assert.deepEqual(rows, [{ deleted: true, Id, FullName }]);
			assert.equal(await product.practice.contact(Id), undefined);
		},
		'Selected Fields gives these and the ID': async (product) => {
			const [contact] = await product.practice.contacts();
			const { rows } = await runOperation(product, {
				operation: 'get',
				contractContactId: byId(contact.Id),
				output: 'selected',
				outputFields: ['PostCode', 'Notes'],
			});
			const { Id, PostCode, Notes } = contact;
			assert.deepEqual(rows, [{ Id, PostCode, Notes }]);
		},
		'the login credential works as the token does, and signs in once': async (product) => {
			const data = { email: EMAIL, password: 'sandbox', baseUrl: product.practice.url };
			const credential = { name: 'By login', type: 'nexudusLoginApi', data };
			const { id, name } = await product.client.post('/rest/credentials', credential);
			const credentials = { nexudusLoginApi: { id, name } };
			const wanted = (await product.practice.contacts()).slice(0, 5);
			await product.practice.forgetRequests();
			for (let round = 0; round < 2; round += 1) {
				const { rows } = await runOperation(
					product,
					{ authentication: 'login', operation: 'get', contractContactId: byId('={{ $json.id }}') },
					{ credentials, rows: wanted.map(({ Id }) => ({ id: Id })) },
				);
				assert.deepEqual(ids(rows), ids(wanted));
			}
			const requests = await product.practice.requests();
			assert.equal(requests.filter(({ path }) => /^\/api\/token/i.test(path)).length, 1);
		},
		'a failure names the item and the parameter, and says what to do': async (product) => {
			await product.practice.forgetRequests();
			const { status, error } = await runOperation(
				product,
				{ operation: 'get', contractContactId: byId('={{ $json.id }}') },
				{ rows: [{ id: 1 }, { id: 'not a number' }] },
			);
			assert.equal(status, 'error');
			assert.match(error.message, /Contract Contact/);
			assert.match(error.message, /\[item 1\]/);
			assert.equal(error.context.itemIndex, 1);
			assert.ok(error.description?.length > 0, 'no description');
			assert.deepEqual(await product.practice.requests(), []);
		},
		'a record that is not there is told with its number': async (product) => {
			const { error } = await runOperation(product, {
				operation: 'get',
				contractContactId: byId(GONE),
			});
			assert.match(error.message, new RegExp(String(GONE)));
			assert.equal(error.httpCode, '404');
			assert.ok(error.description?.length > 0, 'no description');
		},
		'failed items go to the error output, the others on': async (product) => {
			const [{ Id }] = await product.practice.contacts();
			const run = await runOperation(
				product,
				{ operation: 'get', contractContactId: byId('={{ $json.id }}') },
				{ rows: [{ id: Id }, { id: GONE }], onError: 'continueErrorOutput' },
			);
			assert.equal(run.status, 'success');
			assert.deepEqual(ids(run.items(0).map(({ json }) => json)), [Id]);
			const [{ json }] = run.items(1);
			assert.match(json.error, new RegExp(String(GONE)));
			assert.equal(json.id, GONE);
		},
		...checksOfBrokenExpression('continueErrorOutput', 1),
		...checksOfBrokenExpression('continueRegularOutput', 0),
	},
};

/** An expression that can't be worked out for the second of three items. */
function checksOfBrokenExpression(onError, output) {
	return {
		[`an expression that breaks for one item fails that item alone, under ${onError}`]: async (
			product,
		) => {
			const all = await product.practice.contacts();
			const contacts = all.filter(({ FullName }) => FullName).slice(0, 3);
			const births = ['1961-02-03', 'n/a', '1962-03-04'];
			const rows = contacts.map(({ Id }, index) => ({ id: Id, born: births[index] }));
			const run = await runOperation(
				product,
				{
					operation: 'update',
					contractContactId: byId('={{ $json.id }}'),
					updateFields: { dateOfBirth: '={{ $json.born.toDateTime().toISODate() }}' },
				},
				{ rows, onError },
			);
			assert.equal(run.status, 'success');
			const errors = run.items(output).filter(({ json }) => json.error);
			assert.equal(errors.length, 1);
			assert.match(
				errors[0].json.error,
				/^'Update Fields' can't be worked out: cannot convert to Luxon DateTime \[item 1\]/,
			);
			const done = run.items(0).filter(({ json }) => !json.error);
			assert.deepEqual(
				ids(done.map(({ json }) => json)),
				[rows[0].id, rows[2].id].sort((a, b) => a - b),
			);
			for (const [index, born] of births.entries()) {
				const { DateOfBirth } = await product.practice.contact(rows[index].id);
				const before = contacts[index].DateOfBirth;
				assert.equal(DateOfBirth, born === 'n/a' ? before : `${born}T00:00:00Z`);
			}
		},
	};
}

function ids(rows) {
	return rows.map(({ Id }) => Id).sort((one, other) => one - other);
}
