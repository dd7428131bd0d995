// Spreads the files over several threads, each with an engine of its own; the findings are the same however many there are.
//
// First each thread parses its share and hands the trees to the others, since every engine looks at the whole workspace; then
// each checks its share.

import type { MessagePort } from "node:worker_threads";
import type { Engine } from "../engine/engine.ts";
import type { Finding } from "../engine/finding.ts";
import { createEngine, type Workplace } from "../host/create-engine.ts";
import type { PackedTree } from "../python/syntax.ts";
import { threadsFor } from "./jobs.ts";
import type { Progress } from "./progress.ts";
import { type InputDigests, inputDigests } from "./run-cache.ts";
import { Thread } from "./thread.ts";

/** A thread must first load the parser and read the guides, which a small workspace does not repay. */
const filesPerThread = 150;
/** V8 compiles and collects beside each thread: on two cores a second only costs. */
const coresPerThread = 1.5;
/** Files side by side use the same others, so that a thread is given some in a row. */
const filesInARow = 40;

export interface CheckTask {
  readonly kind: "heed check";
  readonly root: string;
  readonly paths: readonly string[];
  /** Texts that are not those on disk. */
  readonly texts: readonly (readonly [path: string, text: string])[];
}

/** The trees of one thread's share, one after the other in memory that all threads see. */
interface Trees {
  readonly of: readonly {
    readonly path: string;
    readonly text: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly memory: Int32Array;
}

/** What a thread hands back. */
interface Done {
  readonly findings: readonly Finding[];
  readonly inputs: InputDigests;
}

/** With what the other threads have read. */
export async function findingsInParallel(
  root: string,
  workplace: Workplace,
  paths: readonly string[],
  jobs: number | undefined,
  progress: Progress,
): Promise<{ readonly findings: readonly Finding[]; readonly inputs: readonly InputDigests[] }> {
  const { engine } = workplace;
  const threads = threadsFor({ count: paths.length, perThread: filesPerThread, coresPerThread }, jobs);
  if (threads <= 1) return { findings: await findingsOf(engine, paths, progress), inputs: [] };
  const texts = engine.openTexts;
  const shares = Array.from({ length: threads }, (_, thread) =>
    paths.filter((_path, at) => Math.floor(at / filesInARow) % threads === thread),
  );
  const [own = [], ...rest] = shares;
  const others = rest.map((share) => new Thread({ kind: "heed check", root, paths: share, texts }));
  const parsed = [parse(workplace, own), ...(await Promise.all(others.map((other) => other.next<Trees>())))];
  for (const other of others) other.tell(parsed);
  for (const trees of parsed) learn(workplace, trees);
  const [findings, ...done] = await Promise.all([
    findingsOf(engine, own, progress),
    ...others.map((other) => other.next<Done>()),
  ]);
  return {
    findings: [findings, ...done.map((one) => one.findings)].flat(),
    inputs: done.map(({ inputs }) => inputs),
  };
}

/** Files one by one, so that the project's own findings are not counted twice. */
async function findingsOf(engine: Engine, paths: readonly string[], progress?: Progress): Promise<readonly Finding[]> {
  const asked = new Set(paths);
  const findings = await engine.allFindings({ paths, onProgress: (done, of) => progress?.at(done, of) });
  return findings.filter(({ path }) => asked.has(path));
}

function parse({ engine, trees }: Workplace, paths: readonly string[]): Trees {
  const of: Trees["of"][number][] = [];
  const packed: PackedTree[] = [];
  let end = 0;
  for (const path of paths) {
    const text = path.endsWith(".py") || path.endsWith(".pyi") ? engine.text(path) : undefined;
    if (text === undefined) continue;
    const tree = trees.pack(text);
    of.push({ path, text, start: end, end: end + tree.length });
    packed.push(tree);
    end += tree.length;
  }
  const memory = new Int32Array(new SharedArrayBuffer(4 * end));
  for (const [at, tree] of packed.entries()) memory.set(tree, of[at]?.start);
  return { of, memory };
}

/** A text that another thread has read otherwise, since somebody was writing it, is parsed again. */
function learn({ engine, trees }: Workplace, { of, memory }: Trees): void {
  for (const { path, text, start, end } of of) {
    const own = engine.text(path);
    if (own === text) trees.learn(own, memory.subarray(start, end));
  }
}

/** The work of one of those threads. */
export async function checkAsThread(task: CheckTask, port: MessagePort): Promise<void> {
  const workplace = await createEngine(task.root);
  const { engine } = workplace;
  for (const [path, text] of task.texts) engine.setText(path, text);
  port.postMessage(parse(workplace, task.paths));
  for (const trees of await nextFrom(port)) learn(workplace, trees);
  const findings = await findingsOf(engine, task.paths);
  port.postMessage({ findings, inputs: inputDigests(engine) } satisfies Done);
}

function nextFrom(port: MessagePort): Promise<readonly Trees[]> {
  return new Promise((resolve) => port.once("message", resolve));
}
