// Completes package-lock.json with the optional packages of other platforms, which npm leaves out where the registry
// at hand holds only those of this platform: without them `npm ci` refuses the lock file everywhere.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];

const file = join(import.meta.dirname, "..", "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = [];

for (const [parentPath, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isLocked(parentPath, name)) continue;
    const platform = platformOf(name);
    if (platform === undefined || !/^\d/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platform,
      ...(parent.dev === true && { dev: true }),
      optional: true,
    };
    added.push(name);
  }
}
if (added.length > 0) {
  const { "": root, ...others } = lock.packages;
  const sorted = Object.entries(others).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = { "": root, ...Object.fromEntries(sorted) };
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
}
console.log(`package-lock.json: ${added.length} packages of other platforms added.`);

function isLocked(parentPath, name) {
  return `${parentPath}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;
}

/** The platform that a package's name tells: "@oxlint/binding-linux-arm64-musl". */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  if (os === undefined || cpu === undefined) return undefined;
  const libc = words.some((word) => word.startsWith("musl")) ? "musl" : "glibc";
  return { cpu: [cpu], os: [os], ...(os === "linux" && { libc: [libc] }) };
}
