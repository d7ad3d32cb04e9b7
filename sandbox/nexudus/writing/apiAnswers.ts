import { type Answer, jsonAnswer } from '../http/answer';
import type { ValidationError } from './validation';

/** The transient failure seen in live use, in the server's own spelling (facts, section 3). */
export function ooops(): Answer {
	return jsonAnswer(500, {
		Message: 'Ooops! There was a problem while running this action',
	});
}

/** No record with this id: a bare JSON string. */
export function notFound(): Answer {
	return jsonAnswer(404, 'Not found');
}

/** A refusal or failure in the form that ASP.NET gives by itself. */
export function messageAnswer(status: number, message: string): Answer {
	return jsonAnswer(status, { Message: message });
}

/** A write that was refused, with one entry per property; there is no Status key. */
export function invalid(errors: readonly ValidationError[]): Answer {
	return jsonAnswer(400, {
		Message: errors.map((error) => `${error.PropertyName}: ${error.Message}`).join(', '),
		Value: null,
		Errors: errors,
		WasSuccessful: false,
	});
}

export interface WriteOutcome {
	readonly message: string;
	readonly id: number;
	readonly updatedOn: string;
	readonly updatedBy: string | null;
}

/** A write that was carried out: the envelope, with nothing of the record but its Id. */
export function written({ message, id, updatedOn, updatedBy }: WriteOutcome): Answer {
	return jsonAnswer(200, {
		Status: 200,
		Message: message,
		Value: { Id: id },
		OpenInDialog: false,
		OpenInWindow: false,
		RedirectURL: null,
		JavaScript: null,
		UpdatedOn: updatedOn,
		UpdatedBy: updatedBy,
		Errors: null,
		WasSuccessful: true,
	});
}

/** A write that failed although the HTTP status says 200 (facts, section 3). */
export function unsuccessful(): Answer {
	return jsonAnswer(200, {
		Status: 200,
		Message: 'The record could not be saved.',
		Value: null,
		OpenInDialog: false,
		OpenInWindow: false,
		RedirectURL: null,
		JavaScript: null,
		UpdatedOn: null,
		UpdatedBy: null,
		Errors: null,
		WasSuccessful: false,
	});
}
