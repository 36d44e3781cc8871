import { readFileSync, rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { transform } from 'esbuild'
import { dts } from 'rollup-plugin-dts'

// A chunk that got another name would stay, and be published.
for (const dir of ['dist', 'miniprogram_dist']) rmSync(dir, { recursive: true, force: true })

/** What a panel imports: in `dist` for Node and bundlers, in `miniprogram_dist` as real files for WeChat. */
const panelEntries = {
  index: 'src/entries/index.ts',
  core: 'src/entries/core.ts',
  'actions/door-lock': 'src/entries/actions/door-lock.ts',
  'actions/device': 'src/entries/actions/device.ts',
  'actions/all': 'src/entries/actions/all.ts',
  crypto: 'src/entries/crypto.ts',
}
const entries = { ...panelEntries, simulator: 'simulator/index.ts' }

const peers = /^(crypto-js|fp-ts|io-ts|rxjs)(\/|$)/
const isExternal = (id) => peers.test(id) || id.startsWith('node:') || builtinModules.includes(id)

const extensions = ['.ts', '.mjs', '.js', '.json']

/** WeChat's oldest base library with our support runs ES2017, and its packer parses no more than ES2018. */
const SYNTAX = 'es2017'

/** What tsc checks under `target: ES2020`: a class field is an assignment. */
const tsconfigRaw = {
  compilerOptions: { useDefineForClassFields: false, verbatimModuleSyntax: true },
}

/** The calls by which actions are written: each only makes a value. */
const vocabulary = [
  'defineAction',
  ...[...readFileSync('actions/shared/index.ts', 'utf8').matchAll(/^export \{([^}]*)\}/gm)]
    .flatMap(([, names]) => names.split(',').map((name) => name.trim()))
    .filter((name) => /^[a-z]\w*$/.test(name)),
]
const vocabularyCall = new RegExp(`(?<![\\w.$])(?:${vocabulary.join('|')})\\(`, 'g')

/**
 * Marks those calls as pure, here and not in the sources: a bundler drops an action that nobody uses only if it knows
 * that every call inside makes nothing but a value. (The `pure` option of esbuild leaves imported names alone.)
 */
const pureActions = () => ({
  name: 'pure-actions',
  transform: (code, id) =>
    id.includes('/actions/') && !id.includes('/entries/')
      ? { code: code.replace(vocabularyCall, '/*#__PURE__*/ $&'), map: null }
      : null,
})

/** Strips the types file by file; the syntax is lowered once per chunk, so that its helpers stand there once. */
const typescript = () => ({
  name: 'typescript',
  transform: (code, id) =>
    id.endsWith('.ts')
      ? transform(code, { loader: 'ts', sourcefile: id, sourcemap: true, tsconfigRaw })
      : null,
  renderChunk: (code) => transform(code, { target: SYNTAX, sourcemap: true }),
})

/** Where everything is inlined, one copy of fp-ts: the sources name the one that plain Node can load. */
const fpTsAsModules = () => ({
  name: 'fp-ts-as-modules',
  resolveId(source, importer, options) {
    return source.startsWith('fp-ts/lib/')
      ? this.resolve(source.replace('/lib/', '/es6/'), importer, options)
      : null
  },
})

/** The helpers of fp-ts and io-ts ask for a global `this`; in a module there is none, and they do without. */
const onwarn = (warning, warn) => {
  if (warning.code !== 'THIS_IS_UNDEFINED') warn(warning)
}

const output = (dir, extension) => ({
  dir,
  entryFileNames: `[name]${extension}`,
  chunkFileNames: `shared/[name]${extension}`,
  hoistTransitiveImports: false,
})

const commonjsOutput = {
  format: 'cjs',
  exports: 'named',
  esModule: true,
  interop: 'auto',
  // `import()` in a CommonJS file is no syntax that WeChat's packer reads.
  dynamicImportInCjs: false,
}

/** @type {import('rollup').RollupOptions[]} */
export default [
  {
    input: entries,
    external: isExternal,
    plugins: [typescript(), pureActions(), nodeResolve({ extensions }), commonjs()],
    output: [
      { ...output('dist', '.mjs'), format: 'es', sourcemap: true },
      { ...output('dist', '.js'), ...commonjsOutput, sourcemap: true },
    ],
    onwarn,
  },
  {
    input: entries,
    external: isExternal,
    plugins: [dts({ tsconfig: 'tsconfig.node.json' })],
    output: [
      { ...output('dist', '.d.mts'), format: 'es' },
      { ...output('dist', '.d.ts'), format: 'es' },
    ],
  },
  {
    input: panelEntries,
    plugins: [
      fpTsAsModules(),
      typescript(),
      pureActions(),
      // `browser` takes Node's crypto out of crypto-js; `es2015` picks the smallest build of rxjs.
      nodeResolve({ extensions, browser: true, exportConditions: ['es2015'] }),
      // crypto-js asks for Node's crypto inside a try; left there, WeChat would look for the file.
      commonjs({ ignoreTryCatch: false }),
    ],
    output: { ...output('miniprogram_dist', '.js'), ...commonjsOutput },
    onwarn,
  },
]
