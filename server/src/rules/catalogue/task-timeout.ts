// Flags work that may wait for ever: tasks, HTTP calls and processes without a timeout.

import { lowerExpression } from "../../models/code/lower-expression.ts";
import type { Workspace } from "../../models/workspace.ts";
import { argumentsOf, methodCall } from "../../python/call.ts";
import { calleeName } from "../../python/name-of.ts";
import type { PythonFile } from "../../python/python-file.ts";
import { isTestPath } from "../../python/source-file.ts";
import { decoratorName, enclosing } from "../../python/surroundings.ts";
import type { SyntaxNode } from "../../python/syntax.ts";
import { type CeleryTask, celeryTasks, withKeywords } from "../celery-tasks.ts";
import type { Reading } from "../reading.ts";
import { fileRule, option, type Problem } from "../rule.ts";

export const taskTimeout = fileRule({
  id: "task-timeout",
  scope: "workspace",
  summary: "A Celery task, HTTP call or process without a timeout.",
  why: "What never answers then holds its worker for ever. Clients that are built with a timeout or have one by default, limits in the settings of the task's Celery app, and waits under `wait_for` or `timeout` are left alone.",
  severity: "warning",
  fix: "unsafe",
  ruff: ["S113"],
  options: {
    kinds: option.strings(["task", "http", "process"], "What needs a timeout: task, http, process."),
    seconds: option.number(30, "The timeout that the fix sets, in seconds; a task gets ten times as much."),
  },
  tests: false,
  answers: [
    "Set timeouts for all background tasks.",
    "Every HTTP call needs a timeout.",
    "Always pass a timeout to `subprocess.run`.",
    "Never call an external service without a timeout.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "(call|request) ... (has|have|carry|take|get|with|sets|set) ... timeout",
        "(every|all|each|any) ... (http|external|network|outgoing) ... timeout",
        "(task|job|celery|background) ... (time limit|`time_limit`|`soft_time_limit`)",
        "(time limit) ... (task|job|celery)",
        "(task|job|celery) ... (bounded|limited|restricted|capped) in time",
        "(set|use|add|pass|specify|configure|define|enforce|give|apply|need|require|have|must|should|explicit|always|appropriate|reasonable) ... timeout & (task|job|celery|@request|http|api|external|service|outbound|network|subprocess|`subprocess.run`|process|call)",
        "timeout ... explicit & (call|request|@request)",
        "timeout (for|on) ... (task|job|celery|@request|http|external|network|outgoing|outbound|subprocess|process|call)",
        "(http call|http request|external call|network call|(outgoing|outbound) (call|request)|subprocess|celery task|background task) ... timeout",
        "(cpu|memory|resource|time) limit ... (task|job|celery)",
        "(call|task|job|@request|http|external|service|subprocess|process) ... without (explicit)? timeout",
        "timeout ... (on|for) (every|all|each|any) ... (@request|http|external|outbound|outgoing|network|call)",
        "timeout ... #second ... (per|on|for|every|each|all) ... (@request|http|external|outbound|outgoing|call)",
        "(@request|http|external|outbound|outgoing) (call|request)? ... time out ... #second",
      ],
      unless: [
        "constant",
        "magic",
        "hard code",
        "hardcode",
        "test",
        "session timeout",
        "idle",
        "token",
        "cache",
        "ui",
        "toast",
      ],
      options: readKinds,
    },
    {
      stance: "avoid",
      says: [
        "(@request|http|api|external|service|call|task|subprocess) ... without (explicit)? timeout",
        "without timeout",
      ],
      options: readKinds,
    },
  ],
  examples: [
    {
      bad: "import requests\n\n\ndef load(url: str) -> str:\n    return requests.get(url).text\n",
      good: "import requests\n\n\ndef load(url: str) -> str:\n    return requests.get(url, timeout=30).text\n",
    },
  ],
  *check(file, { kinds, seconds }, { workspace }) {
    if (kinds.includes("task")) {
      // The whole workspace is searched only where there is a task.
      const tasks = [...unlimitedTasks(file, seconds * 10)];
      const isLimited = tasks.length > 0 ? limitedBy(file, workspace) : () => true;
      for (const { task, problem } of tasks) if (!isLimited(task)) yield problem;
    }
    for (const call of file.nodes("call")) {
      const kind = unlimited(file, call);
      if (kind === undefined || !kinds.includes(kind)) continue;
      const list = call.field("arguments");
      const last = list?.children.filter((child) => child.isNamed && child.type !== "comment").at(-1);
      const none = argumentsOf(call).keywords.get("timeout");
      const at = last?.end ?? (list?.start ?? call.end) + 1;
      const edit = none
        ? { span: { start: none.start, end: none.end }, text: String(seconds) }
        : { span: { start: at, end: at }, text: `${last ? ", " : ""}timeout=${seconds}` };
      const isAsync = call.parent?.type === "await";
      yield {
        span: call,
        message: `This call waits for ever when ${kind === "http" ? "the other side never answers" : "the process never ends"}. ${isAsync ? "Wait for it with `asyncio.wait_for`" : "Give it a `timeout`"}.`,
        ...(isAsync || list?.type !== "argument_list"
          ? {}
          : {
              fix: {
                title: `Wait at most ${seconds} seconds; look at the number, and at who catches the timeout`,
                safe: false,
                edits: [edit],
              },
            }),
      };
    }
  },
});

function* unlimitedTasks(file: PythonFile, seconds: number): Iterable<{ task: CeleryTask; problem: Problem }> {
  for (const task of celeryTasks(file)) {
    if (task.hasSplat || task.keywords.has("time_limit") || task.keywords.has("soft_time_limit")) continue;
    const base = task.keywords.get("base")?.text;
    if (base !== undefined && !new RegExp(`^class ${base}\\b`, "m").test(file.text)) continue;
    if (base !== undefined && /^\s+(soft_)?time_limit\s*[:=]/m.test(file.text)) continue;
    const problem: Problem = {
      span: task.decorator,
      message: `\`${task.definition.field("name")?.text ?? ""}\` may run for ever and hold its worker. Give the task a \`time_limit\`.`,
      fix: {
        title: `Limit the task to ${seconds} seconds; look how long it may take`,
        safe: false,
        edits: [withKeywords(task, `time_limit=${seconds}`)],
      },
    };
    yield { task, problem };
  }
}

const LIMITS = /\b(CELERY(D)?_)?TASK_(SOFT_)?TIME_LIMIT\b|\btask_(soft_)?time_limit\b|CELERYD_TASK_(SOFT_)?TIME_LIMIT/;

/** Tells whether Celery's settings limit all tasks of a task's app: of several apps only its own, where that is known. */
function limitedBy(file: PythonFile, workspace: Workspace): (task: CeleryTask) => boolean {
  const { facts } = workspace;
  const speaking = (words: RegExp) => workspace.pythonFiles.filter((path) => words.test(workspace.text(path) ?? ""));
  const limiting = speaking(LIMITS);
  const apps = limiting.length > 0 ? speaking(/\bCelery\(/).filter((path) => !isTestPath(path)) : [];
  if (limiting.length === 0 || apps.length < 2) return () => limiting.length > 0;
  return ({ decorator }) => {
    const name = decoratorName(decorator);
    const app = name?.type === "attribute" ? name.field("object") : undefined;
    const meant = app && facts.program.expression(file.path, lowerExpression(app));
    // What is set in a file without an app may be of any.
    return meant?.kind !== "value" || limiting.some((path) => path === meant.path || !apps.includes(path));
  };
}

const verbs = /^requests\.(get|post|put|patch|delete|head|options|request)$/;
const runs = /^subprocess\.(run|call|check_call|check_output)$/;

function unlimited(file: PythonFile, call: SyntaxNode): "http" | "process" | undefined {
  const { keywords, hasSplat, positional } = argumentsOf(call);
  if (hasSplat) return undefined;
  const name = calleeName(file, call);
  const timeout = keywords.get("timeout");
  const isOpen = timeout === undefined || timeout.type === "none";
  if (verbs.test(name)) return isOpen ? "http" : undefined;
  if (name === "urllib.request.urlopen") return isOpen && positional.length < 3 ? "http" : undefined;
  if (/^httpx\.(get|post|put|patch|delete|head|options|request|stream|Client|AsyncClient)$/.test(name))
    return timeout?.type === "none" ? "http" : undefined;
  if (runs.test(name)) return isOpen ? "process" : undefined;
  const target = methodCall(call);
  if (!target) return undefined;
  const type = file.typeOf(target.receiver);
  if (type === "requests.Session" || type === "requests.sessions.Session")
    return /^(get|post|put|patch|delete|head|options|request)$/.test(target.method) && isOpen ? "http" : undefined;
  if (!/^(wait|communicate)$/.test(target.method)) return undefined;
  if (isKilledBefore(call, target.receiver.text)) return undefined;
  if (type === "subprocess.Popen")
    return isOpen && !(target.method === "wait" && positional.length > 0) ? "process" : undefined;
  if (type !== "asyncio.subprocess.Process" || call.parent?.type !== "await") return undefined;
  for (let at = enclosing(call, "with_statement"); at; at = enclosing(at, "with_statement"))
    if (/\b(timeout|timeout_at|fail_after|move_on_after)\(/.test(at.text.slice(0, 200).split("\n")[0] ?? ""))
      return undefined;
  return "process";
}

/** What was killed in the statement before ends at once. */
function isKilledBefore(call: SyntaxNode, receiver: string): boolean {
  const block = enclosing(call, "block", "module");
  const before = block?.children
    .filter((child) => child.isNamed && child.type !== "comment" && child.end <= call.start)
    .at(-1);
  return before?.text === `${receiver}.kill()`;
}

/** What the sentence speaks of, else what stands above it. */
function readKinds(reading: Reading): { kinds?: readonly string[]; seconds?: number } | undefined {
  // A group of constants that are timeouts.
  if (reading.codes.some((code) => /^[A-Z][A-Z0-9_]+$/.test(code))) return undefined;
  const kinds = kindsIn(reading.clause);
  const above =
    kinds.length > 0
      ? kinds
      : kindsIn(`${reading.sentence} ${reading.parents.join(" ")} ${reading.headings.at(-1) ?? ""}`);
  const second = reading.numbers.find(({ unit }) => unit === "second");
  return { ...(above.length > 0 ? { kinds: above } : {}), ...(second ? { seconds: second.value } : {}) };
}

function kindsIn(text: string): readonly string[] {
  const kinds: string[] = [];
  if (/\b(tasks?|jobs?|celery|workers?)\b/i.test(text)) kinds.push("task");
  if (
    /\b(http|https|requests?|api|apis|external (services?|calls?|apis?)|network|outbound|outgoing|services?|`?requests\.\w+)\b/i.test(
      text,
    )
  )
    kinds.push("http");
  if (/\b(subprocess(es)?|process(es)?|subprocess\.run)\b/i.test(text)) kinds.push("process");
  return kinds;
}
