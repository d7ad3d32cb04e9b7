import { OWNER } from '../../../../sandbox/stand/owner.mjs';

export const logIn = {
	title: 'the owner logs in to n8n',
	always: true,
	async run({ editor }) {
		await editor.fillInLogin(OWNER);
		await editor.logIn();
	},
};
