import type { HtmlTagDescriptor, Plugin } from 'vite';

const PROGRAM = /\/src\/main\.tsx$/;
/** Of the display face, the letters that every language's pages begin with: the name. */
const FACE = /bricolage-grotesque-latin-wght-normal[^/]*\.woff2$/;

/** Names in the page what it will need in any case, so that a browser fetches it before the first script has run. */
export function hints(): Plugin {
  return {
    name: 'essaim-hints',
    transformIndexHtml: {
      order: 'post',
      handler: (page, { bundle = {} }) => {
        const files = Object.values(bundle);
        const program = files.filter((file) => file.type === 'chunk').find((chunk) => PROGRAM.test(chunk.facadeModuleId ?? ''));
        const face = files.find((file) => FACE.test(file.fileName));
        const tags: HtmlTagDescriptor[] = [];
        if (program) for (const name of [program.fileName, ...program.imports].filter((one) => !page.includes(one))) tags.push(link({ rel: 'modulepreload', href: `/${name}`, crossorigin: true }));
        if (face) tags.push(link({ rel: 'preload', as: 'font', type: 'font/woff2', href: `/${face.fileName}`, crossorigin: true }));
        return tags;
      },
    },
  };
}

function link(attrs: Record<string, string | boolean>): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: 'head' };
}
