// Finds Celery's tasks: the functions under its decorators, and what the decorators are given.

import { argumentsOf } from "../python/call.ts";
import type { PythonFile } from "../python/python-file.ts";
import { decoratorName, decoratorsOf } from "../python/surroundings.ts";
import type { SyntaxNode } from "../python/syntax.ts";

export interface CeleryTask {
  readonly definition: SyntaxNode;
  readonly decorator: SyntaxNode;
  /** The decorator's call; undefined for a bare `@app.task`. */
  readonly call: SyntaxNode | undefined;
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
  /** `**options` may hold anything. */
  readonly hasSplat: boolean;
}

export function* celeryTasks(file: PythonFile): Iterable<CeleryTask> {
  for (const definition of file.nodes("function_definition")) {
    for (const decorator of decoratorsOf(definition)) {
      const name = decoratorName(decorator);
      if (!name || !isTaskDecorator(file, name)) continue;
      const call = decorator.children.find((child) => child.type === "call");
      const given = call && argumentsOf(call);
      yield { definition, decorator, call, keywords: given?.keywords ?? new Map(), hasSplat: given?.hasSplat ?? false };
      break;
    }
  }
}

export function isCeleryTask(file: PythonFile, definition: SyntaxNode): boolean {
  return decoratorsOf(definition).some((decorator) => {
    const name = decoratorName(decorator);
    return name !== undefined && isTaskDecorator(file, name);
  });
}

function isTaskDecorator(file: PythonFile, name: SyntaxNode): boolean {
  const resolved = file.resolve(name) ?? "";
  if (/^celery(\.app|\.decorators|\.task)?\.(shared_task|task|periodic_task)$/.test(resolved)) return true;
  if (name.type !== "attribute" || name.field("attribute")?.text !== "task") return false;
  const object = name.field("object");
  if (!object) return false;
  const type = file.typeOf(object);
  if (type !== undefined) return /^celery(\.\w+)*\.Celery$/.test(type) || file.isInstance(object, "celery.Celery");
  // An app of another module whose type cannot be followed: its name and its module say what it is.
  return /(^|\.)celery(_app|_worker)?(\.\w+)?$/i.test(file.resolve(object) ?? object.text);
}

/** Adds keyword arguments to a task's decorator, which may not be called yet. */
export function withKeywords(task: CeleryTask, text: string): { span: { start: number; end: number }; text: string } {
  const list = task.call?.field("arguments");
  if (!list) return { span: { start: task.decorator.end, end: task.decorator.end }, text: `(${text})` };
  const last = list.children.filter((child) => child.isNamed && child.type !== "comment").at(-1);
  const at = last?.end ?? list.start + 1;
  return { span: { start: at, end: at }, text: last ? `, ${text}` : text };
}
