/** What has to be ended or removed before the program ends; the latest first. */
export class Cleanup {
	#tasks = [];
	#services = [];
	#onService = () => {};

	/** @param {() => unknown} task */
	add(task) {
		this.#tasks.unshift(task);
	}

	/** @param {import('./service.mjs').Service} service ended in the end */
	addService(service) {
		this.#services.push(service);
		this.add(() => service.stop());
		this.#onService(service);
	}

	/** @param {(service: import('./service.mjs').Service) => void} listener is told of each new service */
	watchServices(listener) {
		this.#onService = listener;
	}

	async run() {
		for (const task of this.#tasks.splice(0)) await task();
	}

	/** For a person who does not want to wait. */
	killServices() {
		for (const service of this.#services) service.kill();
	}
}
