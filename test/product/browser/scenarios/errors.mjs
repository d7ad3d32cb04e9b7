export const missingContact = {
	title: 'a contact that does not exist is reported in words',
	async run({ editor, picture }) {
		await editor.addFirstNode('Get a contract contact');
		await editor.enterId('contractContactId', '99999999');
		await editor.executeNode();
		await editor.output
			.getByText(/99999999/)
			.first()
			.waitFor();
		await picture('error-no-such-contact');
	},
};

export const emptyFilter = {
	title: 'a filter that comes out empty is refused instead of listing everybody',
	async run({ editor, picture }) {
		await editor.addFirstNode('Get many contract contacts');
		await editor.openCollection('Add filter');
		await editor.choose('Email');
		await editor.enterExpression('email', '{{ $json.address }}');
		await editor.executeNode();
		await editor.output.getByText(/Email/).first().waitFor();
		await picture('error-empty-filter');
	},
};
