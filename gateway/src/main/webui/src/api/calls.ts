import type { paths } from './schema';

/** The calls of the API by method and path, as its document has them: what each is given, and what it answers. */

export type Method = 'get' | 'put' | 'post' | 'delete';

/** The paths that are called by this method; by any of them, where it is not known which. */
export type PathOf<M extends Method> = M extends Method ? { [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never }[keyof paths] : never;

type Operation<M extends Method, P extends keyof paths> = P extends keyof paths ? (M extends Method ? paths[P][M] : never) : never;

type Body<R> = R extends { content: { readonly 'application/json': infer B } } ? B : undefined;

/** What a call answers when all is well. */
export type Answer<M extends Method, P extends PathOf<M>> = Operation<M, P> extends { responses: infer R } ? Body<R[keyof R]> : never;

/** A body that is sent. What is left out of it is null, false or empty to the API. */
type Sent<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [K in keyof T]?: Sent<NonNullable<T[K]>> } : T;

type Names<O> = O extends { parameters: { path: infer N } } ? { readonly path: N } : { readonly path?: never };
type Query<O> = O extends { parameters: { query?: infer Q } } ? { readonly query?: { readonly [K in keyof Q]?: Q[K] | undefined } } : unknown;
type Content<O> = O extends { requestBody?: { readonly content: infer C } } ? { readonly body?: C extends { readonly 'application/json': infer B } ? Sent<B> : Blob } : unknown;
type Whole<O> = Names<O> & Query<O> & Content<O> & { readonly signal?: AbortSignal };

/** What a call is given beside its method and path: nothing, where nothing is needed. */
export type Given<M extends Method, P extends PathOf<M>> = Whole<Operation<M, P>> extends infer W ? (object extends W ? [given?: W] : [given: W]) : never;
