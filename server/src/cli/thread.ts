// Threads that share the work of a command, and what they tell each other.

import { Worker } from "node:worker_threads";
import { roomForNewObjects } from "../host/memory.ts";

/** A thread that runs this program again for a part of the work. */
export class Thread {
  readonly #worker: Worker;

  constructor(task: object) {
    this.#worker = new Worker(process.argv[1] ?? "", {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: roomForNewObjects },
    });
  }

  tell(message: unknown): void {
    this.#worker.postMessage(message);
  }

  next<T>(): Promise<T> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const failed = (error: unknown): void => reject(error);
      const ended = (status: number): void => reject(new Error(`A thread ended with status ${status}.`));
      worker.once("error", failed);
      worker.once("exit", ended);
      worker.once("message", (message: T) => {
        worker.off("error", failed);
        worker.off("exit", ended);
        resolve(message);
      });
    });
  }
}
