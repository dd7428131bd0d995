// Leaves out fixes that would write code anew over a comment and lose it. What takes code away whole takes its comments too.

import type { PythonFile } from "../python/python-file.ts";
import type { Fix, Problem } from "../rules/rule.ts";

export function keepingComments(file: PythonFile, problem: Problem): Problem {
  const { fix, choices = [], ...rest } = problem;
  if (fix === undefined || (problem.path ?? file.path) !== file.path) return problem;
  const all = [fix, ...choices];
  const kept = all.filter((one) => !losesComment(file, one, problem));
  const [best, ...others] = kept;
  if (kept.length === all.length) return problem;
  return { ...rest, ...(best && { fix: best }), ...(others.length > 0 && { choices: others }) };
}

function losesComment(file: PythonFile, { edits }: Fix, { span }: Problem): boolean {
  const own = edits.filter(({ path = file.path }) => path === file.path);
  return own.some(({ span: { start, end }, text }) => {
    if (text.trim() === "" || !file.text.slice(start, end).includes("#")) return false;
    return file.nodes("comment").some((comment) => {
      if (comment.start < start || comment.end > end) return false;
      // What a finding says of the comment itself, its fix may change.
      if (comment.start <= span.start && span.start <= comment.end) return false;
      const said = comment.text.replace(/^[#\s]+|\s+$/g, "");
      return !own.some((edit) => edit.text.includes(said));
    });
  });
}
