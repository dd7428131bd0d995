// textDocument/hover: on a finding, the directive and how to follow it; on a directive, what became of it.

import { type CancellationToken, type Hover, type HoverParams, MarkupKind } from "vscode-languageserver";
import type { DirectiveRef } from "../../engine/finding.ts";
import type { Example } from "../../guides/directive.ts";
import { cancellationOf } from "../answer.ts";
import { toRange } from "../convert.ts";
import { directiveProse, findingProse, plainText } from "../prose.ts";
import type { Session } from "../session.ts";
import type { Home } from "../workspaces.ts";

export async function hover(
  { textDocument, position }: HoverParams,
  session: Session,
  token: CancellationToken,
): Promise<Hover | null> {
  const home = await session.workspaces.homeOf(textDocument.uri);
  if (!home) return null;
  const offset = home.folder.linesOf(home.path).offset({ line: position.line, column: position.character });
  const onFinding = hoverOnFinding(home, offset);
  const parts = home.engine.guide(home.path)
    ? [...onFinding, ...(await hoverOnDirective(home, offset, token))]
    : onFinding;
  const [first] = parts;
  if (!first) return null;
  const markdown = parts.map(({ text }) => text).join("\n\n---\n\n");
  return {
    contents: session.client.markdownHover
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: plainText(markdown) },
    range: toRange(first.span, home.folder.linesOf(home.path)),
  };
}

interface Part {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
}

function hoverOnFinding({ engine, folder, path }: Home, offset: number): readonly Part[] {
  return engine
    .findings(path)
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .map((finding) => {
      const rule = engine.catalogue.find(({ id }) => id === finding.rule);
      const examples = finding.directive ? examplesOf(finding.directive, engine) : [];
      return { text: findingProse(finding, rule, examples, folder), span: finding.span };
    });
}

function examplesOf({ guide, span }: DirectiveRef, engine: Home["engine"]): readonly Example[] {
  return engine.guide(guide)?.directives.find((directive) => directive.span.start === span.start)?.examples ?? [];
}

async function hoverOnDirective(
  { engine, path }: Home,
  offset: number,
  token: CancellationToken,
): Promise<readonly Part[]> {
  const isHere = engine.guide(path)?.directives.some(({ span }) => span.start <= offset && offset <= span.end);
  if (!isHere) return [];
  const [covered] = await engine.coverage({ guides: [path], cancellation: cancellationOf(token) });
  return (covered?.directives ?? [])
    .filter(({ binding: { directive } }) => directive.span.start <= offset && offset <= directive.span.end)
    .map((directive) => ({ text: directiveProse(directive), span: directive.binding.directive.span }));
}
