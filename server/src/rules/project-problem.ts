// A problem of the project: at the project file that should hold the setting, else where the directive stands.

import type { ProjectPlace } from "../models/project/project.ts";
import type { Fix, Problem } from "./rule.ts";

export function projectProblem(place: ProjectPlace | undefined, message: string, fix?: Fix): Problem {
  return { ...(place ?? { span: { start: 0, end: 0 } }), message, ...(fix && { fix }) };
}
