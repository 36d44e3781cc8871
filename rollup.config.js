const { readdirSync, readFileSync } = require('node:fs')
const { builtinModules } = require('node:module')
const { join } = require('node:path')
const commonjs = require('@rollup/plugin-commonjs')
const { nodeResolve } = require('@rollup/plugin-node-resolve')
const { transform } = require('esbuild')
const { dts } = require('rollup-plugin-dts')
const { require: requireTypeScript } = require('tsx/cjs/api')
const ts = require('typescript')
const {
  fpTsAsModules,
  mapsApart,
  minified,
  withoutRandomSource,
  withoutUnusedClasses,
} = require('./scripts/rollup/for-wechat.js')
const { cachedRender } = require('./scripts/rollup/render-cache.js')

/** `READERS=none` builds without generated readers, to see what they add. */
const readers = (families) =>
  process.env.READERS === 'none'
    ? null
    : requireTypeScript('./scripts/readers/plugin.ts', __filename).generatedReaders(
        __dirname,
        families,
      )

/** What a panel imports: one entry a file of `src/entries`, in `dist` for Node and bundlers, in `miniprogram_dist` for WeChat. */
const panelEntries = Object.fromEntries(
  readdirSync('src/entries', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file.replace(/\.ts$/, ''), `src/entries/${file}`]),
)
/** Not in `miniprogram_dist`: for Node alone, for a browser, or, as React, for apps with a bundler. */
const entries = {
  ...panelEntries,
  inspector: 'inspector/index.ts',
  gateway: 'gateway/index.ts',
  'gateway/redis': 'gateway/redis/index.ts',
  messages: 'messages/index.ts',
  // With a dot: without, it would be a file of the package `react`.
  react: './react/index.ts',
  simulator: 'simulator/index.ts',
}

const peers = /^(crypto-js|fp-ts|io-ts|react|rxjs|ws)(\/|$)/
const isExternal = (id) => peers.test(id) || id.startsWith('node:') || builtinModules.includes(id)

const extensions = ['.ts', '.mjs', '.js', '.json']

/** WeChat's oldest base library with our support runs ES2017, and its packer parses no more than ES2018. */
const SYNTAX = ts.ScriptTarget.ES2017

/** What tsc checks under `target: ES2020`: a class field is an assignment. */
const tsconfigRaw = {
  compilerOptions: { useDefineForClassFields: false, verbatimModuleSyntax: true },
}

/** The calls by which actions are written: each only makes a value. */
const vocabulary = [
  'defineAction',
  'withReader',
  'withTwin',
  'panelParams',
  ...[...readFileSync('actions/shared/index.ts', 'utf8').matchAll(/^export \{([^}]*)\}/gm)]
    .flatMap(([, names]) => names.split(',').map((name) => name.trim()))
    .filter((name) => /^[a-z]\w*$/.test(name)),
]
/** And those by which raw data points are. */
const rawVocabulary = 'between|hexCodec|hexText|layout|namedByte|secretField|uint|untilEnd'
const callOf = (names) => new RegExp(`(?<![\\w.$])(?:${names})\\(`, 'g')
const pureCalls = [
  ['/actions/', callOf(vocabulary.join('|'))],
  ['/data-points/raw/', callOf(rawVocabulary)],
]

/**
 * Marks those calls as pure, here and not in the sources: a bundler drops an action that nobody uses only if it knows
 * that every call inside makes nothing but a value. (The `pure` option of esbuild leaves imported names alone.)
 */
const pureActions = () => ({
  name: 'pure-actions',
  transform: (code, id) => {
    const [, call] = pureCalls.find(([folder]) => id.includes(folder)) ?? []
    return call === undefined || id.includes('/entries/')
      ? null
      : { code: code.replace(call, '/*#__PURE__*/ $&'), map: null }
  },
})

/** ES2017 modules. */
const compilerOptions = { target: SYNTAX, module: ts.ModuleKind.ESNext, sourceMap: true }

/** By TypeScript: it writes a spread as `Object.assign`, where esbuild puts a helper of 600 bytes into every chunk. */
const lowered = (code) => {
  const { outputText, sourceMapText = '{}' } = ts.transpileModule(code, { compilerOptions })
  return {
    code: outputText.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'),
    map: JSON.parse(sourceMapText),
  }
}

/** Strips the types file by file; the syntax is lowered once per chunk, so that its helpers stand there once. */
const typescript = (step) => [
  {
    name: 'typescript',
    transform: (code, id) =>
      id.endsWith('.ts')
        ? transform(code, { loader: 'ts', sourcefile: id, sourcemap: true, tsconfigRaw })
        : null,
  },
  cachedRender({
    name: 'lowered',
    version: [ts.version, compilerOptions],
    folder: `.cache/rollup/${step}/lowered`,
    render: lowered,
  }),
]

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

/**
 * In `dist` each action is a file of its own: every bundler leaves a file out that nobody imports from, and not every
 * bundler sees that the calls inside it do nothing else. The core is one file: cut up by who shares what, it would
 * change its order, and its size in an app, with every flow that is added.
 */
const chunkOf = (id) => {
  if (id.includes('/actions/shared/')) return 'vocabulary'
  if (id.includes('/src/core/')) return 'core'
  return /\/actions\/([\w-]+\/[\w-]+\/(?!index\.)[\w-]+)\.ts$/.exec(id)?.[1]
}
const fileForEachAction = { manualChunks: chunkOf, onlyExplicitManualChunks: true }

const commonjsOutput = {
  format: 'cjs',
  exports: 'named',
  esModule: true,
  interop: 'auto',
  // `import()` in a CommonJS file is no syntax that WeChat's packer reads.
  dynamicImportInCjs: false,
}

/**
 * The steps of the build, each for one set of files. The scripts `build:*` of package.json run them side by side, and
 * leave out those whose sources did not change.
 *
 * @type {Readonly<Record<string, () => import('rollup').RollupOptions>>}
 */
const steps = {
  /** For Node and bundlers. */
  code: () => ({
    input: entries,
    external: isExternal,
    plugins: [
      readers(),
      typescript('code'),
      pureActions(),
      nodeResolve({ extensions }),
      commonjs(),
    ],
    output: [
      { ...output('dist', '.mjs'), ...fileForEachAction, format: 'es', sourcemap: true },
      { ...output('dist', '.js'), ...fileForEachAction, ...commonjsOutput, sourcemap: true },
    ],
    onwarn,
  }),
  /** From the declarations that `tsconfig.types.json` writes. */
  types: () => ({
    input: Object.fromEntries(
      Object.entries(entries).map(([name, file]) => [
        name,
        `./${join('.cache/types', file.replace(/\.ts$/, '.d.ts'))}`,
      ]),
    ),
    external: isExternal,
    plugins: [dts({ tsconfig: 'tsconfig.types.json' })],
    output: ['.d.mts', '.d.ts'].map((extension) => ({
      ...output('dist', extension),
      chunkFileNames: ({ name }) => `shared/${name.replace(/\.d$/, '')}${extension}`,
      format: 'es',
    })),
  }),
  wechat: () => ({
    input: panelEntries,
    plugins: [
      fpTsAsModules(),
      withoutUnusedClasses(),
      withoutRandomSource(),
      // The routes of the open API are for servers: their secret must not be in a mini-program.
      readers(['mini-program', 'panel']),
      typescript('wechat'),
      pureActions(),
      // `browser` takes Node's crypto out of crypto-js; `es2015` picks the smallest build of rxjs.
      nodeResolve({ extensions, browser: true, exportConditions: ['es2015'] }),
      // crypto-js asks for Node's crypto inside a try; left there, WeChat would look for the file.
      commonjs({ ignoreTryCatch: false }),
      minified(),
      mapsApart(),
    ],
    output: { ...output('miniprogram_dist', '.js'), ...commonjsOutput, sourcemap: 'hidden' },
    onwarn,
  }),
  /** For Node alone: with its own tools inside, because the package depends on nothing but the peers. */
  'command-line': () => ({
    input: { 'command-line': 'command-line/bin.ts' },
    external: isExternal,
    // cli-table3 would colour by itself, inside a try; our colours come from picocolors.
    plugins: [
      typescript('command-line'),
      nodeResolve({ extensions }),
      commonjs({ ignore: ['@colors/colors/safe'] }),
    ],
    output: {
      ...output('dist', '.js'),
      ...commonjsOutput,
      chunkFileNames: 'command-line/[name].js',
    },
    onwarn,
  }),
}

/** `rollup --config --configStep code` builds one step; without a step, all of them. */
module.exports = ({ configStep } = {}) => {
  if (configStep === undefined) return Object.values(steps).map((step) => step())
  const step = steps[configStep]
  if (step === undefined)
    throw new Error(`no step ${configStep}; there are ${Object.keys(steps).join(', ')}`)
  return step()
}
