/** What has to be ended or removed before the program ends; the latest first. */
export class Cleanup {
	#tasks = [];
	#services = [];

	/** @param {() => unknown} task */
	add(task) {
		this.#tasks.unshift(task);
	}

	/** @param {import('./service.mjs').Service} service ended in the end */
	addService(service) {
		this.#services.push(service);
		this.add(() => service.stop());
	}

	async run() {
		for (const task of this.#tasks.splice(0)) await task();
	}

	/** For a person who does not want to wait. */
	killServices() {
		for (const service of this.#services) service.kill();
	}
}
