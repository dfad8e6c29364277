// Writes the types of the API's calls, src/api/schema.ts, from openapi.json, the document that the gateway serves.
//   api.mjs [--refresh | --check]
// --refresh takes the document of the gateway's last build first; --check writes nothing, and fails when the types are stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';

const place = (path) => fileURLToPath(new URL(path, import.meta.url));
const DOCUMENT = place('../openapi.json');
const SERVED = place('../../../../target/openapi/openapi.json');
const TYPES = place('../src/api/schema.ts');
const HEADING = '// Written by scripts/api.mjs from openapi.json, the document that the gateway serves.\n';

/**
 * The document without what the pages have no use for: operators' calls, headers (every call sends the same), problems (they are told
 * apart by their type), examples, and what then nothing refers to.
 */
function ofPages(document) {
  document.paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => /^\/api\/v1\/(?!operator\/)/.test(path)));
  for (const operation of Object.values(document.paths).flatMap(Object.values)) {
    operation.parameters = operation.parameters?.filter((parameter) => parameter.in !== 'header');
    operation.responses = Object.fromEntries(Object.entries(operation.responses).filter(([status]) => status < '300'));
    for (const { content } of [operation.requestBody ?? {}, ...Object.values(operation.responses)]) {
      for (const body of Object.values(content ?? {})) delete body.example;
    }
  }
  const { schemas } = document.components;
  const needed = new Set();
  const need = (part) => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (needed.has(name)) continue;
      needed.add(name);
      need(schemas[name]);
    }
  };
  need(document.paths);
  document.components = { schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => needed.has(name))) };
  return document;
}

if (process.argv.includes('--refresh')) {
  if (!existsSync(SERVED)) {
    console.error('build the gateway first: its build leaves the document in target/openapi');
    process.exit(1);
  }
  // Examples of problems come in another order each time.
  const steady = (name, value) => (name === 'example' && value?.type ? Object.fromEntries(Object.entries(value).sort()) : value);
  writeFileSync(DOCUMENT, `${JSON.stringify(JSON.parse(readFileSync(SERVED, 'utf8')), steady, 1)}\n`);
}
// Every field of an answer is there, empty ones as null: the API leaves none out.
const types = astToString(await openapi(ofPages(JSON.parse(readFileSync(DOCUMENT, 'utf8'))), { immutable: true, propertiesRequiredByDefault: true }));
const written = HEADING + types;
if (!process.argv.includes('--check')) {
  writeFileSync(TYPES, written);
} else if (!existsSync(TYPES) || readFileSync(TYPES, 'utf8') !== written) {
  console.error('src/api/schema.ts is not what openapi.json says: node scripts/api.mjs');
  process.exit(1);
}
