import assert from 'node:assert/strict';

export const missingContact = {
	title: 'a contact that does not exist is reported in words',
	async run({ editor, picture }) {
		await editor.addFirstNode('Get contract contact');
		await editor.enterId('contractContactId', '99999999');
		await editor.executeNode();
		await editor.output
			.getByText(/contact 99999999: it does not exist/)
			.first()
			.waitFor();
		await editor.dismissNotices();
		await picture('error-no-such-contact');
	},
};

export const emptyFilter = {
	title: 'a filter that comes out empty is refused instead of listing everybody',
	async run({ editor, picture, practice }) {
		await editor.addFirstNode('Get many contract contacts');
		await editor.openCollection('Add filter');
		await editor.choose('Email');
		await editor.enterExpression('email', '{{ $json.address }}');
		await practice.forgetRequests();
		await editor.executeNode();
		await editor.output
			.getByText(/'Email' in 'Filters' is empty/)
			.first()
			.waitFor();
		assert.deepEqual(await practice.requests(), []);
		await editor.dismissNotices();
		await picture('error-empty-filter');
	},
};
