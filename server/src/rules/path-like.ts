// Tells files, folders and globs from names in code.

const folders =
  "src|app|apps|lib|libs|tests?|docs?|backend|frontend|server|client|scripts?|api|core|services?|models?|schemas?|routes?|routers?|utils|config|packages|infra|tools|examples?|migrations|alembic|domain|adapters?|common|modules?|components?|internal|pkg|cmd|data|bin|etc|usr|home|var|tmp";
const pathlike = new RegExp(
  String.raw`^(?:\.{0,2}/[\w.*{}<>\[\]-]|~/)|/$|^(?:[\w.-]+/)+\*{0,2}[\w*-]*\.\w{1,5}$|/\*|\*\*?/|^(?:${folders})/[\w.*/<>{}\[\]-]*$`,
);
const fileName =
  /^[\w.*<>{}[\]-]+\.(?:py|pyi|md|mdc|toml|cfg|ini|ya?ml|json|jsonl|txt|lock|env|html?|sql|sh|csv|ipynb|js|ts|tsx|css)$|^\.(?:env|gitignore|dockerignore|editorconfig|flake8|pylintrc|pre-commit-config\.yaml)[\w.*-]*$|^(?:Dockerfile|Makefile|Pipfile|README|CHANGELOG)$/;

/** "modules/files/functions" lists kinds of things. */
const kindsOfThings =
  /^(?:(?:modules?|files?|functions?|variables?|methods?|class(?:es)?|constants?|parameters?|arguments?|packages?|attributes?|fields?|enums?|types?|names?)(?:\/(?!$)|$)){2,}$/i;

/** A file, folder or glob rather than a name in code. */
export function isPathLike(text: string): boolean {
  if (/\s/.test(text) || text.includes("://") || text.startsWith("@")) return false;
  if (fileName.test(text)) return true;
  return text.includes("/") && !kindsOfThings.test(text) && pathlike.test(text) && !/^\/?\w*\/?\{/.test(text);
}
