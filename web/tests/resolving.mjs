// Lets compiled pages find Preact where npm put it, as the import map does in a browser.

const PARENT = new URL("../package.json", import.meta.url).href;

export function resolve(name, context, next) {
  return next(name, name.startsWith("preact") ? { ...context, parentURL: PARENT } : context);
}
