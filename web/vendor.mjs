// Copies what the pages need of other projects, with a lock of what was copied.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const target = new URL("../src/daybreak/web/pages/vendor/", import.meta.url);
const preact = new URL("node_modules/preact/", import.meta.url);
const version = JSON.parse(readFileSync(new URL("package.json", preact))).version;
const files = {
  "preact.mjs": "dist/preact.mjs",
  "preact-hooks.mjs": "hooks/dist/hooks.mjs",
  "preact-jsx-runtime.mjs": "jsx-runtime/dist/jsxRuntime.mjs",
  "preact-LICENSE.txt": "LICENSE",
};

mkdirSync(target, { recursive: true });
const lines = [`preact ${version} MIT`];
for (const [name, from] of Object.entries(files)) {
  copyFileSync(new URL(from, preact), new URL(name, target));
  const digest = createHash("sha256").update(readFileSync(new URL(name, target))).digest("hex");
  lines.push(`${digest}  ${name}`);
}
writeFileSync(new URL("vendor.lock", target), `${lines.join("\n")}\n`);
