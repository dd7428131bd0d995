// Flags FastAPI dependencies given as a default value.

import { ruffRule } from "../ruff-rule.ts";
import { option } from "../rule.ts";

export const dependencyAsDefault = ruffRule({
  id: "dependency-as-default",
  summary: "`= Depends(...)`, `= Query(...)` and their like as default values.",
  why: "With `Annotated` the function can be called without FastAPI, the type is true, and an alias says it once.",
  codes: ["FAST002"],
  fixes: "unsafe",
  fixTitle: "Write it with Annotated; look at functions that are called directly",
  mentions: ["fastapi"],
  message: (finding, { dependenciesOnly }, file) => {
    const written = file.source(finding.span);
    const isDependency = /=\s*(?:\w+\.)*(?:Depends|Security)\(/.test(written);
    if (dependenciesOnly && !isDependency) return undefined;
    return isDependency
      ? `\`${written}\` gives its dependency as a default; write \`Annotated[…, …]\`.`
      : `\`${written}\` gives as a default what belongs to its type; write \`Annotated[…, …]\`.`;
  },
  options: { dependenciesOnly: option.boolean(false, "Only `Depends` and `Security`, not `Query` and its like.") },
  answers: [
    "Use `Annotated` for dependency injection.",
    "Use `Annotated[T, Depends(...)]` instead of `= Depends(...)`.",
  ],
  means: [
    {
      stance: "want",
      says: [
        "`Annotated*` & (`Depends*`|dependency|dependency injection|`Query*`|`Path*`|parameter|param)",
        "`Annotated[*Depends*`",
        "`Annotated[*Query*`",
        "annotated dependency",
        "(declare|define|inject) dependency as (type)? annotation",
        "dependency injection ... `Annotated*`",
      ],
      // What `Field` describes is no dependency.
      options: ({ clause, codes }) =>
        codes.some((code) => /^Annotated\b.*\bField\(/.test(code)) ? undefined : speaksOfDependencies(clause),
    },
    { stance: "avoid", says: ["`= Depends*`", "`=Depends*`"], options: ({ clause }) => speaksOfDependencies(clause) },
  ],
  examples: [
    {
      bad: "from fastapi import APIRouter, Depends\nfrom typing import Annotated\n\nrouter = APIRouter()\n\n\ndef user():\n    return 1\n\n\n@router.get('/')\ndef home(who: int = Depends(user)):\n    return who\n",
      good: "from fastapi import APIRouter, Depends\nfrom typing import Annotated\n\nrouter = APIRouter()\n\n\ndef user():\n    return 1\n\n\n@router.get('/')\ndef home(who: Annotated[int, Depends(user)]):\n    return who\n",
    },
  ],
});

/** "Use `Annotated` for dependency injection" says nothing of `Query` and `Path`. */
function speaksOfDependencies(clause: string): { dependenciesOnly?: boolean } {
  const speaks = /\bdependenc(?:y|ies)\b|\b(?:Depends|Security)\b/i.test(clause);
  return speaks && !/\b(?:Query|Path|Header|Body|Form|File|Cookie)\b|\b(?:params?|parameters?)\b/.test(clause)
    ? { dependenciesOnly: true }
    : {};
}
