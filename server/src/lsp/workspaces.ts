// Which engine answers for which file: one for every workspace folder, and one for each project that loose files belong to.

import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Engine } from "../engine/engine.ts";
import { LineIndex } from "../text/line-index.ts";
import type { ClientSupport } from "./client-support.ts";
import type { Places } from "./convert.ts";
import { isGitState } from "./features/watched-files.ts";
import { baseName, canonicalUri, pathBelow, schemeOf, uriBelow, withScheme } from "./uri.ts";

/** How engines come to be; the entry point brings the real files. */
export interface EngineSource {
  /** An engine over the files below a folder; over open documents alone where there is none, or it cannot be read. */
  open(folder: string | undefined): Promise<OpenedEngine>;
  /** The folder of the project that a file belongs to, where something marks one. */
  projectOf(file: string): string | undefined;
}

export interface OpenedEngine {
  readonly engine: Engine;
  /** Another commit may be checked out. */
  headChanged(): void;
}

/** A file and the engine that knows it. */
export interface Home {
  readonly folder: Folder;
  readonly engine: Engine;
  readonly path: string;
}

/** A workspace folder with its engine, which is given the texts of open documents before it is asked anything. */
export class Folder implements Places {
  readonly uri: string;
  readonly isLoose: boolean;
  readonly client: ClientSupport;
  readonly ready: Promise<Engine>;
  readonly #open = new Map<string, TextDocument>();
  /** Open documents whose text the engine does not know yet. */
  readonly #stale = new Set<string>();
  /** Open documents that are left out of the workspace, such as those of a virtual environment. */
  readonly #ignored = new Set<string>();
  readonly #lines = new Map<string, { readonly text: string; readonly lines: LineIndex }>();
  #opened: OpenedEngine | undefined;

  constructor(uri: string, isLoose: boolean, client: ClientSupport, opening: Promise<OpenedEngine>) {
    this.uri = uri;
    this.isLoose = isLoose;
    this.client = client;
    this.ready = opening.then((opened) => {
      this.#opened = opened;
      this.#handOver(opened.engine);
      return opened.engine;
    });
    // Whoever asks for this folder is told what went wrong; nobody may have asked yet.
    this.ready.catch(() => {});
  }

  /** Undefined until it is ready. */
  get engine(): Engine | undefined {
    if (this.#opened) this.#handOver(this.#opened.engine);
    return this.#opened?.engine;
  }

  /** The open documents that count. */
  get openPaths(): readonly string[] {
    return [...this.#open.keys()].filter((path) => !this.#ignored.has(path));
  }

  get hasOpenDocuments(): boolean {
    return this.#open.size > 0;
  }

  ignores(path: string): boolean {
    return this.#ignored.has(path);
  }

  documentChanged(path: string, document: TextDocument | undefined): void {
    if (document) this.#open.set(path, document);
    else this.#open.delete(path);
    this.#stale.add(path);
  }

  filesChanged(paths: readonly string[]): void {
    this.engine?.filesChanged(paths);
    this.ignoredMayChange();
  }

  headChanged(): void {
    this.#opened?.headChanged();
  }

  /** Settings or files say anew what is left out. */
  ignoredMayChange(): void {
    for (const path of this.#open.keys()) this.#stale.add(path);
  }

  uriOf(path: string): string {
    return this.#open.get(path)?.uri ?? uriBelow(this.uri, path);
  }

  versionOf(path: string): number | null {
    return this.#open.get(path)?.version ?? null;
  }

  has(path: string): boolean {
    return this.engine?.text(path) !== undefined;
  }

  linesOf(path: string): LineIndex {
    const text = this.engine?.text(path) ?? "";
    const known = this.#lines.get(path);
    if (known?.text === text) return known.lines;
    const lines = new LineIndex(text);
    this.#lines.set(path, { text, lines });
    return lines;
  }

  /** Several changes of a document cost the engine one new text. */
  #handOver(engine: Engine): void {
    if (this.#stale.size === 0) return;
    for (const path of this.#stale) {
      const document = this.#open.get(path);
      if (document && isLeftOut(path, engine)) {
        this.#ignored.add(path);
        engine.setText(path, undefined);
      } else {
        this.#ignored.delete(path);
        engine.setText(path, document?.getText());
      }
      if (!document) this.#lines.delete(path);
    }
    this.#stale.clear();
  }
}

/** On disk, but not among the workspace's files; one that was just made is not known yet, so they are read again first. */
function isLeftOut(path: string, engine: Engine): boolean {
  if (engine.workspace.has(path) || engine.text(path) === undefined) return false;
  engine.filesChanged([path]);
  return !engine.workspace.has(path);
}

/** A file's place: in which folder, and under which path. */
interface Place {
  readonly folder: Folder;
  readonly path: string;
}

export class Workspaces {
  readonly #client: ClientSupport;
  readonly #source: EngineSource;
  readonly #folders = new Map<string, Folder>();
  /** Engines of files outside every workspace folder, alive as long as such a file is open. */
  readonly #loose = new Map<string, Folder>();
  readonly #documents = new Map<string, { readonly document: TextDocument; place: Place | undefined }>();

  constructor(client: ClientSupport, source: EngineSource) {
    this.#client = client;
    this.#source = source;
  }

  get folders(): readonly Folder[] {
    return [...this.#folders.values(), ...this.#loose.values()];
  }

  /** False while some engine is being made. */
  get isReady(): boolean {
    return this.folders.every(({ engine }) => engine !== undefined);
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    for (const uri of removed) this.#folders.delete(canonicalUri(uri));
    for (const uri of added) {
      const key = canonicalUri(uri);
      if (!this.#folders.has(key)) this.#folders.set(key, this.#make(uri, false));
    }
    for (const open of this.#documents.values()) {
      const place = this.#placeOf(open.document);
      if (place?.folder === open.place?.folder && place?.path === open.place?.path) continue;
      open.place?.folder.documentChanged(open.place.path, undefined);
      open.place = place;
      place?.folder.documentChanged(place.path, open.document);
    }
    this.#forgetLoose();
  }

  /** Files that changed on disk; each folder is told of its own. */
  filesChanged(uris: readonly string[]): void {
    for (const folder of this.folders) {
      const inside = uris.filter((uri) => pathBelow(folder.uri, uri) !== undefined);
      const paths = inside.filter((uri) => !isGitState(uri)).map((uri) => pathBelow(folder.uri, uri) ?? "");
      if (paths.length > 0) folder.filesChanged(paths);
      if (paths.length < inside.length) folder.headChanged();
    }
  }

  /** The document was opened, or its text is another. */
  documentChanged(document: TextDocument): void {
    const key = canonicalUri(document.uri);
    const known = this.#documents.get(key);
    const place = known ? known.place : this.#placeOf(document);
    this.#documents.set(key, { document, place });
    place?.folder.documentChanged(place.path, document);
  }

  documentClosed(document: TextDocument): void {
    const key = canonicalUri(document.uri);
    const place = this.#documents.get(key)?.place;
    this.#documents.delete(key);
    place?.folder.documentChanged(place.path, undefined);
    this.#forgetLoose();
  }

  /** Waits for the folder's engine; undefined where no engine knows such a file. */
  async homeOf(uri: string): Promise<Home | undefined> {
    const place = this.#documents.get(canonicalUri(uri))?.place ?? inside(uri, this.folders);
    if (!place) return undefined;
    if (!place.folder.engine) await place.folder.ready;
    // Asked again: documents may have changed while the engine was made.
    const { engine } = place.folder;
    return engine && !place.folder.ignores(place.path) ? { ...place, engine } : undefined;
  }

  #placeOf(document: TextDocument): Place | undefined {
    const { uri } = document;
    const folders = [...this.#folders.values()];
    const place = inside(uri, folders);
    if (place) return place;
    if (schemeOf(uri) === "untitled") {
      // An unsaved file belongs where it will be saved, else to the first folder, as if it stood at its top.
      const name = baseName(uri);
      const path = document.languageId === "python" && !name.endsWith(".py") ? `${name}.py` : name;
      return (
        inside(withScheme(uri, "file"), folders) ?? { folder: folders[0] ?? this.#looseFolder(unsavedFolder), path }
      );
    }
    const project = schemeOf(uri) === "file" ? this.#source.projectOf(uri) : undefined;
    return project === undefined ? undefined : inside(uri, [this.#looseFolder(project)]);
  }

  #looseFolder(uri: string): Folder {
    const key = canonicalUri(uri);
    const present = this.#loose.get(key);
    if (present) return present;
    const made = this.#make(uri, true);
    this.#loose.set(key, made);
    return made;
  }

  #forgetLoose(): void {
    for (const [key, folder] of this.#loose) {
      if (!folder.hasOpenDocuments) this.#loose.delete(key);
    }
  }

  #make(uri: string, isLoose: boolean): Folder {
    return new Folder(uri, isLoose, this.#client, this.#source.open(uri === unsavedFolder ? undefined : uri));
  }
}

/** The innermost folder that holds the file. */
function inside(uri: string, folders: readonly Folder[]): Place | undefined {
  let best: Place | undefined;
  for (const folder of folders) {
    const path = pathBelow(folder.uri, uri);
    if (path !== undefined && path !== "" && (!best || path.length < best.path.length)) best = { folder, path };
  }
  return best;
}

/** Stands for the folder of unsaved files where no folder is open. */
const unsavedFolder = "untitled:/";
