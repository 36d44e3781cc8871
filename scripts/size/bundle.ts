import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { type OutputChunk, type Plugin, rollup } from 'rollup'
import { minify } from 'terser'

/** Where the app stands: in the root of the repository, where `lockpanel` is this package and the peers are at hand. */
const APP = join(__dirname, '../../size-of-an-app.mjs')

interface Weight {
  readonly minified: number
  readonly gzipped: number
}

export interface Bundle {
  /** What an app loads when it starts. */
  readonly atOnce: Weight
  /** What it loads when it needs it: the cryptography. */
  readonly later: Weight
  /** The code that is loaded at once, minified. */
  readonly code: string
  /** How many characters of each module were kept, before minification; the largest first. */
  readonly modules: readonly (readonly [path: string, characters: number])[]
}

/** Bundles an app with everything that it imports, as an app's own build would: no setting of ours. */
export const bundleOf = async (app: string): Promise<Bundle> => {
  const bundle = await rollup({
    input: APP,
    plugins: [virtual(app), nodeResolve({ browser: true }), commonjs({ ignoreTryCatch: false })],
    // Of the hooks: an app that has them has React.
    external: /^(node:|react$)/,
    onwarn: (warning, warn) => warning.code === 'THIS_IS_UNDEFINED' || warn(warning),
  })
  const { output } = await bundle.generate({ format: 'es' })
  await bundle.close()
  const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk')
  const start = chunks.filter(({ fileName }) => startOf(chunks).has(fileName))
  const rest = chunks.filter((chunk) => !start.includes(chunk))
  const code = await minified(start)
  return {
    atOnce: weigh(code),
    later: weigh(await minified(rest)),
    code,
    modules: start
      .flatMap(({ modules }) => Object.entries(modules))
      .map(([path, { renderedLength }]) => [path, renderedLength] as const)
      .filter(([, characters]) => characters > 0)
      .sort(([, a], [, b]) => b - a),
  }
}

const virtual = (app: string): Plugin => ({
  name: 'app',
  resolveId: (id) => (id === APP ? APP : null),
  load: (id) => (id === APP ? app : null),
})

/** The files of the entry's chunk and of all that it imports at once. */
const startOf = (chunks: readonly OutputChunk[]): ReadonlySet<string> => {
  const start = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
  for (const name of start)
    for (const imported of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
      start.add(imported)
  return start
}

const minified = async (chunks: readonly OutputChunk[]): Promise<string> => {
  const codes = chunks.map(({ code }) =>
    minify(code, { module: true, ecma: 2017, compress: { passes: 2 } }),
  )
  return (await Promise.all(codes)).map(({ code = '' }) => code).join('\n')
}

const weigh = (code: string): Weight => ({
  minified: Buffer.byteLength(code),
  gzipped: code === '' ? 0 : gzipSync(code, { level: 9 }).length,
})
