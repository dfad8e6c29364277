import { readFileSync } from 'node:fs';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** Compiles the messages of a language while it is built, so that no parser of messages is sent to browsers. */
export function messages(): Plugin {
  return {
    name: 'essaim-messages',
    enforce: 'pre',
    load(id) {
      if (!/\/locales\/[\w-]+\.json$/.test(id)) return null;
      const written = JSON.parse(readFileSync(id, 'utf8')) as Record<string, string>;
      const compiled = Object.fromEntries(Object.entries(written).map(([key, text]) => [key, compileMessage(text)]));
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))})`, moduleType: 'js' };
    },
  };
}
