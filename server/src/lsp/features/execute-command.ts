// workspace/executeCommand: the commands behind code actions and lenses, for editors that do not carry them out themselves.

import {
  type CancellationToken,
  ErrorCodes,
  type ExecuteCommandParams,
  MessageType,
  ResponseError,
  ShowMessageNotification,
} from "vscode-languageserver";
import type { Commands, Place } from "../protocol.ts";
import type { Session } from "../session.ts";
import { coverage } from "./coverage.ts";
import { explain } from "./explain.ts";
import { why } from "./why.ts";

type Command = (args: readonly unknown[], session: Session, token: CancellationToken) => Promise<unknown>;

const commands: Readonly<Record<keyof Commands, Command>> = {
  "heed.coverage": async (_, session, token) => {
    const result = await coverage(undefined, session, token);
    const { totals } = result;
    tell(
      session,
      "heed.coverage",
      `${totals.enforced} of ${totals.directives} directives are enforced, ${totals.partial} in part.`,
    );
    return result;
  },
  "heed.explain": async ([rule], session) => {
    const result = explain({ rule: text(rule, "heed.explain needs a rule's id.") });
    tell(session, "heed.explain", result.markdown);
    return result;
  },
  "heed.openDirective": async ([place], session) => {
    if (!isPlace(place)) throw invalid("heed.openDirective needs a place: { uri, line, character }.");
    const { uri, line, character } = place;
    const position = { line, character };
    if (!session.client.showDocument) {
      tell(session, "heed.openDirective", `The directive is in ${uri}, line ${line + 1}.`);
      return null;
    }
    return session.connection.window.showDocument({
      uri,
      takeFocus: true,
      selection: { start: position, end: position },
    });
  },
  "heed.why": async ([uri, line], session) => {
    const params = { uri: text(uri, "heed.why needs a file's address.") };
    const result = await why(typeof line === "number" ? { ...params, line } : params, session);
    tell(session, "heed.why", result.markdown);
    return result;
  },
};

export const commandNames = Object.keys(commands);

export async function executeCommand(
  params: ExecuteCommandParams,
  session: Session,
  token: CancellationToken,
): Promise<unknown> {
  const command = Object.hasOwn(commands, params.command) ? commands[params.command as keyof Commands] : undefined;
  if (!command) throw invalid(`There is no command \`${params.command}\`; Heed has ${commandNames.join(", ")}.`);
  return (await command(params.arguments ?? [], session, token)) ?? null;
}

/** Only where the editor does nothing with the answer itself. */
function tell({ client, connection }: Session, command: keyof Commands, message: string): void {
  if (client.ownCommands.has(command)) return;
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

function text(value: unknown, otherwise: string): string {
  if (typeof value !== "string") throw invalid(otherwise);
  return value;
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null) return false;
  const { uri, line, character } = value as Partial<Record<keyof Place, unknown>>;
  return typeof uri === "string" && typeof line === "number" && typeof character === "number";
}

function invalid(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
